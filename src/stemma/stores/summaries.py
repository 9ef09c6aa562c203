"""Stories as a list shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from stemma.model import Summary
from stemma.stores.codec import unpack
from stemma.stores.tables import stories

_AT_ONCE = 400
_LATEST_FIRST = (stories.c.changed.desc(), stories.c.id)


@dataclass(frozen=True, slots=True)
class Summaries:
    """A line for each story of which something is told."""

    connection: Connection

    def latest(self, *, most: int | None = None, skip: int = 0) -> tuple[Summary, ...]:
        """Give those of the stories that changed last, the latest first."""
        query = (
            select(stories.c.summary)
            .where(stories.c.summary.is_not(None))
            .order_by(*_LATEST_FIRST)
            .limit(most)
            .offset(skip)
        )
        return tuple(unpack(Summary, body) for body in self.connection.scalars(query))

    def order(self) -> Sequence[tuple[str, str]]:
        """Give (id, digest of what it was told from) of all, those that changed last first.

        A story has the same summary as long as it is told from the same.
        """
        query = select(stories.c.id, stories.c.told_from).where(stories.c.summary.is_not(None))
        rows = self.connection.execute(query.order_by(*_LATEST_FIRST))
        return [(row.id, row.told_from) for row in rows]

    def several(self, names: Sequence[str]) -> dict[str, Summary]:
        """Give the summaries of stories by id; those of which nothing is told are missing."""
        found: dict[str, Summary] = {}
        for start in range(0, len(names), _AT_ONCE):
            some = stories.c.id.in_(names[start : start + _AT_ONCE])
            rows = self.connection.execute(select(stories.c.id, stories.c.summary).where(some))
            found |= {row.id: unpack(Summary, row.summary) for row in rows if row.summary}
        return found
