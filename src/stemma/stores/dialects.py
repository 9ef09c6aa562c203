"""Where SQLite and PostgreSQL differ: connecting, taking turns, and writing what may be there."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    func,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.pool import StaticPool

_PATIENCE_SECONDS = 120
_PRAGMAS = (
    f"PRAGMA busy_timeout = {_PATIENCE_SECONDS * 1000}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
)
_READS = "stemma_reads"
_WRITES = "stemma_writes"
_TURN = 0x57E44A
"""The key of the advisory lock that writers to one PostgreSQL database take."""

_LAST_CHARACTER = "\U0010ffff"

Row = Mapping[str, Any]


def connect(url: URL) -> Engine:
    """Make an engine; nothing is opened before it is used.

    Raises:
        ImportError: The driver for PostgreSQL is not installed.
    """
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    if url.database is None:
        engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(url, connect_args={"timeout": _PATIENCE_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def is_sqlite(connection: Connection) -> bool:
    """Tell which of the two it is."""
    return connection.dialect.name == "sqlite"


def reading(engine: Engine) -> Engine:
    """Give the engine with transactions that see one state and change nothing."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_READS: True})
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def writing(engine: Engine) -> Engine:
    """Give the engine with transactions that may write."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_WRITES: True})
    return engine


def take_turn(connection: Connection) -> None:
    """Wait until no other writer is at work; SQLite's ``BEGIN IMMEDIATE`` has done so already."""
    if not is_sqlite(connection):
        connection.execute(text(f"SET LOCAL lock_timeout = '{_PATIENCE_SECONDS}s'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})


def begins(column: Column[str], prefix: str) -> ColumnElement[bool]:
    """Tell whether a string begins so, letter for letter; an index answers it on both."""
    return (column >= prefix) & (column < prefix + _LAST_CHARACTER)


def insert_new(connection: Connection, table: Table, rows: Sequence[Row]) -> int:
    """Write the rows whose keys are not there yet; give how many."""
    if not rows:
        return 0
    insert = sqlite.insert if is_sqlite(connection) else postgresql.insert
    new = insert(table).on_conflict_do_nothing()
    counting = connection.execution_options(preserve_rowcount=True)
    return counting.execute(new, list(rows)).rowcount


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write rows; those whose keys are there take the new values."""
    if not rows:
        return
    insert = sqlite.insert if is_sqlite(connection) else postgresql.insert
    keys = [column.name for column in table.primary_key]
    new = insert(table)
    others = {name: new.excluded[name] for name in rows[0] if name not in keys}
    upsert = (
        new.on_conflict_do_update(index_elements=keys, set_=others)
        if others
        else new.on_conflict_do_nothing(index_elements=keys)
    )
    connection.execute(upsert, list(rows))


def put_columns(connection: Connection, table: Table, row: Row) -> None:
    """Change some columns of a row that is there; ``row`` holds its keys too."""
    keys = [column == row[column.name] for column in table.primary_key]
    connection.execute(table.update().where(*keys).values(**row))


def continue_numbers(connection: Connection, tables: Sequence[Table]) -> None:
    """Let PostgreSQL number new rows after those that came with numbers of their own."""
    if is_sqlite(connection):
        return
    for table in tables:
        column = table.autoincrement_column
        if column is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            last = select(func.max(column)).scalar_subquery()
            connection.execute(select(func.setval(sequence, func.coalesce(last, 1))))


def _prepare_sqlite(connection: Any, record: object) -> None:  # noqa: ANN401 - a driver's own
    """Leave transactions to us, and set what SQLite forgets between connections."""
    del record
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if _READS in options else 'OFF'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _WRITES in options else "BEGIN")
