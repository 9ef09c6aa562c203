"""Pairs of wordings that may say the same, with the signs for and against it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.align.claims.apart import apart
from stemma.align.claims.opposites import opposed
from stemma.align.claims.terms import Terms
from stemma.align.claims.wordings import Wording
from stemma.align.quantities import agree, comparable

_BLOCK = 1024
"""Rows compared at a time: bounds the memory to this many rows of similarities."""

_LEAST_ALIKE, _LEAST_ALIKE_MANY = 0.25, 0.5
_MANY = 500
"""Wordings from which on only what is rather alike is looked at."""

_TERM_SHARE = 0.5
_MOST_PARTNERS = 80
_ONE_CLAUSE = 14
_PART = 0.4
_TELLING = 100
_FEWEST_TERMS = 2
_LARGE, _SMALL, _OTHER = 1.0, 0.5, 0.35

SIGNS = (
    "vectors",
    "terms",
    "shared",
    "figures",
    "verbs",
    "moments_agree",
    "moments_differ",
    "negation",
    "opposites",
    "people_differ",
    "speakers_differ",
    "acts_differ",
    "same_report",
    "apart",
)
"""The columns of ``Pairs.signs``."""

_SEEN = 3
"""The first of the columns that are read off the wordings one pair at a time."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidates: indices of wordings, ``left < right``, and their signs.

    ``left`` and ``right`` have shape ``(pairs,)``, ``signs`` ``(pairs, len(SIGNS))``.
    """

    left: NDArray[np.intp]
    right: NDArray[np.intp]
    signs: NDArray[np.float64]


def find_pairs(wordings: Sequence[Wording], vectors: NDArray[np.float32]) -> Pairs:
    """Give the pairs that are alike enough to be looked at; ``vectors`` has a row a wording.

    Each wording keeps its eighty nearest at most, so that the work grows with the number of
    wordings and not with its square (but for one matrix product, block by block). What has
    fewer than two words of content ("it had been warned") is like too much to be compared.
    """
    terms = Terms([wording.terms for wording in wordings])
    left, right = _candidates(vectors, terms)
    enough = np.array([len(set(wording.terms)) >= _FEWEST_TERMS for wording in wordings], bool)
    telling = enough[left] & enough[right]
    left, right = left[telling], right[telling]
    signs = np.zeros((len(left), len(SIGNS)))
    signs[:, 0] = np.einsum("ij,ij->i", vectors[left], vectors[right])
    signs[:, 1] = terms.alike_pairs(left, right)
    signs[:, 2] = terms.shared_by_pairs(left, right)
    for at in range(len(left)):
        signs[at, _SEEN:] = _seen(wordings[int(left[at])], wordings[int(right[at])])
    return Pairs(left, right, signs)


def _candidates(
    vectors: NDArray[np.float32], terms: Terms
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    found: list[NDArray[np.intp]] = []
    size = len(vectors)
    enough = _LEAST_ALIKE if size < _MANY else _LEAST_ALIKE_MANY
    for start in range(0, size, _BLOCK):
        end = min(start + _BLOCK, size)
        alike = vectors[start:end] @ vectors.T + _TERM_SHARE * terms.alike(start, end)
        alike[np.arange(alike.shape[0]), np.arange(start, start + alike.shape[0])] = -1
        if size > _MOST_PARTNERS:
            least = np.partition(alike, size - _MOST_PARTNERS, axis=1)[:, size - _MOST_PARTNERS]
            keep = alike >= np.maximum(least, enough)[:, None]
        else:
            keep = alike >= enough
        one, other = np.nonzero(keep)
        found.append(np.stack([one + start, other]))
    if not found:
        return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp)
    both = np.sort(np.concatenate(found, axis=1), axis=0)
    pairs = np.unique(both, axis=1)
    return pairs[0], pairs[1]


def _seen(left: Wording, right: Wording) -> tuple[float, ...]:
    dated = bool(left.moments and right.moments)
    same_date = dated and any(
        one.startswith(other) or other.startswith(one)
        for one in left.moments
        for other in right.moments
    )
    return (
        _figures(left, right),
        not left.verbs.isdisjoint(right.verbs),
        same_date,
        dated and not same_date,
        _negation(left, right),
        opposed(left.verbs, right.verbs),
        bool(left.people and right.people and not left.people & right.people),
        _speakers_differ(left, right),
        left.act != right.act and "directive" in {left.act, right.act},
        left.reports == right.reports,
        apart(left, right),
    )


def _figures(left: Wording, right: Wording) -> float:
    """Tell how much figures agree: a shared 12,500 says more than a shared 3.

    Figures that count the same and differ say something too: both tell how many there were.
    """
    likeness = 0.0
    for one in left.figures:
        for other in right.figures:
            if comparable(one, other):
                telling = abs(one.value) >= _TELLING
                same = agree(one, other)
                likeness = max(likeness, (_LARGE if telling else _SMALL) if same else _OTHER)
    return likeness


def _speakers_differ(left: Wording, right: Wording) -> float:
    """Give 1 for the own words of two people, a half where one of the two is not quoted.

    What a report tells of people is not the own words of somebody whom it leaves out.
    """
    if left.speaker is None or right.speaker is None:
        told, quoted = (left, right) if left.speaker is None else (right, left)
        others = told.people and quoted.quoted is not None and quoted.quoted not in told.people
        return 0.5 if others else 0.0
    if left.speaker == right.speaker:
        return 0.0
    return 0.5 * (left.quoted is not None) + 0.5 * (right.quoted is not None)


def _negation(left: Wording, right: Wording) -> float:
    """Give 1 where one of two short statements is denied; of long ones only a part may be."""
    if left.negated == right.negated:
        return 0.0
    return 1.0 if max(left.length, right.length) <= _ONE_CLAUSE else _PART
