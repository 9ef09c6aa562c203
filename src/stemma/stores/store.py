"""Opening a store, and the two ways into it: to read, and to write."""

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock, local
from typing import Any

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from stemma.errors import StoreError
from stemma.stores import dialects, migrations
from stemma.stores.ledger import Ledger
from stemma.stores.troubles import explain, explain_driver, without_password

MEMORY = "memory:"

_ADDRESSES = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A database of one newsroom.

    Many may read at any time; writers take turns. What a block of ``write`` did is there as a
    whole once the block ends, and not at all if it ends with an error or the process dies.
    """

    url: str = field(repr=False)
    engine: Engine
    turn: AbstractContextManager[Any] = field(default_factory=nullcontext[None])
    of_thread: local = field(default_factory=local)

    @contextmanager
    def read(self) -> Generator[Ledger]:
        """Open a snapshot: what others write after its first look does not show."""
        with self._begin(dialects.reading(self.engine)) as connection:
            yield Ledger(connection)

    @contextmanager
    def write(self) -> Generator[Ledger]:
        """Wait for the turn to write, and keep everything or nothing of the block.

        Raises:
            StoreError: Another writer did not end in time, this thread is writing already, or
                the database is gone.
        """
        if getattr(self.of_thread, "writes", False):
            message = f"the store {without_password(self.url)!r} is being written by this thread"
            raise StoreError(message)
        self.of_thread.writes = True
        try:
            with self._begin(dialects.writing(self.engine)) as connection:
                dialects.take_turn(connection)
                yield Ledger(connection)
        finally:
            self.of_thread.writes = False

    def close(self) -> None:
        """Let go of files and connections."""
        self.engine.dispose()

    @contextmanager
    def _begin(self, engine: Engine) -> Generator[Connection]:
        with self.turn:
            try:
                with engine.begin() as connection:
                    yield connection
            except DBAPIError as error:
                raise StoreError(explain(self.url, error)) from error


def open_store(location: str) -> Store:
    """Open the store at a location; make it, or bring its schema up to date, where needed.

    Args:
        location: A file for SQLite, ``memory:``, or ``postgresql://user:password@host/name``.

    Raises:
        StoreError: It cannot be opened, or a later Stemma made it.
    """
    engine = _connect(location)
    turn = RLock() if location == MEMORY else nullcontext()
    try:
        with turn:
            migrations.upgrade(engine)
    except (SQLAlchemyError, OSError) as error:
        engine.dispose()
        raise StoreError(explain(location, error)) from error
    except StoreError:
        engine.dispose()
        raise
    return Store(url=location, engine=engine, turn=turn)


def _connect(location: str) -> Engine:
    try:
        return dialects.connect(_url(location))
    except ImportError as error:
        raise StoreError(explain_driver(location)) from error
    except (SQLAlchemyError, ValueError) as error:
        raise StoreError(explain(location, error)) from error


def _url(location: str) -> URL:
    if location == MEMORY:
        return URL.create("sqlite")
    if location.startswith(_ADDRESSES):
        return make_url(location).set(drivername="postgresql+psycopg")
    if "://" in location:
        message = (
            f"{without_password(location)!r} is no store: give a file for SQLite, or an address "
            "that begins with postgresql://"
        )
        raise StoreError(message)
    return URL.create("sqlite", database=str(_find_file(location)))


def _find_file(location: str) -> Path:
    path = Path(location)
    if not location or path.is_dir():
        message = f"{location!r} is a folder: name a file for the store, such as stemma.db"
        raise StoreError(message)
    if not path.parent.is_dir():
        message = f"cannot make the store {location!r}: there is no folder {str(path.parent)!r}"
        raise StoreError(message)
    return path.resolve()
