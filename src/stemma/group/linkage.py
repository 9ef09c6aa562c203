"""Average linkage over few pairs: scores that are not given count as nothing alike."""

from collections.abc import Collection, Iterable, Sequence
from heapq import heapify, heappop, heappush

_DIGITS = 9
_ABOVE = 1e-6

Pair = tuple[int, int]


def link(
    count: int,
    scores: Iterable[tuple[int, int, float]],
    *,
    threshold: float,
    held: Sequence[Sequence[int]] = (),
    apart: Collection[Pair] = (),
) -> list[list[int]]:
    """Join ``0 … count - 1`` into clusters, nearest first, while the mean score suffices.

    ``scores`` are (left, right, score), each pair once. Ties go to the cluster with the
    smallest members, so that the result depends on the scores alone. Members of ``held`` are
    together from the start; the two of a pair in ``apart`` never come together. (Sokal and
    Michener, 1958; UPGMA.)
    """
    linkage = _Linkage(count, scores, threshold=threshold, apart=apart)
    for block in held:
        linkage.hold(block)
    linkage.run()
    return sorted(sorted(cluster) for cluster in linkage.members.values())


def part(count: int, scores: Sequence[tuple[int, int, float]]) -> list[list[int]]:
    """Join all that is alike at all, and undo the last step: the clusters that are least alike."""
    linkage = _Linkage(count, scores, threshold=0.0)
    linkage.run()
    return link(count, scores, threshold=linkage.lowest + _ABOVE)


class _Linkage:
    """Clusters by their smallest member, and the sums of the scores between them."""

    def __init__(
        self,
        count: int,
        scores: Iterable[tuple[int, int, float]],
        *,
        threshold: float,
        apart: Collection[Pair] = (),
    ) -> None:
        self.members = {at: [at] for at in range(count)}
        self.lowest = 1.0
        self._threshold = threshold
        self._sums: dict[int, dict[int, float]] = {at: {} for at in range(count)}
        for left, right, score in scores:
            self._sums[left][right] = self._sums[right][left] = score
        self._apart: dict[int, set[int]] = {at: set() for at in range(count)}
        for left, right in apart:
            self._apart[left].add(right)
            self._apart[right].add(left)
        self._waiting: list[tuple[float, int, int]] = []

    def hold(self, block: Sequence[int]) -> None:
        """Join a block, whatever its scores."""
        first, *rest = sorted(block)
        for other in rest:
            self._merge(first, other)

    def run(self) -> None:
        """Join while the mean score suffices."""
        self._waiting = [
            (-mean, left, right)
            for left, near in self._sums.items()
            for right in near
            if left < right and (mean := self._mean(left, right)) >= self._threshold
        ]
        heapify(self._waiting)
        while self._waiting:
            negative, left, right = heappop(self._waiting)
            if left not in self.members or right not in self.members:
                continue
            if self._mean(left, right) != -negative or right in self._apart[left]:
                continue
            self.lowest = -negative
            self._merge(left, right)
            for other in sorted(self._sums[left]):
                mean = self._mean(left, other)
                if mean >= self._threshold:
                    heappush(self._waiting, (-mean, min(left, other), max(left, other)))

    def _mean(self, left: int, right: int) -> float:
        pairs = len(self.members[left]) * len(self.members[right])
        return round(self._sums[left].get(right, 0.0) / pairs, _DIGITS)

    def _merge(self, left: int, right: int) -> None:
        """Let the right cluster go into the left one, whose first member is smaller."""
        self.members[left] += self.members.pop(right)
        self._sums[left].pop(right, None)
        for other, total in self._sums.pop(right).items():
            if other == left:
                continue
            del self._sums[other][right]
            both = self._sums[left].get(other, 0.0) + total
            self._sums[left][other] = self._sums[other][left] = both
        for other in self._apart.pop(right):
            self._apart[other].discard(right)
            self._apart[other].add(left)
            self._apart[left].add(other)
