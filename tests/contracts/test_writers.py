"""Many may write to one store: threads, processes, and processes that die."""

import sys
from collections.abc import Callable, Sequence
from subprocess import run
from threading import Barrier, Thread

import pytest
from sqlalchemy import Table, update

from stemma.errors import StoreError
from stemma.model import Run
from stemma.stores import Store, open_store
from stemma.stores.stories import Entry
from stemma.stores.tables import story_log, work

NOON = "2026-03-10T12:00:00Z"
COUNTING = Run(method="count.v1")

WRITERS = """
import os
import sys
from stemma.model import Run
from stemma.stores import open_store

location, *names = sys.argv[1:]


def write(name):
    store = open_store(location)
    for number in range(10):
        with store.write() as ledger:
            made = {f"shared {number}": 0, f"{name} {number}": 0}
            ledger.work.keep("features", Run(method="count.v1"), made)
    store.close()


processes = []
for name in names:
    process = os.fork()
    if not process:
        write(name)
        os._exit(0)
    processes.append(process)
sys.exit(any(os.waitpid(process, 0)[1] for process in processes))
"""
"""Processes that are at the store at the same moment: each is a copy of one that is ready."""


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_processes_that_make_a_store_at_once_lose_and_double_nothing(
    kind: str, request: pytest.FixtureRequest
):
    if kind == "sqlite":
        location = str(request.getfixturevalue("tmp_path") / "stemma.db")
    else:
        location = request.getfixturevalue("empty_database")
    names = ["a", "b", "c", "d"]
    done = run(  # noqa: S603 - our own program
        [sys.executable, "-W", "ignore", "-c", WRITERS, location, *names],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    store = open_store(location)
    wanted = {f"{name} {number}" for name in ["shared", *names] for number in range(10)}
    with store.read() as ledger:
        assert ledger.work.done("features", COUNTING, wanted) == wanted
        assert ledger.work.count("features", COUNTING) == len(wanted)
    store.close()


def in_threads(several: Sequence[Callable[[], None]]) -> None:
    threads = [Thread(target=one) for one in several]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_threads_that_change_one_value_take_turns(store: Store):
    start = Barrier(4)

    def add_ten() -> None:
        start.wait()
        for _ in range(10):
            with store.write() as ledger:
                before = ledger.work.find(int, "features", COUNTING, "count") or 0
                ledger.work.forget("features", ["count"])
                ledger.work.keep("features", COUNTING, {"count": before + 1})

    in_threads([add_ten] * 4)
    with store.read() as ledger:
        assert ledger.work.find(int, "features", COUNTING, "count") == 40


def test_a_reader_sees_one_state_whatever_others_write(store: Store):
    def write() -> None:
        with store.write() as ledger:
            ledger.work.keep("features", COUNTING, {"late": 1})

    writer = Thread(target=write)
    with store.read() as ledger:
        assert ledger.work.count("features", COUNTING) == 0
        writer.start()
        if store.url != "memory:":  # there, the writer waits for the reader
            writer.join()
        assert ledger.work.count("features", COUNTING) == 0
    writer.join()
    with store.read() as ledger:
        assert ledger.work.count("features", COUNTING) == 1


def test_who_only_reads_cannot_write(store: Store):
    def write_where_one_reads() -> None:
        with store.read() as ledger:
            ledger.work.keep("features", COUNTING, {"a": 1})

    with pytest.raises(StoreError, match=r"read-?only"):
        write_where_one_reads()
    with store.read() as ledger:
        assert ledger.work.count("features", COUNTING) == 0


def damage(store: Store, table: Table, content: bytes) -> None:
    with store.engine.begin() as connection:
        connection.execute(update(table).values(body=content))


@pytest.mark.parametrize("content", [b"", b"no frame", b"\x28\xb5\x2f\xfd" + bytes(20)])
def test_what_is_damaged_is_a_clear_error(store: Store, content: bytes):
    with store.write() as ledger:
        ledger.work.keep("features", COUNTING, {"a": 1})
        ledger.stories.found("1", at=NOON)
        ledger.stories.log(
            Entry(at=NOON, story="1", event="founded", other=None, reports=(), why="new")
        )
    for table in (work, story_log):
        damage(store, table, content)
    with store.read() as ledger:
        with pytest.raises(StoreError, match="stemma verify"):
            ledger.work.find(int, "features", COUNTING, "a")
        with pytest.raises(StoreError, match="stemma verify"):
            list(ledger.stories.history("1"))


def test_what_is_of_another_kind_is_a_clear_error(store: Store):
    with store.write() as ledger:
        ledger.work.keep("features", COUNTING, {"a": "words"})
        with pytest.raises(StoreError, match="is no"):
            ledger.work.find(int, "features", COUNTING, "a")
