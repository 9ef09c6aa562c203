"""Every two reports of a story side by side: what passages and details they share."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from stemma.language.rarity import rarity
from stemma.trace.rewording import Pair, find_chain
from stemma.trace.verbatim import Run, find_runs, index_words
from stemma.trace.wording import Wording

_FEW_REPORTS = 60
_DIGITS = 5
_SHORTEST = 3
_COMMONEST = 0.25
_DETAIL = 5.5
_PLAIN = 4.0
_FEW = 1 / 3
_FEWEST = 2
_FIGURE = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two reports, and what they share.

    ``coverage`` is the share of the shorter one's own words that stand in runs of five or more
    which the other has too; ``longest`` the longest of these, in words; ``order`` the weight of
    the sentences that say the same in the same order, over the geometric mean of the two
    numbers of sentences (three more each, for brief reports); ``rarest`` the rarity of details
    that hardly another report of the story has, for their size, 0 in a story of two. ``labels``
    are those of these details that a reader can do something with.
    """

    left: Wording
    right: Wording
    runs: tuple[Run, ...]
    chain: tuple[Pair, ...]
    details: tuple[str, ...]
    labels: tuple[str, ...]
    coverage: float
    longest: int
    order: float
    rarest: float


def compare_all(wordings: Sequence[Wording]) -> tuple[Comparison, ...]:
    """Compare every two reports of a story."""
    held = [frozenset[str]().union(*wording.terms) for wording in wordings]
    counts = Counter(term for terms in held for term in terms)
    spread = {term: _spread(count, len(wordings)) for term, count in counts.items()}
    named = Counter(label for wording in wordings for label in wording.labels)
    index = index_words(wordings)
    near = _nearest(wordings)
    found: list[Comparison] = []
    for first, second in combinations(range(len(wordings)), 2):
        left, right = wordings[first], wordings[second]
        shared = sorted(left.things & right.things)
        details = tuple(one for one in shared if _is_detail(one, counts, len(wordings)))
        runs = find_runs(left, right, index)
        worth = runs or (first, second) in near
        chain = find_chain(left, right, spread) if worth else ()
        scale = sqrt((len(left.sentences) + _SHORTEST) * (len(right.sentences) + _SHORTEST))
        own_runs = [run.own for run in runs]
        found.append(
            Comparison(
                left=left,
                right=right,
                runs=runs,
                chain=chain,
                details=details,
                labels=tuple(_labels(left, right, details, named, len(wordings))),
                coverage=min(1.0, sum(own_runs) / max(1, min(left.own_words, right.own_words))),
                longest=max(own_runs, default=0),
                order=sum(pair.weight for pair in chain) / scale,
                rarest=_rarity_of(details, min(len(held[first]), len(held[second])), len(held)),
            )
        )
    return tuple(found)


def _nearest(wordings: Sequence[Wording]) -> frozenset[tuple[int, int]]:
    """Give the pairs whose sentences are worth aligning: of great stories, the nearest few."""
    count = len(wordings)
    if count <= _FEW_REPORTS:
        return frozenset(combinations(range(count), 2))
    means = np.array([_mean(wording) for wording in wordings])
    order = np.argsort(-(means @ means.T).round(_DIGITS), axis=1, kind="stable")
    return frozenset(
        (min(row, int(other)), max(row, int(other)))
        for row in range(count)
        for other in order[row, : _FEW_REPORTS // 2]
        if row != int(other)
    )


def _mean(wording: Wording) -> NDArray[np.float32]:
    total = wording.vectors.sum(axis=0)
    return total / max(float(np.linalg.norm(total)), 1e-9)


def _spread(count: int, reports: int) -> float:
    """Weigh a term down the more reports have it: nearly 1 for two of many, 0.25 for all of many.

    In a story of two nothing tells the words of the event from words that were taken over:
    0.625 for all.
    """
    return 1.0 - (1.0 - _COMMONEST) * max(0, count - 1) / reports


def _is_detail(term: str, counts: Mapping[str, int], reports: int) -> bool:
    few = counts[term] <= max(_FEWEST, int(_FEW * reports))
    return few and rarity(term) >= _DETAIL


def _labels(
    left: Wording,
    right: Wording,
    details: Sequence[str],
    counts: Mapping[str, int],
    reports: int,
) -> Iterator[str]:
    """Give full names, places and figures that hold a detail and that few reports have.

    In a story of two, every report that is not this one is the other: nothing is rare.
    """
    if reports <= _FEWEST:
        return
    for label in sorted(left.labels.keys() & right.labels.keys()):
        rare = counts[label] <= max(_FEWEST, int(_FEW * reports))
        if rare and any(detail in label.split() for detail in details):
            yield label


def _rarity_of(details: Sequence[str], size: int, reports: int) -> float:
    if not details:
        return 0.0
    excess = sum(
        (rarity(detail) - _PLAIN) * (_FIGURE if detail[0].isdigit() else 1.0) for detail in details
    )
    return excess / sqrt(size) * (reports - _FEWEST) / reports
