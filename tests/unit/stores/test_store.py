import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from stemma.errors import StoreError
from stemma.model import Run
from stemma.stores import Store, open_store

COUNTING = Run(method="count.v1")


def fill(store: Store, keys: range) -> None:
    with store.write() as ledger:
        ledger.work.keep("features", COUNTING, {str(key): os.urandom(2000) for key in keys})


def count(store: Store) -> int:
    with store.read() as ledger:
        return ledger.work.count("features", COUNTING)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path):
    file = tmp_path / "notes.txt"
    file.write_text("These are notes, and no database at all. " * 100)
    before = file.read_bytes()
    with pytest.raises(StoreError, match=r"notes\.txt.*no SQLite database.*--db"):
        open_store(str(file))
    assert file.read_bytes() == before


def test_a_database_of_another_program_is_left_alone(tmp_path: Path):
    file = tmp_path / "bookmarks.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE reports (url TEXT)")
    connection.close()
    with pytest.raises(StoreError, match=r"another program.*--db"):
        open_store(str(file))
    with sqlite3.connect(file) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()
    assert tables == [("reports",)]


def test_an_empty_file_becomes_a_store(tmp_path: Path):
    file = tmp_path / "stemma.db"
    file.touch()
    store = open_store(str(file))
    assert count(store) == 0
    store.close()


@pytest.mark.parametrize("name", ["", ".", "folder"])
def test_a_folder_is_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match="is a folder"):
        open_store(name)


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path):
    with pytest.raises(StoreError, match="no folder"):
        open_store(str(tmp_path / "no" / "stemma.db"))
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("name", ["a?b=c.db", "a#b.db", "a%20b.db", "é 新.db", "r\udce9sum.db"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str):
    store = open_store(str(tmp_path / name))
    store.close()
    assert name in os.listdir(tmp_path)  # noqa: PTH208 - as the system names it


@pytest.mark.parametrize("location", ["mysql://h/d", "sqlite:///x.db", "https://x.example/db"])
def test_an_address_of_anything_else_is_no_store(location: str):
    with pytest.raises(StoreError, match="is no store"):
        open_store(location)


@pytest.mark.parametrize(
    "location",
    ["postgresql://desk:hunter2@127.0.0.1:1/news", "postgresql://desk:hunter2@127.0.0.1:x/news"],
)
def test_a_server_that_is_not_there_is_a_clear_error_without_the_password(location: str):
    with pytest.raises(StoreError, match="cannot be used") as caught:
        open_store(location)
    assert "hunter2" not in str(caught.value)


def test_without_the_driver_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"stemma-news\[postgres\]"):
        open_store("postgresql://desk@127.0.0.1:1/news")


def test_a_store_never_shows_its_password():
    store = open_store("memory:")
    shown = repr(Store(url="postgresql://desk:hunter2@h/news", engine=store.engine))
    assert "hunter2" not in shown
    store.close()


def test_a_full_disk_is_a_clear_error_and_nothing_is_half_written(tmp_path: Path):
    file = str(tmp_path / "stemma.db")
    store = open_store(file)
    fill(store, range(10))
    limit = 200

    @event.listens_for(store.engine, "begin")
    def fill_disk(connection: object) -> None:  # pyright: ignore[reportUnusedFunction] - a listener
        connection.exec_driver_sql(f"PRAGMA max_page_count = {limit}")  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]

    with pytest.raises(StoreError, match="make room"):
        fill(store, range(10, 1000))
    assert count(store) == 10
    limit = 1_000_000
    fill(store, range(10, 1000))
    assert count(store) == 1000
    store.close()


def test_a_damaged_file_is_a_clear_error(tmp_path: Path):
    file = tmp_path / "stemma.db"
    store = open_store(str(file))
    fill(store, range(200))
    store.close()
    content = bytearray(file.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged|no SQLite database"):
        count(open_store(str(file)))


def test_a_file_that_may_not_be_written_is_a_clear_error():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "stemma.db"
        store = open_store(str(file))
        fill(store, range(3))
        store.close()
        file.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        folder.chmod(0o555)
        try:
            complaint = open_as_somebody(file)
        finally:
            folder.chmod(0o755)
    assert "may be written to" in complaint
    assert "Traceback" not in complaint


OPENING = """
import os
import sys
from stemma.errors import StoreError
from stemma.model import Run
from stemma.stores import open_store

open_store("memory:").close()
if os.getuid() == 0:  # permissions do not hold root
    os.setuid(65534)
try:
    with open_store(sys.argv[1]).write() as ledger:
        ledger.work.keep("features", Run(method="count.v1"), {"new": 1})
except StoreError as error:
    print(error)
"""


def open_as_somebody(file: Path) -> str:
    """Open a store as a user whom permissions hold."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", OPENING, str(file)], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_a_block_within_a_block_in_memory_is_a_clear_error():
    store = open_store("memory:")
    with store.read(), pytest.raises(StoreError), store.read():
        pass
    assert count(store) == 0
    store.close()


@pytest.mark.parametrize("enter", [Store.read, Store.write])
def test_a_store_that_was_closed_opens_again_by_itself(
    tmp_path: Path, enter: Callable[[Store], object]
):
    store = open_store(str(tmp_path / "stemma.db"))
    store.close()
    with enter(store):  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType, reportAttributeAccessIssue]
        pass
    assert count(store) == 0
    store.close()
