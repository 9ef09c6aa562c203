"""Dates without a year, read against a day: the nearest one that fits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from stemma.language.moments.absolute import absolute_value, day_in
from stemma.language.moments.dates import period_value, read_days, season_of, shift
from stemma.language.moments.expression import Direction, Expression

_Finder = Callable[[Expression, date, Direction | None], str | None]
_WRONG_WAY = 6.0
_UNTOLD_FUTURE = 2.0
_SATURDAY = 5


def date_from(expression: Expression, today: date, direction: Direction | None) -> str | None:
    """Give the EDTF value of an expression without a year, read on a day."""
    if expression.step == "year" and (expression.month or expression.number):
        year = today.year + (expression.offset or 0)
        return absolute_value(replace(expression, year=year, offset=None))
    find = _finder(expression)
    if find is not None:
        return find(expression, today, direction)
    if expression.offset is not None:
        unit = expression.unit or "day"
        moved = shift(today, expression.step or unit, expression.offset)
        return period_value(moved, unit) if moved else None
    return today.isoformat() if expression.hour is not None else None


def _finder(expression: Expression) -> _Finder | None:
    """Choose how to find the day: by what the expression names."""
    if expression.holiday is not None:
        return _feast
    if expression.weekday is not None and expression.day is None:
        return _weekday
    if expression.day is not None or expression.month is not None:
        return _nearest
    if expression.number is not None:
        return _nearest_numbered
    return _weekend if expression.unit == "weekend" and not expression.offset else None


def _weekend(expression: Expression, today: date, direction: Direction | None) -> str | None:
    """Resolve the weekend: until Friday the last one, unless the verb points ahead."""
    told = direction or ("past" if expression.text.lower().startswith("the") else "future")
    back = told == "past" and today.weekday() < _SATURDAY
    day = shift(today, "week", -1 if back else 0)
    return period_value(day, "weekend") if day else None


def _weekday(expression: Expression, today: date, direction: Direction | None) -> str | None:
    weekday = expression.weekday or 0
    ahead = (weekday - today.weekday()) % 7
    if expression.step == "week":
        steps = weekday - today.weekday() + 7 * (expression.offset or 0)
    elif expression.offset is None:
        steps = ahead if direction == "future" or ahead == 0 else ahead - 7
    elif expression.offset < 0:
        steps = ahead - 7
    elif expression.offset == 0:
        steps = ahead if direction != "past" or ahead == 0 else ahead - 7
    else:
        steps = ahead or 7
    day = shift(today, "day", steps)
    return day.isoformat() if day else None


def _distance(value: str | None, today: date, direction: Direction | None) -> float:
    """How far a value lies from today, in days; the unexpected direction counts more."""
    days = read_days(value) if value else None
    if days is None:
        return float("inf")
    if days[0] <= today <= days[1]:
        return 0.0
    past = days[1] < today
    distance = (today - days[1]).days if past else (days[0] - today).days
    if direction is None:
        return distance * (1.0 if past else _UNTOLD_FUTURE)
    return distance * (1.0 if past == (direction == "past") else _WRONG_WAY)


def _nearest(expression: Expression, today: date, direction: Direction | None) -> str | None:
    """Resolve a month, or a day of a month, without a year (or without a month)."""
    if expression.offset is not None and expression.day is None:
        return _which(expression, today)
    if expression.month is None:
        months = [moved for step in (-1, 0, 1) if (moved := shift(today, "month", step))]
        candidates = [replace(expression, year=month.year, month=month.month) for month in months]
    else:
        years = range(today.year - 6, today.year + 7) if expression.weekday is not None else (
            today.year - 1, today.year, today.year + 1,
        )  # fmt: skip
        candidates = [replace(expression, year=year, offset=None) for year in years]
    values = [absolute_value(replace(candidate, other=None)) for candidate in candidates]
    known = [value for value in values if value and _fits(expression, value)]
    known = known or [value for value in values if value]
    if expression.offset:
        direction = "past" if expression.offset < 0 else "future"
    return min(known, key=lambda value: (_distance(value, today, direction), value), default=None)


def _fits(expression: Expression, value: str) -> bool:
    days = read_days(value)
    return expression.weekday is None or (
        days is not None and days[0].weekday() == expression.weekday
    )


def _which(expression: Expression, today: date) -> str | None:
    """Resolve last September, this May, next autumn."""
    offset = expression.offset or 0
    month = expression.month or today.month
    if offset < 0:
        year = today.year if month < today.month else today.year - 1
    elif offset > 0:
        year = today.year if month > today.month else today.year + 1
    else:
        year = today.year
    return absolute_value(replace(expression, year=year, offset=None))


def _nearest_numbered(
    expression: Expression, today: date, direction: Direction | None
) -> str | None:
    """Resolve quarters, halves and seasons without a year."""
    if expression.unit == "season" and expression.offset is not None:
        return _which_season(expression, today)
    years = (today.year - 1, today.year, today.year + 1)
    values = [absolute_value(replace(expression, year=year, offset=None)) for year in years]
    known = [value for value in values if value]
    told = direction or "past"
    return min(known, key=lambda value: (_distance(value, today, told), value), default=None)


def _which_season(expression: Expression, today: date) -> str | None:
    number, now = expression.number or 0, season_of(today)
    offset = expression.offset or 0
    in_winter = today.month < 3  # noqa: PLR2004 - winter began last year
    year = today.year - 1 if in_winter and (offset or number == now) else today.year
    if offset < 0 and number >= now:
        year -= 1
    elif offset > 0 and number <= now:
        year += 1
    return absolute_value(replace(expression, year=year, offset=None))


def _feast(expression: Expression, today: date, direction: Direction | None) -> str | None:
    years = (today.year - 1, today.year, today.year + 1)
    days = [day for year in years if (day := day_in(expression, year)) is not None]
    offset = expression.offset
    if offset:
        days = [day for day in days if (day < today) == (offset < 0)]
    values = [day.isoformat() for day in days]
    return min(values, key=lambda value: (_distance(value, today, direction), value), default=None)
