"""Average linkage over few pairs: scores that are not given count as nothing alike."""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

_DIGITS = 9


def link(
    count: int, scores: Iterable[tuple[int, int, float]], *, threshold: float
) -> list[list[int]]:
    """Join ``0 … count - 1`` into clusters, nearest first, while the mean score suffices.

    ``scores`` are (left, right, score), each pair once. Ties go to the cluster with the
    smallest members, so that the result depends on the scores alone. (Sokal and Michener,
    1958; UPGMA.)
    """
    members = {at: [at] for at in range(count)}
    sums: dict[int, dict[int, float]] = {at: {} for at in range(count)}
    for left, right, score in scores:
        sums[left][right] = sums[right][left] = score
    waiting = [
        (-round(score, _DIGITS), left, right)
        for left, near in sums.items()
        for right, score in near.items()
        if left < right and score >= threshold
    ]
    heapify(waiting)
    while waiting:
        negative, left, right = heappop(waiting)
        if left not in members or right not in members:
            continue
        if round(_mean(members, sums, left, right), _DIGITS) != -negative:
            continue
        _merge(members, sums, left, right)
        for other in sorted(sums[left]):
            mean = round(_mean(members, sums, left, other), _DIGITS)
            if mean >= threshold:
                heappush(waiting, (-mean, min(left, other), max(left, other)))
    return sorted(sorted(cluster) for cluster in members.values())


def _mean(
    members: dict[int, list[int]], sums: dict[int, dict[int, float]], left: int, right: int
) -> float:
    return sums[left].get(right, 0.0) / (len(members[left]) * len(members[right]))


def _merge(
    members: dict[int, list[int]], sums: dict[int, dict[int, float]], left: int, right: int
) -> None:
    """Let the right cluster go into the left one, whose first member is smaller."""
    members[left] += members.pop(right)
    del sums[left][right]
    for other, total in sums.pop(right).items():
        if other == left:
            continue
        del sums[other][right]
        sums[left][other] = sums[other][left] = sums[left].get(other, 0.0) + total
