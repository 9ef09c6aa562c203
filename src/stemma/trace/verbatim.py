"""Passages that two reports have word for word."""

from collections.abc import Mapping
from dataclasses import dataclass

from stemma.language.rarity import rarity
from stemma.trace.wording import Wording

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


def index_words(wording: Wording) -> dict[tuple[str, ...], list[int]]:
    """List where each run of five words begins."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(wording.words) - _SHORTEST + 1):
        places.setdefault(wording.words[at : at + _SHORTEST], []).append(at)
    return places


def find_runs(
    left: Wording, right: Wording, places: Mapping[tuple[str, ...], list[int]]
) -> tuple[Run, ...]:
    """Find the longest runs of five or more words in common, from left to right.

    ``places`` are the right report's (``index_words``). Runs of common words alone are left
    out: anybody writes "at the end of the year".
    """
    found: list[Run] = []
    at = 0
    while at + _SHORTEST <= len(left.words):
        starts = places.get(left.words[at : at + _SHORTEST], [])
        if not starts:
            at += 1
            continue
        length, negative = max((_extent(left, right, at, start), -start) for start in starts)
        run = _run(left, right, at, -negative, length)
        if sum(rarity(word) for word in left.words[at : at + length]) >= _LEAST_RARITY:
            found.append(run)
        at += length
    return tuple(found)


def _extent(left: Wording, right: Wording, first: int, second: int) -> int:
    length = 0
    most = min(len(left.words) - first, len(right.words) - second)
    while length < most and left.words[first + length] == right.words[second + length]:
        length += 1
    return length


def _run(left: Wording, right: Wording, first: int, second: int, length: int) -> Run:
    own = sum(left.own[first + step] and right.own[second + step] for step in range(length))
    return Run(left=first, right=second, length=length, own=own)
