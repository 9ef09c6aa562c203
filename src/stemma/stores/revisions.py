"""Versions of articles: which follows which."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, select

from stemma.model import Revised
from stemma.stores.codec import pack, unpack
from stemma.stores.dialects import put
from stemma.stores.tables import revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Two versions, and since when both are held."""

    revised: Revised
    seen: str


@dataclass(frozen=True, slots=True)
class Revisions:
    """Pairs of an earlier and the next version; a report has one earlier at most."""

    connection: Connection

    def keep(self, revised: Revised, *, seen: str) -> None:
        """Say which version comes before another; it takes the place of what was said before."""
        row = {
            "later": revised.later,
            "earlier": revised.earlier,
            "seen": seen,
            "body": pack(revised),
        }
        put(self.connection, revisions, [row])

    def forget(self, later: str) -> None:
        """Take back what comes before a version."""
        self.connection.execute(delete(revisions).where(revisions.c.later == later))

    def before(self, report: str) -> Followed | None:
        """Give the pair in which a report is the later one."""
        return next(self._where(revisions.c.later == report), None)

    def after(self, report: str) -> tuple[Followed, ...]:
        """Give the pairs in which a report is the earlier one: a next version, new articles."""
        return tuple(self._where(revisions.c.earlier == report))

    def behind(self, reports: Iterable[str]) -> tuple[Followed, ...]:
        """Give all pairs of versions that lead to some reports, the earliest first of each."""
        found: list[Followed] = []
        for report in reports:
            chain: list[Followed] = []
            pair = self.before(report)
            while pair is not None and pair.revised.kind != "new_article":
                chain.append(pair)
                pair = self.before(pair.revised.earlier)
            found += reversed(chain)
        return tuple(found)

    def _where(self, condition: ColumnElement[bool]) -> Iterator[Followed]:
        query = select(revisions).where(condition).order_by(revisions.c.later)
        for row in self.connection.execute(query):
            yield Followed(revised=unpack(Revised, row.body), seen=row.seen)
