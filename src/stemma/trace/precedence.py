"""Which of two reports came first, where their dates tell."""

from stemma.model import Report

_DAY = len("2024-11-18")
_MINUTE = len("2024-11-18T09:30")


def came_before(first: Report, second: Report) -> bool:
    """Tell whether one report surely came out before another.

    Dates are compared as far as both are known, the day at least and the minute at most; an
    interval, or a date that is the same so far, tells nothing.
    """
    return _is_less(first, second, most=_MINUTE)


def came_days_before(first: Report, second: Report) -> bool:
    """Tell whether one report surely came out on an earlier day than another."""
    return _is_less(first, second, most=_DAY)


def _is_less(first: Report, second: Report, *, most: int) -> bool:
    values = [one.published.universal if one.published else "" for one in (first, second)]
    width = min(most, *(len(value) for value in values))
    if width < _DAY or any("/" in value for value in values):
        return False
    return values[0][:width] < values[1][:width]
