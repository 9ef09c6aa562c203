"""Dates of a search: a day, a month, a year, or a range of them."""

import re
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_MONTHS = 12
_YEAR, _MONTH, _DAY = 4, 7, 10
"""How long the writings are: ``2024``, ``2024-11``, ``2024-11-05``."""

EARLIEST, LATEST = date(1, 1, 1), date(9999, 12, 31)


def parse_dates(text: str) -> tuple[str, ...]:
    """Give the beginnings of all days in a range: ``2024-11..2025`` is 2024-11, 2024-12, 2025.

    Raises:
        ValueError: The text is no date and no range, or the range runs backwards.
    """
    first, dots, last = text.partition("..")
    if not dots:
        return (_written(*_parse(text)),)
    start = _parse(first)[0] if first else EARLIEST
    end = _parse(last)[1] if last else LATEST
    if not (first or last) or start > end:
        message = "a range runs forwards"
        raise ValueError(message)
    return tuple(_cover(start, end))


def beginnings(day: str) -> tuple[str, ...]:
    """Give the ways in which ``parse_dates`` may name a day, month or year (EDTF)."""
    decades = tuple(day[:length] for length in range(1, _YEAR + 1))
    rest = tuple(day[:length] for length in (_MONTH, _DAY) if len(day) >= length)
    return decades + rest


def _parse(text: str) -> tuple[date, date]:
    """Give the first and the last day of a date."""
    found = _DATE.fullmatch(text)
    if not found:
        message = "no date"
        raise ValueError(message)
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or month is None:
        return date(year or 0, 1, 1), date(year or 0, _MONTHS, 31)
    if day is None:
        return date(year, month, 1), _last_of(year, month)
    return date(year, month, day), date(year, month, day)


def _last_of(year: int, month: int) -> date:
    if month == _MONTHS:
        return date(year, month, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _written(start: date, end: date) -> str:
    """Give the shortest beginning that the days from start to end share with no others."""
    if start == end:
        return start.isoformat()
    return start.isoformat()[:_MONTH] if start.month == end.month else start.isoformat()[:_YEAR]


def _cover(start: date, end: date) -> list[str]:
    """Give the fewest beginnings that cover the days from start to end, and no others."""
    found: list[str] = []
    while True:
        name, last = _longest(start, end)
        found.append(name)
        if last >= end:
            return found
        start = last + timedelta(days=1)


def _longest(start: date, end: date) -> tuple[str, date]:
    """Give the longest span that begins at ``start``, as its beginning and its last day."""
    if (start.month, start.day) == (1, 1):
        for years, digits in ((1000, 1), (100, 2), (10, 3), (1, 4)):
            first = start.year == 1 and years > 1
            if start.year % years and not first:
                continue
            whole = date(start.year - start.year % years + years - 1, _MONTHS, 31)
            if whole <= end:
                return f"{start.year:04}"[:digits], whole
    whole = _last_of(start.year, start.month)
    if start.day == 1 and whole <= end:
        return start.isoformat()[:_MONTH], whole
    return start.isoformat(), start
