"""Tokens, sentences and names to everything that is marked in a report."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from stemma.language.figures import find_figures
from stemma.language.moments import find_moments
from stemma.model import Annotated, Name, Report, Sentence, Token


def complete(  # noqa: PLR0913 - the marks of a report, each by its name
    report: Report,
    *,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    vectors: NDArray[np.float32],
    roles: NDArray[np.float32] | None = None,
) -> Annotated:
    """Add figures and moments.

    ``vectors`` has shape ``(len(sentences), dimensions)``, ``roles`` ``(len(tokens), 3)``: shares.
    """
    marked, cut = tuple(tokens), tuple(sentences)
    return Annotated(
        report=report,
        tokens=marked,
        sentences=cut,
        names=tuple(names),
        figures=find_figures(report, marked, cut),
        moments=find_moments(report, marked, cut),
        vectors=vectors.astype("<f4").tobytes(),
        dimensions=vectors.shape[1],
        roles=b"" if roles is None else (roles * 255).round().astype(np.uint8).tobytes(),
    )


def redate(annotated: Annotated, report: Report) -> Annotated:
    """Mark the same text under another date of publication: only its moments change."""
    moments = find_moments(report, annotated.tokens, annotated.sentences)
    return replace(annotated, report=report, moments=moments if annotated.sentences else ())
