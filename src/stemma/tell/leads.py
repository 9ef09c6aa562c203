"""What reports open with: headline, standfirst and first sentences, where the news is."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.language import matrix
from stemma.model import Extracted, Span, Statement

_OPENING_SENTENCES = 2
_SHORTEST = 25
"""Code points under which an opening sentence is a label or a sign and not counted."""


class Leads:
    """The leads of the reports of a story."""

    def __init__(self, story: Sequence[Extracted]) -> None:
        """Take the reports of one story."""
        self._places = {piece.annotated.report.id: _places(piece) for piece in story}
        self._spans = {
            piece.annotated.report.id: tuple(
                piece.annotated.report.span(
                    piece.annotated.sentences[at].start, piece.annotated.sentences[at].end
                )
                for at in self._places[piece.annotated.report.id]
            )
            for piece in story
        }
        self._rows = [
            matrix(piece.annotated)[self._places[piece.annotated.report.id]]
            for piece in story
            if piece.annotated.dimensions and self._places[piece.annotated.report.id]
        ]

    def hold(self, span: Span) -> bool:
        """Tell whether a span begins in the lead of its report."""
        return any(lead.start <= span.start < lead.end for lead in self._spans.get(span.report, ()))

    def telling(self, statements: Sequence[Statement]) -> int:
        """Count the reports in whose lead one of the statements stands."""
        return len(
            {
                statement.report
                for statement in statements
                if any(self.hold(span) for span in statement.content)
            }
        )

    def likeness(self, vector: NDArray[np.float32]) -> float:
        """Give how near a vector is, at best, to a sentence of each lead: a mean, at most 1."""
        if not self._rows or not vector.any():
            return 0.0
        return round(float(np.mean([float((rows @ vector).max()) for rows in self._rows])), 6)


def _places(piece: Extracted) -> list[int]:
    """Give the indices of the sentences of a lead."""
    parts = piece.annotated.report.parts
    found: list[int] = []
    opened = 0
    for at, sentence in enumerate(piece.annotated.sentences):
        kind = parts[sentence.part].kind
        if kind in {"headline", "standfirst"}:
            found.append(at)
        elif kind == "body" and opened < _OPENING_SENTENCES:
            found.append(at)
            opened += sentence.end - sentence.start >= _SHORTEST
    return found
