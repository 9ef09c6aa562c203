"""What the pages ask: the newsroom, remembered until something changes."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from stemma import archive
from stemma.errors import UsageError
from stemma.model import Alert, Coverage, Finding, Report, Summary
from stemma.newsroom import Newsroom
from stemma.stores import Ledger, Mark
from stemma.web.legible import legible
from stemma.web.memory import Memory
from stemma.web.noticing import Notice

Value = TypeVar("Value")

_MOST = 200_000
"""So many kilobytes of answers are remembered, about."""

_OF_A_REPORT = 100
"""Kilobytes that a report takes with all that is told of it, about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A place, the story in which it is now, and what that was last told from."""

    place: archive.Place
    home: str | None
    told_from: str | None


class _ToldOtherwiseError(Exception):
    """A story was told anew after we looked from what it was told."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A newsroom whose answers are remembered as long as they hold.

    Lists hold until anything changes, what is told of a story until that story is told otherwise.
    """

    newsroom: Newsroom
    _memory: Memory = field(default_factory=lambda: Memory(_weigh, _MOST))

    def mark(self) -> Mark:
        """Give how far the store has come; what was answered at this mark still holds."""
        with self.newsroom.store.read() as ledger:
            return ledger.mark()

    def state(self, about: Sequence[str]) -> str:
        """Give a name for how things stand: with the stories of these ids, or with everything.

        What was told at this name still holds.

        Raises:
            UsageError: Nothing is named so.
        """
        mark, found = self._find(about)
        told = [one.told_from for one in found if one.told_from]
        if not told or len(told) < len(about):
            return str(mark)
        return "-".join([f"{mark.verdict}", *(one.rpartition(":")[2] for one in told)])

    def home_of(self, name: str) -> str | None:
        """Give the id of the story that something is in; None for a report that is in none.

        Raises:
            UsageError: Nothing is named so.
        """
        _, (found,) = self._find([name])
        return found.home

    def last_change(self) -> int:
        """Give the number of the latest change of a story."""
        return self.mark().change

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
        return self.remember(("summaries", self.mark()), self._sum_up)

    def story(self, name: str) -> Coverage:
        """Give a story with its reports.

        Raises:
            UsageError: Nothing is named so, or no story is told of it.
        """
        while True:
            _, (found,) = self._find([name])
            try:
                return self._cover(found)
            except _ToldOtherwiseError:
                continue

    def look(self, name: str) -> tuple[archive.Place, Coverage]:
        """Find anything by its id, within its story where it is in one.

        Raises:
            UsageError: Nothing is named so.
        """
        _, (found,) = self._find([name])
        if found.home is not None:
            return found.place, self.story(name)
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
        return self.remember(("verdicts", self.mark()), self.newsroom.verdicts)

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
        self._memory.keep(("notice", notice.verdict.id), notice)

    def notice(self, verdict: str) -> Notice | None:
        """Give what a decision did, as long as it is remembered."""
        found = self._memory.find(("notice", verdict))
        return found if isinstance(found, Notice) else None

    def remember(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Give what was made under this key, or make it.

        What has a name of its own for each value is best: it may be remembered for ever.
        """
        return self._memory.make(key, make)

    def _find(self, names: Sequence[str]) -> tuple[Mark, tuple[_Found, ...]]:
        """Find things by their ids, with how far the store had come then."""
        with self.newsroom.store.read() as ledger:
            mark = ledger.mark()
            return mark, tuple(self._locate(ledger, mark, name) for name in names)

    def _locate(self, ledger: Ledger, mark: Mark, name: str) -> _Found:
        key = ("place", mark, name)
        known = self._memory.find(key)
        if isinstance(known, _Found):
            return known
        place = archive.locate(ledger, name)
        home = ledger.stories.follow(place.story) if place.story else None
        told_from = ledger.stories.told_from(home) if home else None
        found = _Found(place=place, home=home, told_from=told_from)
        self._memory.keep(key, found)
        return found

    def _cover(self, found: _Found) -> Coverage:
        """Give a story by what it was told from: the same again is the same story."""
        if found.told_from is None:
            return self._read(found)
        key = ("story", found.home, found.told_from)
        return self.remember(key, lambda: self._read(found))

    def _read(self, found: _Found) -> Coverage:
        with self.newsroom.store.read() as ledger:
            if found.home and ledger.stories.told_from(found.home) != found.told_from:
                raise _ToldOtherwiseError
            return legible(archive.cover_story(ledger, found.place))

    def _sum_up(self) -> tuple[Summary, ...]:
        """Read those lines alone that were told since they were read last."""
        with self.newsroom.store.read() as ledger:
            order = ledger.summaries.order()
            keys = {name: ("line", name, told_from) for name, told_from in order}
            known = {name: self._memory.find(key) for name, key in keys.items()}
            new = ledger.summaries.several([name for name, line in known.items() if line is None])
        for name, line in new.items():
            self._memory.keep(keys[name], line)
        return tuple(_lines(known | new))


def _lines(known: Mapping[str, object]) -> Iterable[Summary]:
    return (line for line in known.values() if isinstance(line, Summary))


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
