"""A whole store as lines of JSON, and back.

The first line names the format; each further line is a row: its table, and its columns. Packed
values stand unpacked, so that other programs can read them; bytes are ``{"base64": …}``. Accounts,
what they log in with, and the audit log stay where they are, and never come from elsewhere. What
only finds other rows again is left out too: it is worked out anew, ``index_…`` by ``archive.load``.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

from sqlalchemy import Connection, LargeBinary, Table, func, select

from stemma.errors import StoreError
from stemma.stores import dialects
from stemma.stores.codec import compress, decompress, pack, unpack_plain
from stemma.stores.passages import Passages
from stemma.stores.stories import Stories
from stemma.stores.tables import KEPT_HERE, raws, schema

FORMAT = "stemma-store"
VERSION = 1

_AT_ONCE = 200

_LONE = re.compile("[\ud800-\udfff]")

Row = dict[str, Any]

_WORKED_OUT = frozenset({"ids", "index_reports", "index_terms", "index_words"})
_TABLES = {
    table.name: table for table in schema.sorted_tables if table.name not in KEPT_HERE | _WORKED_OUT
}


def dump(connection: Connection) -> Iterator[str]:
    """Write every row that is exchanged as a line without its line feed, in a fixed order."""
    yield json.dumps({"format": FORMAT, "version": VERSION})
    for table in _TABLES.values():
        order = tuple(table.primary_key)
        for row in connection.execute(select(table).order_by(*order)).mappings():
            written = {name: _write(table, value) for name, value in row.items()}
            yield _line({"table": table.name, **written})


def load(connection: Connection, lines: Iterable[str]) -> int:
    """Read lines that ``dump`` wrote into an empty store; give the number of rows.

    Raises:
        StoreError: The store is not empty, or a line is none of ours; the message says which.
    """
    _expect_empty(connection)
    numbered = enumerate(lines, start=1)
    _expect_format(next(numbered, (1, ""))[1])
    later: list[tuple[Table, Row]] = []
    waiting: list[Row] = []
    current: Table | None = None
    count = 0
    for number, line in numbered:
        table, row = _parse(number, line)
        if current is not None and (table is not current or len(waiting) == _AT_ONCE):
            connection.execute(current.insert(), waiting)
            waiting = []
        current = table
        later += _hold_back(table, row)
        waiting.append(row)
        count += 1
    if current is not None and waiting:
        connection.execute(current.insert(), waiting)
    for table, row in later:
        dialects.put_columns(connection, table, row)
    dialects.continue_numbers(connection, [*_TABLES.values()])
    Stories(connection).index_anew()
    Passages(connection).index_anew()
    return count


def _line(row: Row) -> str:
    """Write a row so that people can read it, and any file can hold it."""
    line = json.dumps(row, ensure_ascii=False)
    return json.dumps(row) if _LONE.search(line) else line


def _write(table: Table, value: object) -> object:
    if not isinstance(value, bytes):
        return value
    if table is raws:
        return _bytes(decompress(value))
    return _plain(unpack_plain(value))


def _plain(value: object) -> object:
    """Give a value that JSON can hold."""
    if isinstance(value, bytes):
        return _bytes(value)
    if _is_list(value):
        return [_plain(one) for one in value]
    if _is_mapping(value):
        return {key: _plain(one) for key, one in value.items()}
    return value


def _bytes(content: bytes) -> dict[str, str]:
    return {"base64": b64encode(content).decode("ascii")}


def _packable(value: object) -> object:
    """Take back what ``_plain`` did."""
    if _is_list(value):
        return [_packable(one) for one in value]
    if _is_mapping(value):
        if value.keys() == {"base64"}:
            return b64decode(value["base64"], validate=True)
        return {key: _packable(one) for key, one in value.items()}
    return value


def _parse(number: int, line: str) -> tuple[Table, Row]:
    try:
        written: Row = json.loads(line)
        table = _TABLES[written.pop("table")]
        row = {name: _read(table, name, value) for name, value in written.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"line {number} is no row of a store: {error!r}. Nothing was imported."
        raise StoreError(message) from error
    return table, row


def _read(table: Table, name: str, value: object) -> object:
    if value is None or not isinstance(table.columns[name].type, LargeBinary):
        return value
    packable = _packable(value)
    if table is not raws:
        return pack(packable)
    if isinstance(packable, bytes):
        return compress(packable)
    message = f"{name} holds no bytes"
    raise ValueError(message)


def _hold_back(table: Table, row: Row) -> Iterator[tuple[Table, Row]]:
    """Take out what points at rows of the same table, which may come later."""
    own = [
        column.name
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table is table and row.get(column.name) is not None
    ]
    if own:
        keys = {column.name: row[column.name] for column in table.primary_key}
        yield table, {**keys, **{name: row[name] for name in own}}
        row.update(dict.fromkeys(own))


def _expect_empty(connection: Connection) -> None:
    for table in _TABLES.values():
        if connection.scalar(select(func.count()).select_from(table)):
            message = (
                "a store can only be imported into an empty one, and this one holds "
                f"{table.name}: name a new one with --db"
            )
            raise StoreError(message)


def _expect_format(line: str) -> None:
    try:
        first = json.loads(line)
    except ValueError:
        first = None
    if first != {"format": FORMAT, "version": VERSION}:
        message = (
            f"this is no export of a store: its first line should be "
            f'{{"format": "{FORMAT}", "version": {VERSION}}}'
        )
        raise StoreError(message)


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)
