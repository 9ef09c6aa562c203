"""What the pages ask: the newsroom, remembered until something changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

from stemma.errors import UsageError
from stemma.model import Coverage, Report, Summary
from stemma.newsroom import Newsroom

Value = TypeVar("Value")

_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Desk:
    """A newsroom whose answers are kept as long as they hold: until the next change of a story."""

    newsroom: Newsroom
    _kept: OrderedDict[Hashable, object] = field(default_factory=OrderedDict[Hashable, object])
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
        return self.remember(("story", name, self.age()), lambda: self.newsroom.story(name))

    def report(self, name: str) -> tuple[Report, Coverage]:
        """Give a report, within the coverage of its story where it is in one.

        Raises:
            UsageError: Nothing, or no report, is named so.
        """
        place, coverage = self.newsroom.show(name)
        for report in coverage.reports:
            if report.id == place.id:
                return report, coverage
        message = f"{name!r} is no report"
        raise UsageError(message)

    def remember(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Give what was made under this key, or make it; the oldest is forgotten."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]  # pyright: ignore[reportReturnType] - a key has one type
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _REMEMBERED:
                self._kept.popitem(last=False)
        return made
