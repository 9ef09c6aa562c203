"""Arithmetic of the calendar: steps of any unit, and the EDTF value of the period a day is in.

EDTF is ISO 8601-2:2019 level 1. Weeks, weekends, quarters and halves have no number of their own
there and are written as intervals; decades and centuries as ``199X`` and ``19XX``.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from stemma.language.moments.expression import Unit

_MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120}
_DAYS_IN = {"day": 1, "week": 7, "weekend": 7}
_SATURDAY = 5
_SPRING, _WINTER = 21, 24
_SECONDS_IN_A_DAY = 86_400
_LONGEST = 1_000_000
_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", re.DOTALL)
_X_VALUE = re.compile(r"(\d{2,3})(X{1,2})")


def make_day(year: int, month: int, day: int) -> date | None:
    """Make a date; None where there is no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def month_value(year: int, month: int) -> str:
    """Write a month as EDTF."""
    return f"{year:04d}-{month:02d}"


def months_value(year: int, first: int, last: int) -> str:
    """Write the months ``first`` to ``last`` of a year as an EDTF interval."""
    return f"{month_value(year, first)}/{month_value(year, last)}"


def shift(day: date, unit: Unit, steps: int) -> date | None:
    """Go ``steps`` units forward (back where negative); None outside the years 1 to 9999."""
    if abs(steps) > _LONGEST:
        return None
    try:
        if unit in _DAYS_IN:
            return day + timedelta(days=_DAYS_IN[unit] * steps)
        if unit in {"second", "minute", "hour"}:
            seconds = {"second": 1, "minute": 60, "hour": 3600}[unit]
            whole = abs(steps) * seconds // _SECONDS_IN_A_DAY
            return day + timedelta(days=whole if steps > 0 else -whole)
    except OverflowError:
        return None
    months = 1200 if unit == "century" else _MONTHS_IN[unit]
    number = day.year * 12 + day.month - 1 + months * steps
    year, month = divmod(number, 12)
    if not 1 <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def season_of(day: date) -> int:
    """Tell the season of the northern hemisphere, as EDTF numbers it; months decide."""
    return _SPRING + (day.month - 3) // 3 if day.month > 2 else _WINTER  # noqa: PLR2004


def week_value(day: date) -> str:
    """Write the week of a day, Monday to Sunday, as an EDTF interval."""
    monday = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    sunday = shift(monday, "day", 6) or date.max
    return f"{monday.isoformat()}/{sunday.isoformat()}"


def period_value(day: date, unit: Unit) -> str:
    """Write the period of kind ``unit`` that holds the day, as EDTF."""
    if unit == "week":
        return week_value(day)
    if unit == "weekend":
        saturday = shift(day, "day", _SATURDAY - day.weekday()) or day
        sunday = shift(saturday, "day", 1) or saturday
        return f"{saturday.isoformat()}/{sunday.isoformat()}"
    if unit == "season":
        year = day.year - 1 if day.month < 3 else day.year  # noqa: PLR2004 - winter began last year
        return f"{year:04d}-{season_of(day)}"
    if unit in {"quarter", "half"}:
        length = _MONTHS_IN[unit]
        first = (day.month - 1) // length * length + 1
        return months_value(day.year, first, first + length - 1)
    simple = {
        "month": f"{day.year:04d}-{day.month:02d}",
        "year": f"{day.year:04d}",
        "decade": f"{day.year // 10:03d}X",
        "century": f"{day.year // 100:02d}XX",
    }
    return simple.get(unit, day.isoformat())


def read_days(value: str) -> tuple[date, date] | None:
    """Give the first and the last day that an EDTF value covers; None where it is not told.

    Reads years, months, days, date-times, seasons, decades, centuries and closed intervals.
    """
    if "/" in value:
        first, last = (read_days(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    if masked := _X_VALUE.fullmatch(value):
        width = 10 ** len(masked[2])
        first_year = int(masked[1]) * width
        return _from_to(make_day(first_year, 1, 1), make_day(first_year + width - 1, 12, 31))
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 0)
    if match[3]:
        day = make_day(year, month, int(match[3]))
        return _from_to(day, day)
    if _SPRING <= month <= _WINTER:
        return _season_days(year, month)
    start = make_day(year, month or 1, 1)
    length = monthrange(year, month or 12)[1] if start else 0
    return _from_to(start, make_day(year, month or 12, length))


def _from_to(start: date | None, end: date | None) -> tuple[date, date] | None:
    return (start, end) if start is not None and end is not None else None


def _season_days(year: int, number: int) -> tuple[date, date] | None:
    start = make_day(year, 3 * (number - _SPRING) + 3, 1)
    last = shift(start, "month", 3) if start else None
    return _from_to(start, shift(last, "day", -1) if last else None)


def easter(year: int) -> date:
    """Give Western Easter Sunday by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def weekday_of_month(year: int, month: int, weekday: int, nth: int) -> date:
    """Give the nth (1 …; -1: last) such weekday of a month; Monday is 0."""
    length = monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if date(year, month, day).weekday() == weekday]
    return date(year, month, days[nth - 1 if nth > 0 else nth])
