"""What can be wrong with a store, in words that say what to do; never with a password."""

import re
from urllib.parse import unquote

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

EXTRA = "stemma-news[postgres]"

_SECRET = re.compile(r"(?i)(\bpass(?:word|file)?\s*=\s*)('(?:[^'\\]|\\.)*'|[^\s&;]+)")
_IN_ADDRESS = re.compile(r"(://[^\s/@:]*:)([^\s/@]*)(?=@)")
_ADVICE = (
    (
        "file is not a database",
        "it is no SQLite database (or an encrypted one): name another file with --db",
    ),
    ("unable to open database file", "check that its folder may be written to"),
    ("readonly database", "check that the file and its folder may be written to"),
    (
        "disk is full",
        "make room and run the same again: what was kept before is whole, nothing is half written",
    ),
    (
        "disk I/O error",
        "check the disk and its room, then run 'stemma verify': nothing is half written",
    ),
    ("malformed", "the file is damaged: go back to a copy, or 'stemma export' what can be read"),
    ("database is locked", "another process has been writing for minutes: let it end, or end it"),
    ("lock timeout", "another process has been writing for minutes: let it end, or end it"),
    ("too many clients", "let other programs end first"),
    ("connection", "check that the server runs, and the address, the user and the password"),
    ("permission denied", "ask for the right to create tables in this database"),
)


def explain(location: str, error: Exception) -> str:
    """Say which store it is, what the database says, and what to do."""
    cause = getattr(error, "orig", None) or error
    reason = " ".join(str(cause).split()) or type(cause).__name__
    for secret in _passwords(location):
        reason = reason.replace(secret, "***")
    advice = next((then for sign, then in _ADVICE if sign in reason), None)
    shown = f"the store {without_password(location)!r} cannot be used: {_hide(reason)}"
    return f"{shown}; {advice}" if advice else shown


def explain_driver(location: str) -> str:
    """Say that what talks to PostgreSQL is not installed."""
    return (
        f"the store {without_password(location)!r} needs the PostgreSQL driver psycopg: "
        f"pip install '{EXTRA}'"
    )


def without_password(location: str) -> str:
    """Give an address as it may be shown; a file as it is."""
    if "://" not in location:
        return location
    try:
        shown = make_url(location).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return location.partition("://")[0] + "://…"
    return _hide(shown)


def _passwords(location: str) -> list[str]:
    """Give what may be a password in an address, as it is written and as it is meant."""
    written = [found[2] for found in _IN_ADDRESS.finditer(location)]
    written += [found[2] for found in _SECRET.finditer(location)]
    return [one for word in written if word for one in (word, unquote(word))]


def _hide(text: str) -> str:
    return _IN_ADDRESS.sub(r"\1***", _SECRET.sub(r"\1***", text))
