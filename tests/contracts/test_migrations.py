"""The schema of a store: what the migrations make is what the tables say, from any version on."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
import zstandard
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import (
    Engine,
    MetaData,
    String,
    column,
    create_engine,
    func,
    inspect,
    select,
    table,
    text,
    update,
)

from stemma import archive, search
from stemma.errors import StoreError
from stemma.stores import Store, migrations, open_store, searching
from stemma.stores.migrations import VERSION_TABLE
from stemma.stores.passages import Passages
from stemma.stores.tables import schema

VERSION = column("version_num", String())
VERSIONS = table(VERSION_TABLE, VERSION)

RELEASED = sorted((Path(__file__).parent / "released").glob("*.db.zst"))
"""Stores as released versions made them, with rows in them: ``scripts/freeze-store.py``."""


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


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.name)
def test_a_store_of_an_earlier_version_keeps_what_it_holds(released: Path, tmp_path: Path):
    file = thaw(released, tmp_path)
    expect_all(str(file), count_rows(file))


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.name)
def test_a_database_of_an_earlier_version_keeps_what_it_holds(
    released: Path, tmp_path: Path, empty_database: str
):
    file = thaw(released, tmp_path)
    earlier = create_engine(f"sqlite:///{file}")
    server = create_engine(empty_database.replace("postgresql:", "postgresql+psycopg:", 1))
    migrations.upgrade(server, to=released.name.partition(".")[0])
    copy_rows(earlier, server)
    earlier.dispose()
    server.dispose()
    expect_all(empty_database, count_rows(file))


def thaw(released: Path, folder: Path) -> Path:
    file = folder / "stemma.db"
    file.write_bytes(zstandard.ZstdDecompressor().decompress(released.read_bytes()))
    return file


def expect_all(location: str, before: dict[str, int]) -> None:
    store = open_store(location)
    with store.read() as ledger:
        assert ledger.reports.count() == len(ledger.reports.all()) == before["reports"] > 0
        assert len(ledger.stories.told()) > 0
        for name in ledger.stories.told():
            assert ledger.stories.find(name) is not None
        assert archive.verify(ledger).problems == ()
        kept = {name: schema.tables[name] for name in before.keys() & schema.tables.keys()}
        for name, one in kept.items():
            count = select(func.count()).select_from(one)
            assert ledger.connection.scalar(count) == before[name], name
        assert ledger.passages.find(search.parse("kind:text")).total > 0
    store.close()


def count_rows(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - names of our own tables
            for (name,) in names
            if not name.startswith(searching.TABLE)
        }


def copy_rows(source: Engine, target: Engine) -> None:
    """Fill the tables of a server with those of a file; both are of the same version."""
    tables = MetaData()
    tables.reflect(target, only=lambda name, _: name not in {VERSION_TABLE, searching.TABLE})
    with source.connect() as reading, target.begin() as writing:
        writing.execute(text("SET session_replication_role = replica"))  # no order of keys
        for table in tables.sorted_tables:
            rows = [dict(row) for row in reading.execute(select(table)).mappings()]
            if rows:
                writing.execute(table.insert(), rows)
        Passages(writing).index_anew()


def test_every_column_of_strings_takes_any_string():
    """A plain ``sqlalchemy.Text`` refuses NUL and lone surrogates: ``stores/text.py``."""
    columns = [column for table in schema.tables.values() for column in table.columns]
    assert [str(column) for column in columns if isinstance(column.type, String)] == []
