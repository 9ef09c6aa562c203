"""Two events of one kind in one cluster: told apart by what one camp names and the other never.

Two title fights of one boxer share most of their words. What gives them away: every report of
one camp names, near its top, an opponent, a ship or a figure that no report of the other camp
knows, and the other way round.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from stemma.group.features import Features
from stemma.group.linkage import part
from stemma.language.rarity import rarity

_LEAST_RARE = 3.5
_LEAST_REPORTS = 4
_LEAST_CAMP = 2
_HELD_BY_CAMP = 0.6
_TOLD_FIRST_BY_CAMP = 0.4
_HELD_BY_OTHERS = 0.15
_MOST_MARK_WEIGHT = 16.0
_GAP_UNIT = 0.1
_MARK_UNIT = 8.0
_SPLIT = 2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Two camps of a cluster, as places in it, and what only the reports of one of them tell.

    ``gap`` is by how much the two camps are less alike than the looser of them is in itself.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    left_marks: tuple[str, ...]
    right_marks: tuple[str, ...]
    gap: float

    @property
    def value(self) -> float:
        """Weigh gap and marks; both camps need marks of their own."""
        marks = min(_weight(self.left_marks), _weight(self.right_marks))
        if not marks:
            return 0.0
        return self.gap / _GAP_UNIT + marks / _MARK_UNIT


def split(
    cluster: Sequence[int],
    reports: Sequence[Features],
    scores: Mapping[tuple[int, int], float],
    *,
    held: Sequence[Sequence[int]] = (),
) -> list[list[int]]:
    """Split a cluster, again and again, where two camps contradict each other.

    The members of a block in ``held`` stay together.
    """
    if len(cluster) < _LEAST_REPORTS:
        return [list(cluster)]
    contrast = find_contrast([reports[at] for at in cluster], _block(cluster, scores))
    if contrast is None or contrast.value < _SPLIT:
        return [list(cluster)]
    camps = [[cluster[at] for at in camp] for camp in (contrast.left, contrast.right)]
    if any(set(block) & set(camps[0]) and set(block) & set(camps[1]) for block in held):
        return [list(cluster)]
    return [found for camp in camps for found in split(camp, reports, scores, held=held)]


def find_contrast(reports: Sequence[Features], scores: NDArray[np.float64]) -> Contrast | None:
    """Find the two camps of reports that differ most in names and figures."""
    left, right = _camps(reports)
    if min(len(left), len(right)) < _LEAST_CAMP:
        return None
    within = min(_mean(scores, left, left), _mean(scores, right, right))
    return Contrast(
        left=tuple(left),
        right=tuple(right),
        left_marks=own_marks([reports[at] for at in left], [reports[at] for at in right]),
        right_marks=own_marks([reports[at] for at in right], [reports[at] for at in left]),
        gap=within - _mean(scores, left, right),
    )


def _block(cluster: Sequence[int], scores: Mapping[tuple[int, int], float]) -> NDArray[np.float64]:
    block = np.zeros((len(cluster), len(cluster)))
    for row, left in enumerate(cluster):
        for column, right in enumerate(cluster):
            if row != column:
                block[row, column] = scores.get((min(left, right), max(left, right)), 0.0)
    return block


def _camps(reports: Sequence[Features]) -> tuple[list[int], list[int]]:
    """Divide in two by average linkage over names and figures that not all reports share."""
    spread = Counter(mark for report in reports for mark in report.marks)
    telling = sorted(
        mark
        for mark, count in spread.items()
        if 1 < count < len(reports) and rarity(mark) >= _LEAST_RARE
    )
    columns = {mark: at for at, mark in enumerate(telling)}
    rows = np.zeros((len(reports), len(telling)))
    for row, report in enumerate(reports):
        for mark in report.marks & columns.keys():
            rows[row, columns[mark]] = rarity(mark) * log((len(reports) + 1) / spread[mark])
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths > 0, lengths, 1.0)
    alike = rows @ rows.T
    return _halve(alike)


def _halve(alike: NDArray[np.float64]) -> tuple[list[int], list[int]]:
    """Give the greatest of the last clusters of average linkage, and all the others."""
    count = len(alike)
    pairs = [(i, j, float(alike[i, j])) for i in range(count) for j in range(i + 1, count)]
    clusters = part(count, pairs)
    first, *rest = sorted(clusters, key=lambda cluster: (-len(cluster), cluster))
    return first, sorted(at for cluster in rest for at in cluster)


def own_marks(camp: Sequence[Features], others: Sequence[Features]) -> tuple[str, ...]:
    """Find names and figures that most of a camp tell, many near the top, and others hardly."""
    told_first = Counter(mark for report in camp for mark in report.told_first)
    return tuple(
        mark
        for mark, count in sorted(told_first.items())
        if rarity(mark) >= _LEAST_RARE
        and count >= _TOLD_FIRST_BY_CAMP * len(camp)
        and _share(camp, mark) >= _HELD_BY_CAMP
        and _share(others, mark) <= _HELD_BY_OTHERS
    )


def _share(reports: Sequence[Features], mark: str) -> float:
    return sum(mark in report.marks or mark in report.words for report in reports) / len(reports)


def _weight(marks: Collection[str]) -> float:
    return min(_MOST_MARK_WEIGHT, sum(rarity(mark) for mark in marks))


def _mean(scores: NDArray[np.float64], left: Sequence[int], right: Sequence[int]) -> float:
    if left == right:
        count = len(left) * (len(left) - 1)
        return float(scores[np.ix_(left, left)].sum()) / count
    return float(scores[np.ix_(left, right)].mean())
