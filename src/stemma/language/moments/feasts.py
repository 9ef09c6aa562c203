"""When moving feasts fall: the rule of each, by name."""

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta

from stemma.language.moments.dates import easter, weekday_of_month

_MONDAY, _TUESDAY, _THURSDAY = 0, 1, 3


def _thanksgiving(year: int) -> date:
    return weekday_of_month(year, 11, _THURSDAY, 4)


def _election_day(year: int) -> date:
    return weekday_of_month(year, 11, _MONDAY, 1) + timedelta(days=1)


_RULES: dict[str, Callable[[int], date]] = {
    "thanksgiving": _thanksgiving,
    "thanksgiving day": _thanksgiving,
    "black friday": lambda year: _thanksgiving(year) + timedelta(days=1),
    "cyber monday": lambda year: _thanksgiving(year) + timedelta(days=4),
    "presidents' day": lambda year: weekday_of_month(year, 2, _MONDAY, 3),
    "labor day": lambda year: weekday_of_month(year, 9, _MONDAY, 1),
    "memorial day": lambda year: weekday_of_month(year, 5, _MONDAY, -1),
    "martin luther king day": lambda year: weekday_of_month(year, 1, _MONDAY, 3),
    "election day": _election_day,
    "easter": easter,
    "easter sunday": easter,
    "good friday": lambda year: easter(year) - timedelta(days=2),
}


def feast_day(name: str, year: int) -> date | None:
    """Give the day of a moving feast (United States, Western church) in a year; None if unknown."""
    rule = _RULES.get(name)
    return rule(year) if rule and MINYEAR <= year <= MAXYEAR else None
