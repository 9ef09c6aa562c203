"""Clusters whose wordings have nothing in common but the topic of their story."""

from collections import Counter
from collections.abc import Iterable, Sequence

from stemma.align.claims.wordings import Wording
from stemma.align.ties import Ties

_AGAIN = 2
"""Wordings a report from which on a term is of the topic: a claim is told once or twice."""


def part_topical(
    clusters: Iterable[Sequence[int]],
    wordings: Sequence[Wording],
    nearly_same: Iterable[tuple[int, int]],
) -> list[list[int]]:
    """Part what shares no term but those that the story's reports use again and again.

    "The lock is a marvel" and "the lock can be seen from the quay" are both about the lock. Pairs
    that are ``nearly_same`` stay together, whatever their terms. ``clusters`` hold places in
    ``wordings``; order is kept.
    """
    own = _own_terms(wordings)
    ties = Ties(len(wordings))
    for one, other in nearly_same:
        ties.tie(one, other)
    parted: list[list[int]] = []
    for cluster in clusters:
        for at, one in enumerate(cluster):
            for other in cluster[at + 1 :]:
                if not own[one].isdisjoint(own[other]):
                    ties.tie(one, other)
        parted += ties.sets(cluster)
    return parted


def _own_terms(wordings: Sequence[Wording]) -> list[frozenset[str]]:
    """Give the terms of each wording without those of the topic."""
    spread = Counter(term for wording in wordings for term in set(wording.terms))
    reports = frozenset(report for wording in wordings for report in wording.reports)
    most = _AGAIN * len(reports)
    return [
        frozenset(term for term in wording.terms if spread[term] <= most) for wording in wordings
    ]
