"""Passages that one report tells again in other words: sentences aligned in the same order."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from stemma.language.rarity import rarity
from stemma.trace.wording import Wording

_LEAST_COSINE = 0.5
_NO_COSINE = 0.4
_LEAST_SHARED = 10.0
_MOST_WEIGHT = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sentences that say the same, as rows of the two wordings, and how surely."""

    left: int
    right: int
    weight: float


def find_chain(left: Wording, right: Wording, spread: Mapping[str, float]) -> tuple[Pair, ...]:
    """Find the heaviest sequence of aligned sentences that runs forwards in both reports.

    A pair weighs the rarity of the content words that both have (each times its ``spread``: 1
    for a word that only these two reports have, less the more reports of the story have it),
    times how far the vectors are alike beyond 0.4, 12 at most.
    """
    pairs = _pairs(left, right, spread)
    totals: list[float] = []
    before: list[int | None] = []
    for at, pair in enumerate(pairs):
        earlier = [
            place
            for place in range(at)
            if pairs[place].left < pair.left and pairs[place].right < pair.right
        ]
        best = max(earlier, key=lambda place: (totals[place], -place), default=None)
        before.append(best)
        totals.append(pair.weight + (totals[best] if best is not None else 0.0))
    place = max(range(len(pairs)), key=lambda at: (totals[at], -at), default=None)
    chain: list[Pair] = []
    while place is not None:
        chain.append(pairs[place])
        place = before[place]
    return tuple(reversed(chain))


def _pairs(left: Wording, right: Wording, spread: Mapping[str, float]) -> list[Pair]:
    """Find the sentences that may say the same, by row of the left, then of the right."""
    cosines = left.vectors @ right.vectors.T
    rows, columns = np.nonzero(cosines >= _LEAST_COSINE)
    found: list[Pair] = []
    for row, column in zip(map(int, rows), map(int, columns), strict=True):
        shared = sorted(left.terms[row] & right.terms[column])
        common = sum(rarity(term) * spread[term] for term in shared)
        if common >= _LEAST_SHARED:
            closeness = (float(cosines[row, column]) - _NO_COSINE) / (1 - _NO_COSINE)
            weight = min(_MOST_WEIGHT, common * closeness)
            found.append(Pair(left=row, right=column, weight=weight))
    return found
