"""Passages that one report tells again in other words: sentences aligned in the same order."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
    weights = _weights(left, right, spread)
    best = np.zeros((weights.shape[0] + 1, weights.shape[1] + 1))
    for row in range(weights.shape[0]):
        for column in range(weights.shape[1]):
            best[row + 1, column + 1] = max(
                best[row, column + 1],
                best[row + 1, column],
                best[row, column] + weights[row, column],
            )
    return _walk_back(best, weights)


def _weights(left: Wording, right: Wording, spread: Mapping[str, float]) -> NDArray[np.float64]:
    cosines = left.vectors @ right.vectors.T
    weights = np.zeros(cosines.shape)
    rows, columns = np.nonzero(cosines >= _LEAST_COSINE)
    for row, column in zip(map(int, rows), map(int, columns), strict=True):
        shared = sorted(left.terms[row] & right.terms[column])
        common = sum(rarity(term) * spread[term] for term in shared)
        if common >= _LEAST_SHARED:
            closeness = (float(cosines[row, column]) - _NO_COSINE) / (1 - _NO_COSINE)
            weights[row, column] = min(_MOST_WEIGHT, common * closeness)
    return weights


def _walk_back(best: NDArray[np.float64], weights: NDArray[np.float64]) -> tuple[Pair, ...]:
    row, column = weights.shape
    pairs: list[Pair] = []
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append(Pair(left=row, right=column, weight=float(weights[row, column])))
    return tuple(reversed(pairs))
