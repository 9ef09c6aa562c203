"""A query cut into its pieces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NoReturn, get_args

from stemma.errors import UsageError
from stemma.search.query import Filter

FILTERS: tuple[Filter, ...] = get_args(Filter)

PieceKind = Literal["word", "phrase", "filter", "or", "and", "not", "open", "close"]

_BY_NAME: dict[str, Filter] = {name: name for name in FILTERS}
_CLOSING = {'"': '"“”', "“": '”"“', "”": '”"', "„": '“”"', "«": "»"}
_FILTER = re.compile(r"([A-Za-z]+):(?!//)")
_WORD = re.compile(r"[^\s()\"“”„«»]+")
_SIGNS: dict[str, PieceKind] = {"OR": "or", "AND": "and", "NOT": "not"}
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a query, beginning at code point ``at``; ``of`` is set for filters."""

    kind: PieceKind
    text: str
    at: int
    of: Filter | None = None


def refuse(text: str, at: int, reason: str) -> NoReturn:
    """Say what makes no sense, and point at it.

    Raises:
        UsageError: Always.
    """
    start = max(0, at - _SHOWN // 2)
    shown = "".join(
        letter if letter.isprintable() else " " for letter in text[start : start + _SHOWN]
    )
    message = (
        f"the query makes no sense at column {at + 1}: {reason}\n  {shown}\n  {' ' * (at - start)}^"
    )
    raise UsageError(message)


def cut(text: str) -> Iterator[Piece]:
    """Cut a query into pieces.

    Raises:
        UsageError: A quotation is never closed, or a filter is unknown or has no value.
    """
    at = 0
    while at < len(text):
        letter = text[at]
        if letter.isspace():
            at += 1
        elif letter in "()":
            yield Piece(kind="open" if letter == "(" else "close", text=letter, at=at)
            at += 1
        elif letter == "-":
            if text[at + 1 : at + 2].strip().strip("-)"):
                yield Piece(kind="not", text=letter, at=at)
            at += 1
        elif letter == "»":
            at += 1
        else:
            piece, at = _next(text, at)
            yield piece


def _next(text: str, at: int) -> tuple[Piece, int]:
    """Give a phrase, a filter or a word, and where it ends."""
    if text[at] in _CLOSING:
        inner, end = _quoted(text, at)
        return Piece(kind="phrase", text=inner, at=at), end
    found = _FILTER.match(text, at)
    if found and not _stands_alone(text, found):
        return _filter(text, found)
    end = _end_of_word(text, at)
    word = text[at:end]
    return Piece(kind=_SIGNS.get(word, "word"), text=word, at=at), end


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Tell whether a word with a colon is but a word: "Note: the bridge"."""
    followed = text[found.end() : found.end() + 1].strip()
    return found[1].lower() not in FILTERS and not (followed and followed not in "()")


def _filter(text: str, found: re.Match[str]) -> tuple[Piece, int]:
    name = found[1].lower()
    of = _BY_NAME.get(name)
    if of is None:
        known = ", ".join(FILTERS)
        refuse(text, found.start(), f"there is no filter {name!r}, only {known}; quote mere words")
    if text[found.end() : found.end() + 1] in _CLOSING and found.end() < len(text):
        value, end = _quoted(text, found.end())
    else:
        end = _end_of_word(text, found.end())
        value = text[found.end() : end]
    if not value.strip():
        refuse(text, found.start(), f"the filter {name!r} has no value")
    return Piece(kind="filter", text=value.strip(), at=found.start(), of=of), end


def _quoted(text: str, at: int) -> tuple[str, int]:
    closing = _CLOSING[text[at]]
    for end in range(at + 1, len(text)):
        if text[end] in closing:
            return text[at + 1 : end], end + 1
    refuse(text, at, "these quotation marks are never closed")


def _end_of_word(text: str, at: int) -> int:
    found = _WORD.match(text, at)
    return found.end() if found else at
