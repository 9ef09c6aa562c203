"""Verdicts in the order of deciding; nothing is ever changed or deleted."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from stemma.model import Verdict
from stemma.stores.codec import pack, unpack
from stemma.stores.dialects import insert_new
from stemma.stores.tables import verdicts


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What people decided, those who took it back included."""

    connection: Connection

    def keep(self, verdict: Verdict) -> bool:
        """Add a verdict behind all others; tell whether it is new."""
        held = select(verdicts.c.seq).where(verdicts.c.id == verdict.id)
        if self.connection.scalar(held) is not None:
            return False
        row = {
            "seq": self.last() + 1,
            "id": verdict.id,
            "kind": verdict.kind,
            "author": verdict.author,
            "at": verdict.at,
            "undoes": verdict.undoes,
            "body": pack(verdict),
        }
        return insert_new(self.connection, verdicts, [row]) > 0

    def last(self) -> int:
        """Give the number of the last verdict, 0 before the first."""
        return self.connection.scalar(select(func.max(verdicts.c.seq))) or 0

    def all(self) -> tuple[Verdict, ...]:
        """Give every verdict in the order of deciding."""
        bodies = self.connection.scalars(select(verdicts.c.body).order_by(verdicts.c.seq))
        return tuple(unpack(Verdict, body) for body in bodies)
