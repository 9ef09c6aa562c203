"""Strings that no database refuses, and that come back as they went in.

PostgreSQL takes no NUL, and neither database takes lone surrogates, which stand for the bytes of
file names that are not UTF-8 (PEP 383). They are written as DLE (U+0010) and four hexadecimal
digits, and so is DLE itself.
"""

import re
from typing import Any

from sqlalchemy import Dialect, types
from sqlalchemy.dialects import postgresql

_REFUSED = re.compile("[\x00\x10\ud800-\udfff]")
_WRITTEN = re.compile("\x10([0-9a-f]{4})")


def escape(text: str) -> str:
    """Write a string so that every database takes it."""
    return _REFUSED.sub(lambda found: f"\x10{ord(found[0]):04x}", text)


def restore(written: str) -> str:
    """Give the string that ``escape`` wrote."""
    if "\x10" not in written:
        return written
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), written)


class Text(types.TypeDecorator[str]):
    """A column of strings: any string, in order of code points on every database."""

    impl = types.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        """Choose the order: SQLite has the right one by default, PostgreSQL has to be told."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.TEXT(collation="C"))
        return dialect.type_descriptor(types.Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write."""
        del dialect
        return None if value is None else escape(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Read."""
        del dialect
        return None if value is None else restore(value)
