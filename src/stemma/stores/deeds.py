"""The audit log: who did what; nothing is ever changed or deleted."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from stemma.model import Actor, Deed
from stemma.stores.tables import deeds


@dataclass(frozen=True, slots=True)
class Deeds:
    """What was done, in order."""

    connection: Connection

    def keep(self, deed: Deed) -> None:
        """Add a line behind all others."""
        row = {
            "at": deed.at,
            "act": deed.act,
            "name": deed.actor.name,
            "through": deed.actor.through,
            "address": deed.actor.address,
            "about": deed.about,
            "detail": deed.detail,
        }
        self.connection.execute(insert(deeds).values(**row))

    def latest(self, *, most: int, before: int | None = None) -> tuple[tuple[int, Deed], ...]:
        """Give (number, deed), the latest first; of those before a number, where one is given."""
        query = select(deeds).order_by(deeds.c.seq.desc()).limit(most)
        if before is not None:
            query = query.where(deeds.c.seq < before)
        return tuple((row.seq, _deed(row)) for row in self.connection.execute(query))


def _deed(row: Row[Any]) -> Deed:
    return Deed(
        at=row.at,
        act=row.act,
        actor=Actor(name=row.name, through=row.through, address=row.address),
        about=row.about,
        detail=row.detail,
    )
