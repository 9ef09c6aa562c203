"""Which year a day belongs to that a text gives without one."""

import re
from collections.abc import Sequence

from stemma.read.dating.mentions import Mention
from stemma.read.dating.offices import is_election_day
from stemma.read.dating.window import Window

_YEARS_TRIED = 12  # weekdays come back to the same day of the year after five, six or eleven
_ELECTION = re.compile(
    r"^\)?,? (?:[\w.'’]+ ){0,3}election\b|\belection\b[^.]{0,30}$", re.IGNORECASE
)
_US = re.compile(r"\b(?:U\.?S\.?|United States|America|American|White House|Washington)\b")
_PRESIDENTIAL = re.compile(r"\bpresiden(?:t|tial|cy)\b", re.IGNORECASE)


def year_fixers(text: str, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the days without a year that fix it: with a weekday, or of a US election."""
    return tuple(
        mention
        for mention in found
        if mention.day
        and mention.year is None
        and (mention.weekday is not None or _is_election(text, mention))
    )


def fitting_year(
    text: str, fixers: Sequence[Mention], within: Window
) -> tuple[int, Mention] | None:
    """Give the first year from ``within.first`` on in which the days fit, and the fixing day.

    "Monday (Nov 18)" fits where 18 November is a Monday, "the Nov. 5 election" where a US general
    election was held that day. Where they disagree, the first mention wins. None without a year to
    begin with, or where none of the next twelve fits.
    """
    if within.first is None:
        return None
    last = within.last.year if within.last else within.first.year + _YEARS_TRIED
    years = range(within.first.year, min(last, within.first.year + _YEARS_TRIED) + 1)
    for wanted in (tuple(fixers), tuple(fixers[:1])):
        for year in years:
            if wanted and all(_fits(text, mention, year, within) for mention in wanted):
                return year, wanted[0]
    return None


def _fits(text: str, mention: Mention, year: int, within: Window) -> bool:
    day = mention.in_year(year)
    if day is None or within.meet(Window(first=day, last=day)) is None:
        return False
    if mention.weekday is not None:
        return day.weekday() == mention.weekday
    return is_election_day(day, presidential=_is_presidential(text, mention))


def _is_election(text: str, mention: Mention) -> bool:
    """Tell whether a day is told to be that of an election in the United States."""
    if mention.month != 11 or not mention.day or not 2 <= mention.day <= 8:  # noqa: PLR2004 (2–8 November)
        return False
    before, after = (
        text[max(0, mention.start - 60) : mention.start],
        text[mention.end : mention.end + 60],
    )
    named = _ELECTION.search(after) or re.search(
        r"\belection (?:\w+ ){0,4}$", before, re.IGNORECASE
    )
    return bool(named) and bool(_US.search(text))


def _is_presidential(text: str, mention: Mention) -> bool:
    around = text[max(0, mention.start - 80) : mention.end + 60]
    return bool(_PRESIDENTIAL.search(around))
