"""Finished work: never done twice, and done anew when the method changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from sqlalchemy import Connection, delete, func, select

from stemma.model import Run
from stemma.stores.codec import pack, unpack
from stemma.stores.dialects import insert_new
from stemma.stores.tables import runs, work

Value = TypeVar("Value")
WorkKind = Literal["read", "understood", "features"]

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Work:
    """Values by what went in (a digest) and which run made them."""

    connection: Connection

    def keep(self, kind: WorkKind, run: Run, made: Mapping[str, object]) -> None:
        """Keep values by the digests of their inputs; what is kept already stays."""
        self.keep_packed(kind, run, {key: pack(value) for key, value in made.items()})

    def keep_packed(self, kind: WorkKind, run: Run, made: Mapping[str, bytes]) -> None:
        """Keep values that another process packed (``codec.pack``)."""
        self.register(run)
        rows = [
            {"kind": kind, "input": key, "run": run.id, "body": body}
            for key, body in sorted(made.items())
        ]
        insert_new(self.connection, work, rows)

    def register(self, run: Run) -> None:
        """Make a run known."""
        row = {"id": run.id, "method": run.method, "settings": run.settings}
        insert_new(self.connection, runs, [row])

    def done(self, kind: WorkKind, run: Run, inputs: Iterable[str]) -> frozenset[str]:
        """Tell for which inputs the work is done."""
        keys = sorted(set(inputs))
        return frozenset(
            key
            for at in range(0, len(keys), _AT_ONCE)
            for key in self.connection.scalars(
                select(work.c.input).where(
                    work.c.kind == kind,
                    work.c.run == run.id,
                    work.c.input.in_(keys[at : at + _AT_ONCE]),
                )
            )
        )

    def count(self, kind: WorkKind, run: Run) -> int:
        """Count what a run has finished."""
        query = select(func.count()).select_from(work)
        return self.connection.scalar(query.where(work.c.kind == kind, work.c.run == run.id)) or 0

    def find(self, value: type[Value], kind: WorkKind, run: Run, key: str) -> Value | None:
        """Give what was made of an input, None where nothing was."""
        body = self.connection.scalar(
            select(work.c.body).where(
                work.c.kind == kind, work.c.run == run.id, work.c.input == key
            )
        )
        return None if body is None else unpack(value, body)

    def made_by(self, kind: WorkKind, key: str) -> tuple[Run, ...]:
        """Give the runs whose work on an input is kept, by method."""
        query = select(runs.c.method, runs.c.settings).join(work, work.c.run == runs.c.id)
        rows = self.connection.execute(
            query.where(work.c.kind == kind, work.c.input == key).order_by(*runs.c)
        )
        return tuple(Run(method=row.method, settings=row.settings) for row in rows)

    def run(self, name: str) -> Run | None:
        """Give the run with this id."""
        return next((run for run in self.runs() if run.id == name), None)

    def runs(self) -> Sequence[Run]:
        """Give all runs that ever made something, by method."""
        found = self.connection.execute(select(runs.c.method, runs.c.settings).order_by(*runs.c))
        return [Run(method=method, settings=settings) for method, settings in found]

    def inputs(self, kind: WorkKind) -> frozenset[str]:
        """Give the inputs of all work of a kind, whatever run did it."""
        return frozenset(self.connection.scalars(select(work.c.input).where(work.c.kind == kind)))

    def forget_others(self, kind: WorkKind, run: Run) -> int:
        """Drop what other runs than this one did; give how much."""
        others = delete(work).where(work.c.kind == kind, work.c.run != run.id)
        return self.connection.execute(others).rowcount

    def forget(self, kind: WorkKind, inputs: Iterable[str]) -> None:
        """Drop work on inputs that are no more."""
        for key in sorted(set(inputs)):
            self.connection.execute(delete(work).where(work.c.kind == kind, work.c.input == key))
