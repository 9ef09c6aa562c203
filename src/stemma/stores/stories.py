"""Stories: who belongs to them, what became of them, and what was last told of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from sqlalchemy import Connection, delete, func, select, update

from stemma.errors import StoreError
from stemma.model import Published, Run, Story, Summary
from stemma.stores.codec import pack, unpack
from stemma.stores.dialects import begins, insert_new, put
from stemma.stores.passages import Passages
from stemma.stores.tables import changes, ids, members, reports, runs, stories, story_log

Happening = Literal["founded", "joined", "left", "merged", "split", "emptied"]
"""``left``: reports went to ``other``; ``merged``: this story went into ``other``; ``split``: this
story came out of ``other``."""

_AT_ONCE = 400

NO_DATES: Mapping[str, Published] = MappingProxyType({})
_UNTOLD = dict.fromkeys(("body", "summary", "told_from", "dates"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a story's log: what happened at ``at`` to which reports, and why."""

    at: str
    story: str
    event: Happening
    other: str | None
    reports: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What an entry of the log says beside its columns."""

    reports: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Stories:
    """Stories by id; an id that was merged away leads to the story that took it in."""

    connection: Connection

    def found(self, story: str, *, at: str) -> None:
        """Begin a story without members; one that was merged away lives again."""
        row = {"id": story, "founded": at, "changed": at, "stale": True, "size": 0}
        if not insert_new(self.connection, stories, [row]):
            self.connection.execute(
                update(stories).where(stories.c.id == story).values(redirect=None)
            )

    def place(self, story: str, reports: Iterable[str], *, at: str) -> None:
        """Let reports belong to a story, and to no other; both become stale."""
        names = sorted(reports)
        before: set[str] = set()
        for start in range(0, len(names), _AT_ONCE):
            some = members.c.report.in_(names[start : start + _AT_ONCE])
            before.update(self.connection.scalars(select(members.c.story).where(some)))
        put(self.connection, members, [{"report": report, "story": story} for report in names])
        self.touch({story, *before}, at=at)

    def remove(self, report: str, *, at: str) -> None:
        """Take a report out of its story: it was superseded, or is to be grouped anew."""
        story = self.of_report(report)
        if story is not None:
            self.connection.execute(delete(members).where(members.c.report == report))
            self.touch([story], at=at)

    def redirect(self, story: str, target: str) -> None:
        """Let a story that has lost its members lead to another; so do those that led to it."""
        self.connection.execute(
            update(stories)
            .where((stories.c.id == story) | (stories.c.redirect == story))
            .values(redirect=target, stale=False, **_UNTOLD)
        )
        self._leave_nothing(story)

    def touch(self, changed: Iterable[str], *, at: str) -> None:
        """Count members anew and mark stories as to be told anew."""
        for story in sorted(set(changed)):
            size = select(func.count()).select_from(members).where(members.c.story == story)
            self.connection.execute(
                update(stories)
                .where(stories.c.id == story)
                .values(size=size.scalar_subquery(), stale=True, changed=at)
            )

    def outdate(self, run: Run) -> None:
        """Mark as to be told anew what another run than this one told."""
        told = stories.c.body.is_not(None) & (stories.c.run != run.id)
        self.connection.execute(update(stories).where(told).values(stale=True))

    def log(self, entry: Entry) -> None:
        """Write down what happened."""
        self.connection.execute(
            story_log.insert().values(
                at=entry.at,
                story=entry.story,
                event=entry.event,
                other=entry.other,
                body=pack(Reason(reports=entry.reports, why=entry.why)),
            )
        )

    def history(self, story: str) -> Iterator[Entry]:
        """Give what happened to a story, in order."""
        query = select(story_log).where((story_log.c.story == story) | (story_log.c.other == story))
        for row in self.connection.execute(query.order_by(story_log.c.id)):
            reason = unpack(Reason, row.body)
            yield Entry(
                at=row.at,
                story=row.story,
                event=row.event,
                other=row.other,
                reports=reason.reports,
                why=reason.why,
            )

    def follow(self, story: str) -> str:
        """Give the id under which a story lives now.

        Raises:
            StoreError: There is no such story.
        """
        row = self.connection.execute(
            select(stories.c.id, stories.c.redirect).where(stories.c.id == story)
        ).first()
        if row is None:
            message = f"there is no story {story!r} in this store"
            raise StoreError(message)
        return row.redirect or row.id

    def of_report(self, report: str) -> str | None:
        """Give the story that a report belongs to."""
        return self.connection.scalar(select(members.c.story).where(members.c.report == report))

    def members(self, story: str) -> tuple[str, ...]:
        """Give the reports of a story, in order of arrival."""
        query = (
            select(members.c.report)
            .join(reports, reports.c.id == members.c.report)
            .where(members.c.story == story)
            .order_by(reports.c.seq)
        )
        return tuple(self.connection.scalars(query))

    def stale(self) -> Sequence[str]:
        """Give the stories that are to be told anew, longest waiting first."""
        query = (
            select(stories.c.id).where(stories.c.stale).order_by(stories.c.changed, stories.c.id)
        )
        return self.connection.scalars(query).all()

    def keep(  # noqa: PLR0913 - what was told, of what, by what, when
        self,
        story: Story,
        summary: Summary,
        *,
        told_from: str,
        run: Run,
        at: str,
        dates: Mapping[str, Published] = NO_DATES,
    ) -> None:
        """Keep what was told of a story, and where each of its ids is found.

        ``dates`` are those of reports that others of the story date, by id.
        """
        self.connection.execute(changes.insert().values(at=at, story=story.id))
        self.connection.execute(
            update(stories)
            .where(stories.c.id == story.id)
            .values(
                stale=False,
                title=story.title,
                told_from=told_from,
                run=run.id,
                summary=pack(summary),
                body=pack(story),
                dates=pack(dict(dates)) if dates else None,
            )
        )
        self._let_ids_be_found(story)

    def settle(self, story: str) -> None:
        """Say that what was told of a story still holds."""
        self.connection.execute(update(stories).where(stories.c.id == story).values(stale=False))

    def empty(self, story: str, *, at: str) -> None:
        """Say that a story has no reports left, and nothing is told of it."""
        self.connection.execute(changes.insert().values(at=at, story=story))
        self.connection.execute(
            update(stories).where(stories.c.id == story).values(stale=False, **_UNTOLD)
        )
        self._leave_nothing(story)

    def find(self, story: str) -> Story | None:
        """Give what was last told of a story, None before it was told."""
        body = self.connection.scalar(
            select(stories.c.body).where(stories.c.id == self.follow(story))
        )
        return None if body is None else unpack(Story, body)

    def dates(self, story: str) -> Mapping[str, Published]:
        """Give the dates of those reports of a story that its others date, by id."""
        body = self.connection.scalar(
            select(stories.c.dates).where(stories.c.id == self.follow(story))
        )
        return NO_DATES if body is None else unpack(dict[str, Published], body)

    def run(self, story: str) -> Run | None:
        """Give the run that told a story."""
        query = select(runs.c.method, runs.c.settings).join(stories, stories.c.run == runs.c.id)
        row = self.connection.execute(query.where(stories.c.id == story)).first()
        return None if row is None else Run(method=row.method, settings=row.settings)

    def told(self) -> tuple[str, ...]:
        """Give the ids of the stories of which something was told, sorted."""
        query = select(stories.c.id).where(stories.c.body.is_not(None)).order_by(stories.c.id)
        return tuple(self.connection.scalars(query))

    def moved(self, prefix: str) -> tuple[str, ...]:
        """Give stories whose hexadecimal part begins so, those merged away or untold too."""
        named = begins(stories.c.id, f"story:sha256:{prefix}")
        return tuple(self.connection.scalars(select(stories.c.id).where(named)))

    def told_from(self, story: str) -> str | None:
        """Give the digest of what a story was last told from."""
        return self.connection.scalar(select(stories.c.told_from).where(stories.c.id == story))

    def last_change(self) -> int:
        """Give the number of the latest change, 0 before the first: the age of a list."""
        return self.connection.scalar(select(func.max(changes.c.seq))) or 0

    def changed_since(self, seq: int) -> tuple[tuple[int, str], ...]:
        """Give (number, story) of the changes after number ``seq``, in order."""
        query = select(changes.c.seq, changes.c.story).where(changes.c.seq > seq)
        rows = self.connection.execute(query.order_by(changes.c.seq))
        return tuple((row.seq, row.story) for row in rows)

    def count(self) -> int:
        """Count the stories that live."""
        query = select(func.count()).select_from(stories).where(stories.c.size > 0)
        return self.connection.scalar(query) or 0

    def owners(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """Give (id, story) for every id whose hexadecimal part begins so, sorted."""
        query = select(ids.c.id, ids.c.owner).where(begins(ids.c.short, prefix))
        return tuple(
            (name, owner) for name, owner in self.connection.execute(query.order_by(*ids.c))
        )

    def index_anew(self) -> None:
        """Let the ids of everything that is told be found: when it came without them."""
        for name in self.told():
            story = self.find(name)
            if story is not None:
                self._let_ids_be_found(story)

    def _let_ids_be_found(self, story: Story) -> None:
        self.connection.execute(delete(ids).where(ids.c.owner == story.id))
        insert_new(self.connection, ids, [_place(name, story.id) for name in _names(story)])

    def _leave_nothing(self, story: str) -> None:
        """Let no id and no passage lead to a story of which nothing is told."""
        self.connection.execute(delete(ids).where(ids.c.owner == story))
        Passages(self.connection).remove(story)


def _names(story: Story) -> Iterator[str]:
    yield story.id
    yield from story.reports
    for several in (story.entities, story.statements, story.claims, story.figures, story.findings):
        for one in several:
            yield one.id


def _place(name: str, story: str) -> dict[str, str]:
    kind, _, rest = name.partition(":")
    return {"id": name, "owner": story, "kind": kind, "short": rest.rpartition(":")[2]}
