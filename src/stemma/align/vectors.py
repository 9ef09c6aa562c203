"""Vectors of statements: those of their sentences, where a statement is nearly all of one."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.align.spoken import spoken_span, spoken_words
from stemma.language import matrix
from stemma.model import Extracted, Statement
from stemma.ports import Encoder

_NEARLY_ALL = 0.8


def encode_statements(
    statements: Sequence[Statement], pieces: Mapping[str, Extracted], encoder: Encoder
) -> NDArray[np.float32]:
    """Give shape ``(len(statements), dimensions)``, rows of length 1.

    ``pieces`` are the reports by id. Only what is no whole sentence is encoded anew, each text
    once.
    """
    sentences = {report: _Sentences(pieces[report]) for report in {s.report for s in statements}}
    rows = [sentences[statement.report].row(statement) for statement in statements]
    words = [spoken_words(one, pieces[one.report].annotated.report) for one in statements]
    texts = sorted({text for text, row in zip(words, rows, strict=True) if row is None})
    encoded = dict(zip(texts, encoder.encode(texts), strict=True)) if texts else {}
    vectors = np.zeros((len(statements), encoder.dimensions), dtype=np.float32)
    for at, (text, row) in enumerate(zip(words, rows, strict=True)):
        vectors[at] = encoded[text] if row is None else row
    return vectors


class _Sentences:
    """The sentences of one report with their vectors."""

    def __init__(self, piece: Extracted) -> None:
        self._sentences = piece.annotated.sentences
        self._starts = [sentence.start for sentence in self._sentences]
        self._vectors = matrix(piece.annotated) if piece.annotated.dimensions else None

    def row(self, statement: Statement) -> NDArray[np.float32] | None:
        span = spoken_span(statement)
        if span is None and len(statement.content) == 1:
            span = statement.content[0]
        if self._vectors is None or span is None:
            return None
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or self._sentences[at].end < span.end - 1:
            return None
        length = self._sentences[at].end - self._sentences[at].start
        return self._vectors[at] if len(span) >= _NEARLY_ALL * length else None
