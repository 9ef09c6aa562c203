"""Bringing the schema of a store up to date, with Alembic."""

from functools import cache
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, inspect

from stemma.errors import StoreError
from stemma.stores import dialects
from stemma.stores.tables import schema

_HERE = "stemma.stores:migrations"
VERSION_TABLE = "stemma_version"

_one_at_a_time = Lock()
"""Alembic keeps what it is at in a place that all threads share."""


def upgrade(engine: Engine, *, to: str = "head") -> None:
    """Make the tables, or change them into what this version of Stemma needs.

    Args:
        engine: The database.
        to: The migration to stop at.

    Raises:
        StoreError: A later Stemma made the store, or another program the database.
    """
    with engine.connect() as connection:
        if _current(connection) == _newest():
            return
    with _one_at_a_time, dialects.writing(engine).begin() as connection:
        dialects.take_turn(connection)
        if _current(connection) is None:
            _expect_no_tables(connection)
        try:
            command.upgrade(_config(connection), to)
        except CommandError as error:
            message = (
                f"this store was made by a later version of Stemma ({error}): install that "
                "version, or name another store with --db"
            )
            raise StoreError(message) from error


def _current(connection: Connection) -> str | None:
    options = {"version_table": VERSION_TABLE}
    return MigrationContext.configure(connection, opts=options).get_current_revision()


def _expect_no_tables(connection: Connection) -> None:
    """Refuse a database that another program filled; a server's may hold others' tables too."""
    names = set(inspect(connection).get_table_names())
    others = names if dialects.is_sqlite(connection) else names & schema.tables.keys()
    if others:
        message = (
            f"this database holds tables of another program ({min(others)!r}): name another "
            "store with --db"
        )
        raise StoreError(message)


@cache
def _newest() -> str | None:
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", _HERE)
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
