"""The façade of what is kept: a store, the work over it, and what people ask of it."""

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from stemma import archive, search
from stemma.app import find, load_parts
from stemma.model import Actor, Alert, Coverage, Deed, Failure, Hits, Summary, Verdict
from stemma.model.alert import ALERT_KINDS, AlertKind
from stemma.ports import Progress
from stemma.read import Raw
from stemma.settings import Settings, Silence
from stemma.stores import Ledger, Store, open_store
from stemma.watch.alerting import find_alerts


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """The same with a memory: reports are kept, stories are followed.

    ``listeners`` hear of every story that is told anew, within the transaction that keeps it.
    """

    settings: Settings
    progress: Progress
    store: Store
    clock: archive.Clock
    listeners: tuple[archive.Listener, ...] = ()

    def add(self, sources: Sequence[str], *, stdin: BinaryIO | None = None) -> archive.Added:
        """Read and keep what is new of the sources; its stories are then to be told anew.

        Raises:
            UsageError: There are no sources, or a language part is not on this machine.
        """
        return self.take(find(sources, self.settings, stdin))

    def take(self, inputs: Iterable[Raw | Failure]) -> archive.Added:
        """Read and keep what is new of bytes that somebody else fetched."""
        return archive.add(self.store, inputs, workshop=self._workshop())

    def refresh(self) -> tuple[archive.Change, ...]:
        """Tell anew the stories that changed since they were told."""
        return archive.refresh(self.store, workshop=self._workshop())

    def untold(self) -> tuple[Failure, ...]:
        """Give the stories that could not be told, by id: each is a bug to be reported.

        One that was merged away or lost its reports since is not waiting to be told any more.
        """
        with self.store.read() as ledger:
            failures = ledger.raws.failures()
            waiting = frozenset(ledger.stories.stale())
        return tuple(failure for failure in failures if failure.path in waiting)

    def redo(self) -> int:
        """Bring what is kept up to the present methods; give how many reports were redone."""
        return archive.redo(self.store, workshop=self._workshop())

    def stories(self, *, most: int | None = None) -> tuple[Summary, ...]:
        """Give the stories in a line each, those that changed last first."""
        with self.store.read() as ledger:
            return ledger.summaries.latest(most=most)

    def story(self, name: str) -> Coverage:
        """Give one story with its reports, by its id or the beginning of it.

        Raises:
            UsageError: No story, or several, are named so.
        """
        with self.store.read() as ledger:
            return archive.cover_story(ledger, archive.locate(ledger, name))

    def show(self, name: str) -> tuple[archive.Place, Coverage]:
        """Find something by its id, and give the story that it is in.

        Raises:
            UsageError: Nothing is named so, or several things are.
        """
        with self.store.read() as ledger:
            return archive.show(ledger, name)

    def raw(self, report: str) -> bytes:
        """Give the bytes that a report was read from.

        Raises:
            UsageError: There is no such report.
        """
        with self.store.read() as ledger:
            return archive.find_raw(ledger, report)

    def explain(self, name: str) -> archive.Explained:
        """Tell what an id stands for: its words, what made it, where it is found.

        Raises:
            UsageError: Nothing is named so, or several things are.
        """
        with self.store.read() as ledger:
            return archive.explain(ledger, name)

    def decide(
        self, request: archive.Request, *, actor: Actor | None = None
    ) -> tuple[Verdict, tuple[archive.Change, ...]]:
        """Take down what somebody decided, and tell the stories that it is about anew.

        Args:
            request: What was decided.
            actor: Who is written down in the audit log; None: the author, on the command line.

        Raises:
            UsageError: It names something that there is not, or that it cannot be about.
        """
        with self.store.write() as ledger:
            verdict = archive.take_down(ledger, request, now=self.clock())
            _note(ledger, verdict, actor)
        return verdict, self.refresh()

    def undo(
        self, name: str, *, author: str, reason: str | None = None, actor: Actor | None = None
    ) -> tuple[Verdict, tuple[archive.Change, ...]]:
        """Take a verdict back by a further one, and tell its stories anew; ``actor`` as above.

        Raises:
            UsageError: There is no such verdict, or it is taken back already.
        """
        with self.store.write() as ledger:
            verdict = archive.undo(ledger, name, author=author, reason=reason, now=self.clock())
            _note(ledger, verdict, actor)
        return verdict, self.refresh()

    def verdicts(self) -> tuple[archive.Listed, ...]:
        """Give every verdict in the order of deciding, and how it stands now."""
        with self.store.read() as ledger:
            return archive.list_verdicts(ledger, run=self._workshop().understanding)

    def alerts(self, *, most: int = 20, story: str | None = None) -> tuple[Alert, ...]:
        """Give alerts, of all stories or of one, the latest first.

        Raises:
            UsageError: No story is named so.
        """
        with self.store.read() as ledger:
            if story is None:
                return ledger.alerts.latest(most=most)
            place = archive.locate(ledger, story)
            if place.story is None:
                return ()
            return ledger.alerts.latest(most=most, story=ledger.stories.follow(place.story))

    def search(
        self,
        text: str,
        *,
        filters: Mapping[search.Filter, str] | None = None,
        most: int = 20,
        skip: int = 0,
    ) -> Hits:
        """Find texts, claims, quotes and names, the best first.

        Raises:
            UsageError: The query makes no sense; the message shows where.
        """
        query = search.ask(text, filters or {})
        with self.store.read() as ledger:
            return ledger.passages.find(query, most=most, skip=skip)

    def verify(self) -> archive.Verified:
        """Check that all bytes and words are still what was read."""
        with self.store.read() as ledger:
            return archive.verify(ledger)

    def export(self) -> Iterator[str]:
        """Give the whole store as lines of JSON."""
        with self.store.read() as ledger:
            yield from ledger.dump()

    def load(self, lines: Iterable[str]) -> int:
        """Fill an empty store from lines that were exported; give how many rows.

        Raises:
            StoreError: The store is not empty, or a line is none of ours.
        """
        with self.store.write() as ledger:
            return archive.load(ledger, lines, run=self._workshop().understanding)

    def _workshop(self) -> archive.Workshop:
        settings = self.settings
        return archive.Workshop(
            load_parts=load_parts(settings),
            parts=f"{settings.annotator} {settings.encoder}",
            progress=self.progress,
            workers=settings.workers,
            clock=self.clock,
            listeners=self.listeners,
        )


def _note(ledger: Ledger, verdict: Verdict, actor: Actor | None) -> None:
    """Write a verdict into the audit log: together with it, or not at all."""
    deed = Deed(
        at=verdict.at,
        act="undo" if verdict.kind == "undo" else "verdict",
        actor=actor or Actor(name=verdict.author, through="command line"),
        about=verdict.id,
        detail=None if verdict.kind == "undo" else verdict.kind,
    )
    ledger.deeds.keep(deed)


def record_alerts(
    clock: archive.Clock,
    *,
    outlets: int = 3,
    kinds: Collection[AlertKind] = ALERT_KINDS,
    channels: Sequence[str] = (),
) -> archive.Listener:
    """Give a listener that writes the alerts of a change where the change itself is written.

    Args:
        clock: Gives the present time.
        outlets: How many outlets make a story worth an alert.
        kinds: Which alerts are kept.
        channels: Through what they are to be delivered, by name.
    """

    def listen(ledger: Ledger, change: archive.Change) -> None:
        now = clock()
        given = {report.id for report in change.reports}
        earlier = ledger.reports.several(set(change.after.versions) - given)
        alerts = find_alerts(
            change.before,
            change.after,
            reports=[*change.reports, *(held.report for held in earlier)],
            at=now,
            outlets=outlets,
        )
        wanted = [alert for alert in alerts if alert.kind in kinds]
        ledger.alerts.keep(wanted, channels=channels, at=now)

    return listen


@contextmanager
def open_newsroom(
    settings: Settings, *, progress: Progress | None = None, clock: archive.Clock = archive.present
) -> Generator[Newsroom]:
    """Open the store that the settings name, and close it in the end; alerts are kept in it.

    Raises:
        StoreError: It cannot be opened.
    """
    with closing(open_store(settings.store)) as store:
        yield Newsroom(
            settings=settings,
            progress=progress or Silence(),
            store=store,
            clock=clock,
            listeners=(record_alerts(clock),),
        )
