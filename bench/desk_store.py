"""A large store in minutes: a small one, told with all its language work, and copies of it.

Copies have ids, addresses and words of their own: each invented word becomes another of the same
length, so that every place in a text still holds.
"""

import re
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import invented_stories
from sqlalchemy import LargeBinary, Table, select

from stemma.newsroom import open_newsroom
from stemma.settings import Settings
from stemma.stores import Ledger, Store, open_store
from stemma.stores import tables as all_tables
from stemma.stores.codec import compress, decompress
from stemma.stores.passages import Passages

SEEDED = 200
"""Reports of the small store."""

_TABLES = (
    all_tables.raws,
    all_tables.reports,
    all_tables.report_paths,
    all_tables.stories,
    all_tables.members,
    all_tables.changes,
    all_tables.ids,
    all_tables.passages,
)
_ID = re.compile(rb"(?<=sha256:)[0-9a-f]{16}|\b[0-9a-f]{64}\b")
_SHORTEST = 6
"""Letters of words that change: shorter ones may be names of fields as well."""

_STEP = 1_000_000
_AT_ONCE = 2_000

Row = dict[str, Any]


def make_store(folder: Path, *, reports: int) -> Path:
    """Give a file with a store of so many reports, a multiple of ``SEEDED``; made once."""
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"{reports}.db"
    if not made.exists():
        unfinished = made.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        _multiply(_make_seed(folder), unfinished, copies=reports // SEEDED)
        unfinished.rename(made)
    return made


def _make_seed(folder: Path) -> Path:
    seed = folder / "seed.db"
    if not seed.exists():
        unfinished = seed.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        coverage = folder / "coverage"
        invented_stories.write(coverage, reports=SEEDED)
        with open_newsroom(Settings(store=str(unfinished))) as newsroom:
            newsroom.add([str(coverage)])
            newsroom.refresh()
        unfinished.rename(seed)
    return seed


def _multiply(seed: Path, into: Path, *, copies: int) -> None:
    source, target = open_store(str(seed)), open_store(str(into))
    with source.read() as ledger:
        rows = {table.name: _read(ledger, table) for table in _TABLES}
        runs = _read(ledger, all_tables.runs)
    runs_kept = {row["id"].rpartition(":")[2].encode() for row in runs}
    _write(target, all_tables.runs, runs)
    for copy in range(copies):
        change = _changer(copy, runs_kept)
        for table in _TABLES:
            _write(target, table, [_copy(row, change, copy * _STEP) for row in rows[table.name]])
        print(f"\r{copy + 1} of {copies} copies", end="", flush=True)
    print()
    with target.write() as ledger:
        Passages(ledger.connection).index_anew()
    target.close()
    source.close()


def _read(ledger: Ledger, table: Table) -> list[Row]:
    """Give all rows, with what is packed unpacked."""
    packed = {column.name for column in table.columns if isinstance(column.type, LargeBinary)}
    rows = [
        {
            name: decompress(value) if name in packed and value is not None else value
            for name, value in row.items()
        }
        for row in ledger.connection.execute(select(table)).mappings()
    ]
    return sorted(rows, key=_leads_on)


def _leads_on(row: Row) -> bool:
    """Tell whether a row leads to another of its table, which is to be there first."""
    return bool(row.get("redirect") or row.get("superseded_by"))


def _write(store: Store, table: Table, rows: list[Row]) -> None:
    for start in range(0, len(rows), _AT_ONCE):
        some = [
            {
                name: compress(value) if isinstance(value, bytes) else value
                for name, value in row.items()
            }
            for row in rows[start : start + _AT_ONCE]
        ]
        with store.write() as ledger:
            ledger.connection.execute(table.insert(), some)


def _copy(row: Row, change: Callable[[bytes], bytes], step: int) -> Row:
    """Give a row of a copy: other ids, other words, other numbers."""
    copied: Row = {}
    for name, value in row.items():
        match value:
            case bytes():
                copied[name] = change(value)
            case str() if name == "short":
                copied[name] = change(f"sha256:{value}".encode()).removeprefix(b"sha256:").decode()
            case str():
                copied[name] = change(value.encode()).decode()
            case int() if name in {"id", "seq"}:
                copied[name] = value + step
            case _:
                copied[name] = value
    return copied


def _changer(copy: int, kept: set[bytes]) -> Callable[[bytes], bytes]:
    """Give what changes bytes into those of a copy, length by length; the first stays as it is."""
    if copy == 0:
        return lambda content: content
    words = _other_words(copy)
    known = re.compile(rb"\b(?:" + b"|".join(sorted(words, key=len, reverse=True)) + rb")\b")

    @cache
    def rename(digits: bytes) -> bytes:
        other = sha256(b"%d" % copy + digits).hexdigest()[: len(digits)].encode()
        return digits if digits in kept else other

    def change(content: bytes) -> bytes:
        content = _ID.sub(lambda found: rename(found[0]), content)
        return known.sub(lambda found: words[found[0]], content)

    return change


def _other_words(copy: int) -> dict[bytes, bytes]:
    """Give for each invented word another of its length, with a small and a capital letter."""
    random = Random(copy)  # noqa: S311 - coverage, not a secret
    by_length: dict[int, list[str]] = {}
    for word in sorted(invented_stories.vocabulary()):
        if len(word) >= _SHORTEST:
            by_length.setdefault(len(word), []).append(word)
    return {
        written(before).encode(): written(after).encode()
        for words in by_length.values()
        for before, after in zip(words, random.sample(words, len(words)), strict=True)
        for written in (str.lower, str.capitalize)
    }
