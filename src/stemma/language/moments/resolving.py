"""From expressions to EDTF values: what "Tuesday" means on a given day."""

from dataclasses import replace
from datetime import date

from stemma.language.moments.absolute import absolute_value, as_days
from stemma.language.moments.dates import period_value, read_days, shift
from stemma.language.moments.expression import Direction, Expression
from stemma.language.moments.lengths import period_of
from stemma.language.moments.nearest import date_from

_INTERVAL_DAYS = 7
_SHORTEST_QUARTER = 89


def resolve(
    expression: Expression,
    reference: str | date | None,
    *,
    direction: Direction | None = None,
    previous: str | None = None,
) -> str | None:
    """Give the value of an expression, or None where it cannot be told.

    Dates and times give EDTF (level 1), durations and sets an ISO 8601 period. ``reference`` is
    the day against which "Tuesday" is read, as a date or as EDTF; where it is wider than a day,
    only what comes out alike for its first and its last day is told (an interval of at most a
    week is told as an interval). ``previous`` is the EDTF value of the last date told, for "a
    day later". ``direction`` says whether what is dated lies in the past or in the future.
    """
    if expression.kind in {"duration", "set"} or expression.vague:
        return None if expression.vague else period_of(expression)
    if expression.base == "previous":
        return _from_previous(expression, previous)
    if expression.absolute:
        return _with_clock(expression, absolute_value(expression, reference))
    days = as_days(reference)
    if days is None:
        return None
    early, late = (_resolve_from(expression, day, direction) for day in days)
    return early if early == late else _between(early, late)


def _between(early: str | None, late: str | None) -> str | None:
    """Tell two different days as the interval from one to the other, if it is short."""
    if early is None or late is None or "T" in early:
        return None
    first, last = read_days(early), read_days(late)
    if first is None or last is None or not 0 < (last[1] - first[0]).days < _INTERVAL_DAYS:
        return None
    return f"{first[0].isoformat()}/{last[1].isoformat()}"


def _with_clock(expression: Expression, value: str | None) -> str | None:
    if value is None or expression.hour is None or "/" in value:
        return value
    zone = "Z" if expression.zone in {"UTC", "GMT"} else ""
    return f"{value}T{expression.hour:02d}:{expression.minute or 0:02d}{zone}"


def _from_previous(expression: Expression, previous: str | None) -> str | None:
    """Resolve "a day later", "a year earlier", "the same day"."""
    days = read_days(previous) if previous else None
    if days is None or expression.step is None or expression.offset is None:
        return None
    width = (days[1] - days[0]).days
    is_quarter = _SHORTEST_QUARTER <= width < _SHORTEST_QUARTER + 3
    steps = expression.offset
    if expression.unit == "quarter" and not steps and not is_quarter:
        steps = -1
    moved = shift(days[0], expression.step, steps)
    if moved is None or (expression.unit == "day" and width > 0):
        return None
    same_quarter = is_quarter and expression.unit == "year" and abs(steps) == 1
    return period_value(moved, "quarter" if same_quarter else expression.unit or "day")


def _resolve_from(expression: Expression, today: date, direction: Direction | None) -> str | None:
    """Resolve against one day."""
    if expression.until is not None:
        return _resolve_range(expression, today, direction)
    return _with_clock(expression, date_from(expression, today, direction))


def _resolve_range(expression: Expression, today: date, direction: Direction | None) -> str | None:
    until = expression.until
    if until is None:
        return None
    last = _resolve_from(until, today, direction)
    ends = read_days(last) if last else None
    if last is None or ends is None:
        return None
    year = ends[0].year
    if expression.month and until.month and expression.month > until.month:
        year -= 1
    first = absolute_value(
        replace(expression, until=None, year=expression.year or year, offset=None)
    )
    return f"{first}/{last}" if first else None
