"""What a moment of ours would be as a TIMEX3 value (TimeML 1.2.1), and when two are the same."""

import re
from datetime import date, timedelta

from stemma.model import Moment

UNRESOLVED = "?"
"""The value of an expression that names no date or length one could write down."""

_WEEK = 7
_SUNDAY = 6
_SATURDAY = 5
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_NAMELESS = re.compile(r"(?:PAST|PRESENT|FUTURE)_REF|PT?X[A-Z]{1,2}|X[X-]*.*|")
_MONTH = 7


def as_timex(moment: Moment) -> str:
    """Give the TIMEX3 value: weeks, weekends, quarters and halves are intervals in EDTF."""
    value = moment.value
    if value is None:
        return UNRESOLVED
    if "/" in value:
        return plain(_interval(*value.split("/", 1)))
    return plain(value)


def plain(value: str) -> str:
    """Make two ways of writing one value the same, and all unresolved ones alike."""
    value = value.strip().removesuffix("Z")
    if _NAMELESS.fullmatch(value):
        return UNRESOLVED
    season = re.fullmatch(r"(\d{4})-(2[1-4])", value)
    if season:
        return f"{season[1]}-{_SEASONS[season[2]]}"
    value = re.sub(r"(-XX)+$", "", value)
    value = re.sub(r"^(\d{2,3})X+$", r"\1", value)
    value = re.sub(r"-W(\d)(?=$|-)", r"-W0\1", value)
    value = re.sub(r"^P(\d+)E$", r"P\g<1>0Y", value)
    return re.sub(r"^P(\d+)C$", r"P\g<1>00Y", value)


def _interval(first: str, last: str) -> str:
    """Name an interval by what it is; one that has no name of its own by where it begins."""
    if len(first) == len(last) == _MONTH and first[:4] == last[:4]:
        return _months(first[:4], int(first[5:]), int(last[5:])) or first
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return first
    year, week, _ = start.isocalendar()
    if start.weekday() == 0 and end - start == timedelta(days=_WEEK - 1):
        return f"{year}-W{week:02d}"
    if start.weekday() == _SATURDAY and end.weekday() == _SUNDAY and (end - start).days == 1:
        return f"{year}-W{week:02d}-WE"
    return first


def _months(year: str, first: int, last: int) -> str | None:
    if last - first == 2 and last % 3 == 0:  # noqa: PLR2004 - a quarter ends with a third month
        return f"{year}-Q{last // 3}"
    if last - first == 5 and last % 6 == 0:  # noqa: PLR2004 - a half ends with a sixth month
        return f"{year}-H{last // 6}"
    return None
