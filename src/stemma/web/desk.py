"""What the pages ask: the newsroom, remembered until something changes."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

from stemma import archive
from stemma.errors import UsageError
from stemma.model import Coverage, Report, Summary
from stemma.newsroom import Newsroom
from stemma.stores import Ledger

Value = TypeVar("Value")

_MOST = 200_000
"""So many kilobytes of answers are remembered, about."""

_OF_A_REPORT = 100
"""Kilobytes that a report takes with all that is told of it, about."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A newsroom whose answers are remembered as long as they hold.

    Pages hold until the next change of any story, what is told of a story until that story is told
    otherwise.
    """

    newsroom: Newsroom
    _kept: OrderedDict[Hashable, object] = field(default_factory=OrderedDict[Hashable, object])
    _weights: Counter[Hashable] = field(default_factory=Counter[Hashable])
    _lock: Lock = field(default_factory=Lock)

    def age(self) -> int:
        """Give the number of the latest change; what was answered at this number still holds."""
        with self.newsroom.store.read() as ledger:
            return ledger.stories.last_change()

    def changed_since(self, seq: int) -> tuple[tuple[int, str], ...]:
        """Give (number, story) of every change after number ``seq``."""
        with self.newsroom.store.read() as ledger:
            return ledger.stories.changed_since(seq)

    def summaries(self) -> tuple[Summary, ...]:
        """Give all stories in a line each, those that changed last first."""
        return self.remember(("summaries", self.age()), self.newsroom.stories)

    def story(self, name: str) -> Coverage:
        """Give a story with its reports.

        Raises:
            UsageError: Nothing is named so.
        """
        with self.newsroom.store.read() as ledger:
            return self._cover(ledger, archive.locate(ledger, name))

    def report(self, name: str) -> tuple[Report, Coverage]:
        """Give a report, within the coverage of its story where it is in one.

        Raises:
            UsageError: Nothing, or no report, is named so.
        """
        with self.newsroom.store.read() as ledger:
            place = archive.locate(ledger, name)
            coverage = self._cover(ledger, place) if place.story else None
        if coverage is None:
            _, coverage = self.newsroom.show(name)
        for report in coverage.reports:
            if report.id == place.id:
                return report, coverage
        message = f"{name!r} is no report"
        raise UsageError(message)

    def remember(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Give what was made under this key, or make it; what was asked least lately is forgotten.

        What has a name of its own for each value is best: it may be remembered for ever.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]  # pyright: ignore[reportReturnType] - a key has one type
        made = make()
        with self._lock:
            self._kept[key] = made
            self._weights[key] = _weigh(made)
            while self._weights.total() > _MOST and len(self._kept) > 1:
                forgotten, _ = self._kept.popitem(last=False)
                del self._weights[forgotten]
        return made

    def _cover(self, ledger: Ledger, place: archive.Place) -> Coverage:
        """Give a story by what it was told from: the same again is the same story."""
        home = ledger.stories.follow(place.story) if place.story else None
        told_from = ledger.stories.told_from(home) if home else None
        if told_from is None:
            return archive.cover_story(ledger, place)
        return self.remember(("story", home, told_from), lambda: archive.cover_story(ledger, place))


def _weigh(made: object) -> int:
    """Give the kilobytes that a value takes, about."""
    match made:
        case Coverage():
            return 1 + _OF_A_REPORT * len(made.reports)
        case str():
            return 1 + len(made) // 1000
        case _:
            return 1
