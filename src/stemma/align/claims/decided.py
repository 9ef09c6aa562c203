"""What people decided about claims: statements that say the same, or do not, whatever the words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from stemma.align.claims.wordings import Wording
from stemma.model import Statement

Decided = Sequence[tuple[str, str]]
"""Pairs of statement ids."""

Scored = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]
"""Places of wordings, ``left < right``, and how likely they say the same: shapes ``(pairs,)``."""

_TOGETHER = 1e9
_APART = -1e12
"""Both outweigh whatever else a cluster holds."""


def part(wordings: Iterable[Wording], apart: Decided) -> list[Wording]:
    """Part statements with the same words that people decided not to say the same."""
    parted: list[Wording] = []
    for wording in wordings:
        names = {statement.id for statement in wording.statements}
        leaving = {other for one, other in apart if one in names and other in names}
        stay = [one for one in wording.statements if one.id not in leaving]
        if not stay or not leaving:
            parted.append(wording)
            continue
        parted.append(_only(wording, stay))
        parted += [_only(wording, [one]) for one in wording.statements if one.id in leaving]
    return parted


def pin(
    scored: Scored, wordings: Sequence[Wording], *, together: Decided, apart: Decided
) -> Scored:
    """Give pairs that people decided a score beyond all others."""
    if not (together or apart):
        return scored
    at = {one.id: place for place, wording in enumerate(wordings) for one in wording.statements}
    scores = {
        (left, right): score
        for left, right, score in zip(*(column.tolist() for column in scored), strict=True)
    }
    for decided, score in ((together, _TOGETHER), (apart, _APART)):
        for one, other in decided:
            if one in at and other in at and at[one] != at[other]:
                scores[min(at[one], at[other]), max(at[one], at[other])] = score
    pairs = np.array(list(scores), dtype=np.intp).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1], np.array(list(scores.values()))


def _only(wording: Wording, statements: Sequence[Statement]) -> Wording:
    return replace(wording, statements=tuple(statements))
