"""Opening a store, and the two ways into it: to read, and to write."""

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError

from stemma.errors import StoreError
from stemma.stores import dialects, migrations
from stemma.stores.ledger import Ledger

MEMORY = "memory:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A database of one newsroom.

    Many may read at any time; writers take turns. What a block of ``write`` did is there as a
    whole once the block ends, and not at all if it ends with an error or the process dies.
    """

    url: str
    engine: Engine
    turn: AbstractContextManager[Any] = field(default_factory=nullcontext[None])

    @contextmanager
    def read(self) -> Generator[Ledger]:
        """Open a snapshot: what others write meanwhile does not show."""
        with self._begin(dialects.reading(self.engine)) as connection:
            yield Ledger(connection)

    @contextmanager
    def write(self) -> Generator[Ledger]:
        """Wait for the turn to write, and keep everything or nothing of the block.

        Raises:
            StoreError: Another writer did not end in time, or the database is gone.
        """
        with self._begin(dialects.writing(self.engine)) as connection:
            dialects.take_turn(connection)
            yield Ledger(connection)

    def close(self) -> None:
        """Let go of files and connections."""
        self.engine.dispose()

    @contextmanager
    def _begin(self, engine: Engine) -> Generator[Connection]:
        with self.turn:
            try:
                with engine.begin() as connection:
                    yield connection
            except OperationalError as error:
                raise StoreError(_explain(self.url, error)) from error


def open_store(location: str) -> Store:
    """Open the store at a location; make it, or bring its schema up to date, where needed.

    Args:
        location: A file for SQLite, ``memory:``, or ``postgresql://user:password@host/name``.

    Raises:
        StoreError: It cannot be opened, or a later Stemma made it.
    """
    in_memory = location == MEMORY
    try:
        engine = dialects.connect(_url(location))
        store = Store(url=location, engine=engine, turn=RLock() if in_memory else nullcontext())
        with store.turn:
            migrations.upgrade(engine)
    except (SQLAlchemyError, OSError) as error:
        raise StoreError(_explain(location, error)) from error
    return store


def _url(location: str) -> str:
    if location == MEMORY:
        return "sqlite://"
    if location.startswith(("postgresql://", "postgres://")):
        return "postgresql+psycopg://" + location.split("://", 1)[1]
    if "://" in location:
        message = (
            f"{_without_password(location)!r} is no store: give a file for SQLite, or an address "
            "that begins with postgresql://"
        )
        raise StoreError(message)
    folder = Path(location).parent
    if not folder.is_dir():
        message = f"cannot make the store {location!r}: there is no folder {str(folder)!r}"
        raise StoreError(message)
    return f"sqlite:///{Path(location).resolve()}"


def _explain(location: str, error: Exception) -> str:
    reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    return f"the store {_without_password(location)!r} cannot be used: {reason}"


def _without_password(location: str) -> str:
    try:
        return make_url(location).render_as_string() if "://" in location else location
    except ArgumentError:
        return location.partition("://")[0] + "://…"
