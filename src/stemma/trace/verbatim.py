"""Passages that two reports have word for word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.language.rarity import rarity
from stemma.trace.wording import Wording

Index = Mapping[str, Mapping[int, Sequence[int]]]
"""For each report: for each run of five words, by a number, the places where it begins."""

_SHORTEST = 5
_LEAST_RARITY = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The same words in two reports: ``[left, left + length)`` and ``[right, right + length)``.

    ``own`` counts the words that neither report has within quotation marks.
    """

    left: int
    right: int
    length: int
    own: int


def index_words(wordings: Sequence[Wording]) -> Index:
    """List where each run of five words begins in each report."""
    numbers: dict[tuple[str, ...], int] = {}
    return {wording.report: _places(wording.words, numbers) for wording in wordings}


def _places(words: Sequence[str], numbers: dict[tuple[str, ...], int]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for at in range(len(words) - _SHORTEST + 1):
        number = numbers.setdefault(tuple(words[at : at + _SHORTEST]), len(numbers))
        places.setdefault(number, []).append(at)
    return places


def find_runs(left: Wording, right: Wording, index: Index) -> tuple[Run, ...]:
    """Find the longest runs of five or more words in common, from left to right.

    ``index`` holds both reports' words. Runs of common words alone are left out: anybody writes
    "at the end of the year".
    """
    lefts, rights = index[left.report], index[right.report]
    shared = lefts.keys() & rights.keys()
    found: list[Run] = []
    end = 0
    for at, starts in sorted((at, rights[number]) for number in shared for at in lefts[number]):
        if at < end:
            continue
        length, negative = max((_extent(left, right, at, start), -start) for start in starts)
        end = at + length
        if sum(rarity(word) for word in left.words[at:end]) >= _LEAST_RARITY:
            found.append(_run(left, right, at, -negative, length))
    return tuple(found)


def _extent(left: Wording, right: Wording, first: int, second: int) -> int:
    """Count the words in common from two places where the same run of five begins."""
    length = _SHORTEST
    most = min(len(left.words) - first, len(right.words) - second)
    while length < most and left.words[first + length] == right.words[second + length]:
        length += 1
    return length


def _run(left: Wording, right: Wording, first: int, second: int, length: int) -> Run:
    of_both = zip(
        left.own[first : first + length], right.own[second : second + length], strict=True
    )
    own = sum(in_left and in_right for in_left, in_right in of_both)
    return Run(left=first, right=second, length=length, own=own)
