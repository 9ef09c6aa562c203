"""Copies of one text count as one witness: what four outlets print alike is told once.

A story is told by few agencies and many outlets. Where each copy had a voice of its own, the
copies of two agencies would outvote whatever the agencies have in common: each agency's names and
figures would look like what a whole camp knows and the other never heard of.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from stemma.group.features import Features
from stemma.group.linkage import Pair, link
from stemma.group.similarity import Scores, Signals

_COPY = 0.8
"""Cosine of the words of two reports from which on one is taken for a copy of the other."""

_LEAST = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """Reports without their copies.

    ``copies`` are the places of each witness's reports, ``reports`` the fullest report of each,
    and ``scores`` the mean probabilities that two witnesses tell the same story.
    """

    copies: tuple[tuple[int, ...], ...]
    reports: tuple[Features, ...]
    scores: Scores

    def of(self, block: Iterable[int]) -> list[int]:
        """Give the witnesses that these reports are copies of, in order."""
        wanted = set(block)
        return [at for at, several in enumerate(self.copies) if not wanted.isdisjoint(several)]


def find_witnesses(
    reports: Sequence[Features],
    signals: Signals,
    *,
    held: Sequence[Sequence[int]] = (),
    apart: Collection[Pair] = (),
) -> Witnesses:
    """Put copies together; reports of two blocks in ``held``, and those ``apart``, are none.

    Copies are told by average linkage, so that no chain of half-likes becomes one witness.
    """
    alike = _alike(signals)
    block_of = {at: number for number, block in enumerate(held) for at in block}
    parted = [
        (left, right)
        for left, right, _ in alike
        if left in block_of and right in block_of and block_of[left] != block_of[right]
    ]
    copies = link(len(reports), alike, threshold=_COPY, apart=[*apart, *parted])
    return Witnesses(
        copies=tuple(tuple(several) for several in copies),
        reports=tuple(_fullest([reports[at] for at in several]) for several in copies),
        scores=_average(copies, signals.scores),
    )


def _alike(signals: Signals) -> list[tuple[int, int, float]]:
    kept = signals.words >= _LEAST
    columns = (signals.lefts[kept], signals.rights[kept], signals.words[kept])
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _fullest(copies: Sequence[Features]) -> Features:
    return max(copies, key=lambda report: (int(report.words.counts.sum()), report.report))


def _average(copies: Sequence[Sequence[int]], scores: Scores) -> Scores:
    """Give the mean score of each two witnesses; reports without a score have nothing in common."""
    home = {at: place for place, several in enumerate(copies) for at in several}
    if len(home) == len(copies):
        return scores
    sums: defaultdict[Pair, float] = defaultdict(float)
    for (left, right), score in scores.items():
        one, other = home[left], home[right]
        if one != other:
            sums[(one, other) if one < other else (other, one)] += score
    return {
        (one, other): total / (len(copies[one]) * len(copies[other]))
        for (one, other), total in sums.items()
    }
