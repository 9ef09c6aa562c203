"""Dates whose words name the year."""

from dataclasses import replace
from datetime import date

from stemma.language.moments.dates import (
    make_day,
    month_value,
    months_value,
    period_value,
    read_days,
)
from stemma.language.moments.expression import Expression
from stemma.language.moments.feasts import feast_day

_WIDEST_REFERENCE = 366


def as_days(reference: str | date | None) -> tuple[date, date] | None:
    """Give the first and last day of a reference; None where it is wider than a year."""
    if reference is None:
        return None
    days = (reference, reference) if isinstance(reference, date) else read_days(reference)
    if days is None or (days[1] - days[0]).days > _WIDEST_REFERENCE:
        return None
    return days


def absolute_value(expression: Expression, reference: str | date | None = None) -> str | None:
    """Give the value of an expression that names its year."""
    year = expression.year
    if year is None:
        return None
    if expression.until is not None:
        return _range_value(absolute_value(replace(expression, until=None)), expression.until)
    if expression.other is not None and reference is not None:
        return _either_order(expression, reference)
    if expression.day is not None or expression.holiday is not None:
        day = day_in(expression, year)
        return day.isoformat() if day else None
    if expression.month is not None:
        return month_value(year, expression.month)
    return _numbered(expression, year)


def day_in(expression: Expression, year: int) -> date | None:
    """Give the day of a month, or the feast, in a year; None where there is none."""
    if expression.month is not None and expression.day is not None:
        return make_day(year, expression.month, expression.day)
    return feast_day(expression.holiday, year) if expression.holiday else None


def _numbered(expression: Expression, year: int) -> str | None:
    number = expression.number
    if number is None or expression.unit is None:
        first = make_day(year, 1, 1)
        return period_value(first, expression.unit or "year") if first else None
    if expression.unit == "season":
        return f"{year:04d}-{number}"
    length = 6 if expression.unit == "half" else 3
    return months_value(year, length * number - length + 1, length * number)


def _either_order(expression: Expression, reference: str | date) -> str | None:
    """Read 4/5/2024: month first, unless only the other order gives a day that is not to come."""
    plain = absolute_value(replace(expression, other=None))
    days = as_days(reference)
    if plain is None or days is None or expression.other is None:
        return plain
    month, day = expression.other
    swapped = absolute_value(replace(expression, other=None, month=month, day=day))
    latest = days[1].isoformat()
    return swapped if swapped is not None and plain > latest >= swapped else plain


def _range_value(first: str | None, until: Expression) -> str | None:
    last = absolute_value(until)
    if first is None or last is None:
        return None
    return f"{first}/{last}" if first <= last else None
