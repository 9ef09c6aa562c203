"""What incremental grouping asks of an index, and what it lets the index know."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from stemma.group.features import Features
from stemma.group.packing import pack, unpack
from stemma.group.spread import LEAST_TELLING, Spread, least_count
from stemma.language.rarity import rarity

_TERMS = 48
_LONGEST = 64
_GROWTH = 1.02


class Index(Protocol):
    """Reports by their most telling words, with their features and the stories they belong to."""

    def size(self) -> int:
        """Count the reports."""
        ...

    def common_words(self, *, least: int) -> Mapping[str, int]:
        """Give the words that at least so many reports have, with the number of reports."""
        ...

    def find(self, terms: Mapping[str, int], *, day: int, under: int, most: int) -> Sequence[bytes]:
        """Give the packed features of ``most`` reports that are found by terms that weigh most.

        Of each term, ``under`` reports count, those nearest to a day: half of them of that day or
        earlier, latest first, the others later. Of two that weigh the same, the one that arrived
        first comes first.
        """
        ...

    def read(self, reports: Sequence[str]) -> Mapping[str, bytes]:
        """Give the packed features of those reports that are known."""
        ...

    def stories_of(self, reports: Sequence[str]) -> Mapping[str, str]:
        """Give the story of each report that belongs to one."""
        ...

    def members(self, stories: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
        """Give the reports of each story in order of arrival, with their place in that order."""
        ...

    def is_taken(self, story: str) -> bool:
        """Tell whether a story has, or ever had, this id."""
        ...

    def add(
        self, report: str, *, day: int, terms: Sequence[str], words: Sequence[str], features: bytes
    ) -> None:
        """Take in a report: to be found under ``terms``, and counted under ``words``."""
        ...

    def remove(self, report: str, *, terms: Sequence[str], words: Sequence[str]) -> None:
        """Forget a report that was taken in so."""
        ...


def add(features: Features, *, index: Index, seen: int) -> None:
    """Let the index know a report that was first ``seen`` on a day (proleptic Gregorian ordinal).

    It belongs to no story by that. The index must not know it yet.
    """
    index.add(
        features.report,
        day=seen if features.day is None else features.day,
        terms=telling_terms(features),
        words=_countable_words(features),
        features=pack(features),
    )


def remove(report: str, *, index: Index) -> None:
    """Let the index forget a report, if it knows it: it was superseded, or its features change."""
    for packed in index.read([report]).values():
        features = unpack(packed)
        index.remove(report, terms=telling_terms(features), words=_countable_words(features))


def telling_terms(features: Features) -> list[str]:
    """Give the words that a report is found by: those that weigh most, names above others."""
    names = dict(zip(features.names.words, features.names.weights.tolist(), strict=True))
    words = zip(features.words.words, features.words.weights.tolist(), strict=True)
    order = sorted(
        (-weight - names.get(word, 0.0), word) for word, weight in words if len(word) <= _LONGEST
    )
    return [word for _, word in order[:_TERMS]]


def count_common(index: Index, spread: Spread | None = None) -> Spread:
    """Count the words that fill an index, unless ``spread`` is still much the same."""
    size = index.size()
    if spread is not None and spread.reports <= size <= spread.reports * _GROWTH + 1:
        return spread
    return Spread(size, index.common_words(least=least_count(size)))


def _countable_words(features: Features) -> list[str]:
    """Give the words that may come to be less telling for being in many reports."""
    return [
        word
        for word in features.words.words
        if rarity(word) > LEAST_TELLING and len(word) <= _LONGEST
    ]
