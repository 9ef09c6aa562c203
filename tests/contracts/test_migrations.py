"""The schema of a store: what the migrations make is what the tables say, from any version on."""

import sqlite3
from pathlib import Path
from typing import Any

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import String, column, inspect, select, table, update

from stemma.errors import StoreError
from stemma.stores import Store, open_store, searching
from stemma.stores.migrations import VERSION_TABLE
from stemma.stores.tables import schema

VERSION = column("version_num", String())
VERSIONS = table(VERSION_TABLE, VERSION)

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))
"""Stores as released versions made them, with rows in their tables (``scripts/freeze-store``)."""


def is_in_the_tables(name: str | None, kind: str, parents: object) -> bool:
    """Leave out the index of words: each database has its own kind (``stores/searching.py``)."""
    del parents
    return not (kind == "table" and (name or "").startswith(searching.TABLE))


def test_the_migrations_make_what_the_tables_say(store: Store):
    options: dict[str, Any] = {
        "version_table": VERSION_TABLE,
        "compare_type": True,
        "include_name": is_in_the_tables,
    }
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        differences = compare_metadata(context, schema)
    assert differences == []


def test_every_table_is_there(store: Store):
    assert set(inspect(store.engine).get_table_names()) >= schema.tables.keys()


def test_a_store_of_a_later_version_is_left_alone(location: str):
    if location == "memory:":
        pytest.skip("what is in memory has no versions")
    store = open_store(location)
    with store.engine.begin() as connection:
        version = connection.scalar(select(VERSION).select_from(VERSIONS))
        connection.execute(update(VERSIONS).values(version_num="9999"))
    store.close()
    try:
        with pytest.raises(StoreError, match="later version of Stemma") as caught:
            open_store(location)
        assert "--db" in str(caught.value)
    finally:
        with store.engine.begin() as connection:
            connection.execute(update(VERSIONS).values(version_num=version))
        store.close()


def test_a_database_that_holds_tables_of_the_same_name_is_left_alone(empty_database: str):

    with psycopg.connect(empty_database) as connection:
        connection.execute("CREATE TABLE reports (url TEXT)")
    with pytest.raises(StoreError, match="another program"):
        open_store(empty_database)


def test_other_tables_may_stand_beside_ours_on_a_server(empty_database: str):

    with psycopg.connect(empty_database) as connection:
        connection.execute("CREATE TABLE invoices (number INTEGER)")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    open_store(empty_database).close()


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_store_of_an_earlier_version_keeps_what_it_holds(released: Path, tmp_path: Path):
    file = tmp_path / "stemma.db"
    with sqlite3.connect(file) as connection:
        connection.executescript(released.read_text("utf-8"))
        before = count_rows(connection)
    connection.close()
    store = open_store(str(file))
    with store.read() as ledger:
        assert ledger.reports.count() == before["reports"] > 0
        assert len(ledger.stories.told()) > 0
        for name in ledger.stories.told():
            assert ledger.stories.find(name) is not None
        assert len(ledger.reports.all()) == before["reports"]
    store.close()


def count_rows(connection: sqlite3.Connection) -> dict[str, int]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - names of our own tables
        for (name,) in names
    }


def test_every_column_of_strings_takes_any_string():
    """A plain ``sqlalchemy.Text`` refuses NUL and lone surrogates: ``stores/text.py``."""
    columns = [column for table in schema.tables.values() for column in table.columns]
    assert [str(column) for column in columns if isinstance(column.type, String)] == []
