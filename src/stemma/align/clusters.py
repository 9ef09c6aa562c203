"""Pairs to clusters: average-link, so that a chain of near-likes is not taken for one claim."""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray


class _Links:
    """Sums of pair scores between clusters; pairs that were never scored count as nought."""

    def __init__(
        self, size: int, left: Sequence[int], right: Sequence[int], scores: Sequence[float]
    ) -> None:
        self.members: list[list[int]] = [[at] for at in range(size)]
        self._sums: list[dict[int, float]] = [{} for _ in range(size)]
        for one, other, score in zip(left, right, scores, strict=True):
            self._sums[one][other] = score
            self._sums[other][one] = score

    def average(self, one: int, other: int) -> float:
        """Give the mean score over all pairs of members."""
        pairs = len(self.members[one]) * len(self.members[other])
        return self._sums[one].get(other, 0.0) / pairs

    def merge(self, one: int, other: int) -> list[int]:
        """Move the members of ``other`` to ``one``; give the clusters that it has links to."""
        self.members[one] += self.members[other]
        self.members[other] = []
        for neighbour, total in self._sums[other].items():
            if neighbour == one:
                continue
            merged = self._sums[one].get(neighbour, 0.0) + total
            self._sums[one][neighbour] = merged
            self._sums[neighbour][one] = merged
            del self._sums[neighbour][other]
        self._sums[one].pop(other, None)
        self._sums[other] = {}
        return sorted(self._sums[one])


def cluster(
    size: int,
    left: NDArray[np.intp],
    right: NDArray[np.intp],
    scores: NDArray[np.float64],
    *,
    least: float,
) -> list[list[int]]:
    """Merge the closest clusters while their members score ``least`` on average.

    Gives a partition of ``range(size)``, each part in order, by first member. Ties go by index.
    """
    links = _Links(size, left.tolist(), right.tolist(), scores.tolist())
    queue = [
        (-score, one, other)
        for one, other, score in zip(left.tolist(), right.tolist(), scores.tolist(), strict=True)
        if score >= least
    ]
    heapify(queue)
    while queue:
        score, one, other = heappop(queue)
        if not links.members[one] or not links.members[other]:
            continue
        if links.average(one, other) != -score:
            continue
        for neighbour in links.merge(one, other):
            average = links.average(one, neighbour)
            if average >= least:
                low, high = sorted((one, neighbour))
                heappush(queue, (-average, low, high))
    return sorted(sorted(members) for members in links.members if members)
