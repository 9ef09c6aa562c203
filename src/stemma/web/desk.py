"""What the pages ask: the newsroom, remembered until something changes."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

from stemma import archive
from stemma.errors import UsageError
from stemma.model import Alert, Coverage, Finding, Report, Summary
from stemma.newsroom import Newsroom
from stemma.stores import Ledger
from stemma.web.legible import legible
from stemma.web.noticing import Notice

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
    _making: dict[Hashable, Future[object]] = field(default_factory=dict[Hashable, Future[object]])
    _lock: Lock = field(default_factory=Lock)

    def age(self) -> int:
        """Give the number of the latest change; what was answered at this number still holds."""
        with self.newsroom.store.read() as ledger:
            return ledger.stories.last_change()

    def state(self, about: Sequence[str]) -> str:
        """Give a name for how things stand: with the stories of these ids, or with everything.

        What was told at this name still holds.

        Raises:
            UsageError: Nothing is named so.
        """
        with self.newsroom.store.read() as ledger:
            homes = [archive.locate(ledger, name).story for name in about]
            told = [ledger.stories.told_from(ledger.stories.follow(one)) for one in homes if one]
            if len(told) < len(about) or None in told or not about:
                return f"{ledger.stories.last_change()}"
            decided = ledger.verdicts.last()
        return "-".join([f"{decided}", *(one.rpartition(":")[2] for one in told if one)])

    def changed_since(self, seq: int) -> tuple[tuple[int, str], ...]:
        """Give (number, story) of every change after number ``seq``."""
        with self.newsroom.store.read() as ledger:
            return ledger.stories.changed_since(seq)

    def last_alert(self) -> int:
        """Give the number of the latest alert."""
        with self.newsroom.store.read() as ledger:
            return ledger.alerts.last()

    def alerts_since(self, seq: int) -> tuple[tuple[int, Alert], ...]:
        """Give (number, alert) of every alert after number ``seq``, in order of finding."""
        with self.newsroom.store.read() as ledger:
            return ledger.alerts.since(seq)

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

    def look(self, name: str) -> tuple[archive.Place, Coverage]:
        """Find anything by its id, within its story where it is in one.

        Raises:
            UsageError: Nothing is named so.
        """
        with self.newsroom.store.read() as ledger:
            place = archive.locate(ledger, name)
            if place.story:
                return place, self._cover(ledger, place)
        place, coverage = self.newsroom.show(name)
        return place, legible(coverage)

    def report(self, name: str) -> tuple[Report, Coverage]:
        """Give a report, within the coverage of its story where it is in one.

        Raises:
            UsageError: Nothing, or no report, is named so.
        """
        place, coverage = self.look(name)
        for report in coverage.reports:
            if report.id == place.id:
                return report, coverage
        message = f"{name!r} is no report"
        raise UsageError(message)

    def article(self, report: str) -> archive.Article:
        """Give all versions of the article that a report is a version of.

        Raises:
            UsageError: There is no such report.
        """
        with self.newsroom.store.read() as ledger:
            return archive.find_article(ledger, report)

    def verdicts(self) -> tuple[archive.Listed, ...]:
        """Give every verdict in the order of deciding, and how it stands now."""
        return self.remember(("verdicts", self.age()), self.newsroom.verdicts)

    def history(self, name: str) -> archive.History:
        """Give what was decided about something.

        Raises:
            UsageError: Nothing is named so, or several things are.
        """
        listed = self.verdicts()
        with self.newsroom.store.read() as ledger:
            return archive.find_history(ledger, name, listed)

    def questions(self) -> Mapping[str, tuple[Finding, ...]]:
        """Give the findings that put decisions in question, by the id of the verdict."""
        listed = self.verdicts()
        with self.newsroom.store.read() as ledger:
            return archive.find_questions(ledger, listed)

    def home(self, story: str) -> str | None:
        """Give the id under which a story lives now, by its whole id; None where there is none."""
        with self.newsroom.store.read() as ledger:
            if story not in ledger.stories.moved(story.rpartition(":")[2]):
                return None
            return ledger.stories.follow(story)

    def note(self, notice: Notice) -> None:
        """Keep what a decision did for the page that is shown next."""
        self.remember(("notice", notice.verdict.id), lambda: notice)

    def notice(self, verdict: str) -> Notice | None:
        """Give what a decision did, as long as it is remembered."""
        with self._lock:
            found = self._kept.get(("notice", verdict))
        return found if isinstance(found, Notice) else None

    def remember(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Give what was made under this key, or make it; what was asked least lately is forgotten.

        Whoever asks while it is being made waits for it. What has a name of its own for each value
        is best: it may be remembered for ever.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]  # pyright: ignore[reportReturnType] - a key has one type
            begun = self._making.get(key)
            ours = begun or Future[object]()
            self._making[key] = ours
        if begun is not None:
            return begun.result()  # pyright: ignore[reportReturnType] - as above
        try:
            value = make()
        except BaseException as error:
            self._let_go(key)
            ours.set_exception(error)
            raise
        self._keep(key, value)
        ours.set_result(value)
        return value

    def _keep(self, key: Hashable, value: object) -> None:
        with self._lock:
            del self._making[key]
            self._kept[key] = value
            self._weights[key] = _weigh(value)
            while self._weights.total() > _MOST and len(self._kept) > 1:
                forgotten, _ = self._kept.popitem(last=False)
                del self._weights[forgotten]

    def _let_go(self, key: Hashable) -> None:
        with self._lock:
            del self._making[key]

    def _cover(self, ledger: Ledger, place: archive.Place) -> Coverage:
        """Give a story by what it was told from: the same again is the same story."""
        home = ledger.stories.follow(place.story) if place.story else None
        told_from = ledger.stories.told_from(home) if home else None
        if told_from is None:
            return legible(archive.cover_story(ledger, place))
        key = ("story", home, told_from)
        return self.remember(key, lambda: legible(archive.cover_story(ledger, place)))


def _weigh(made: object) -> int:
    """Give the kilobytes that a value takes, about."""
    match made:
        case Coverage():
            return 1 + _OF_A_REPORT * len(made.reports)
        case Notice():
            return 1 + _OF_A_REPORT * sum(len(change.reports) for change in made.changes)
        case str() | bytes():
            return 1 + len(made) // 1000
        case _:
            return 1
