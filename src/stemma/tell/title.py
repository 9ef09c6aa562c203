"""What a story is called: the headline that stands nearest to what all its reports say."""

from collections.abc import Sequence

import numpy as np

from stemma.language import matrix
from stemma.model import Extracted

_LONGEST = 160


def title(story: Sequence[Extracted]) -> str:
    """Give the words of one report: a headline, or where there is none, a first sentence."""
    headed = [one for one in story if one.annotated.report.title]
    if not headed:
        return _opening(story[0])
    centre = sum(_middle(one) for one in story)
    scores = [(-float(_headline(one) @ centre), one.annotated.report.id) for one in headed]
    _, best = min(scores)
    return next(
        one.annotated.report.title or "" for one in headed if one.annotated.report.id == best
    )


def _middle(one: Extracted) -> np.ndarray:
    vectors = matrix(one.annotated)
    return vectors.mean(axis=0) if len(vectors) else np.zeros(one.annotated.dimensions)


def _headline(one: Extracted) -> np.ndarray:
    """Give the vector of the first sentence of the headline, which opens the text."""
    vectors = matrix(one.annotated)
    return vectors[0] if len(vectors) else np.zeros(one.annotated.dimensions)


def _opening(one: Extracted) -> str:
    line = one.annotated.report.text.split("\n", 1)[0]
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"
