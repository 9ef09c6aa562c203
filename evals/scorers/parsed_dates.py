"""Dates as dateparser finds them, a peer for moments (dateparser.search, English alone).

It gives a day for everything. Prepositions at the beginning of what it finds are cut off, and of a
bare year, or of a month with its year, the day is dropped: it says no more than that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import dateparser.search

_LEADING = re.compile(r"(?:in|on|at|by|the|of|for|to)\s+", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"[A-Za-z]{3,9}\.?,? \d{4}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A date: ``[start, end)`` in code points, and its TIMEX3 value."""

    start: int
    end: int
    value: str


def find_dates(text: str, reference: str | None) -> Iterator[Parsed]:
    """Find the dates of a text that was written on the day ``reference`` (ISO 8601)."""
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
    if reference and _DAY.fullmatch(reference):
        settings["RELATIVE_BASE"] = datetime.fromisoformat(reference)
    search = cast("Any", dateparser.search)
    place = 0
    for words, day in search.search_dates(text, languages=["en"], settings=settings) or ():
        found = text.find(words, place)
        if found < 0:
            continue
        place = found + len(words)
        leading = _LEADING.match(words)
        start = found + (leading.end() if leading else 0)
        yield Parsed(start, place, _value(text[start:place].strip(), day))


def _value(words: str, day: datetime) -> str:
    if _YEAR.fullmatch(words):
        return words
    return f"{day:%Y-%m}" if _MONTH.fullmatch(words) else f"{day:%Y-%m-%d}"
