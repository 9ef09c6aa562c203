"""Between which days a report must have come out, whatever the day."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stemma.model import Part
from stemma.read.dating.mentions import Mention, month_number
from stemma.read.dating.offices import terms_told
from stemma.read.dating.window import Window, end_of_year
from stemma.read.signoff import is_copyright

_LEAD_PARTS = 6  # paragraphs, headline and standfirst among them, in which offices are current
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH_TO_COME = re.compile(
    r"\b(?:takes? (?:office|effect)|takes? over|will be (?:sworn in|inaugurated)|is sworn in|"
    r"hands? over|"
    r"is inaugurated|next)(?: \w+){0,4}? (?:in )?(?P<month>January|February|March|April|May|June|"
    r"July|August|"
    r"September|October|November|December)\b(?! \d)"
)


class Bounds(NamedTuple):
    """The days, why, and where the words stand that say most; an empty basis says nothing."""

    window: Window
    basis: str
    start: int | None
    end: int | None


def bounds(text: str, parts: Sequence[Part], found: Sequence[Mention]) -> Bounds:
    """Gather years told as past, terms of office, notices of copyright and days to come."""
    window, basis, start, end = Window(), "", None, None
    for mention in found:
        day = mention.in_year(mention.year) if mention.year else None
        if day and _is_past(mention) and not (window.first and day <= window.first):
            window = Window(first=day)
            start, end = mention.start, mention.end
            basis = f"no earlier than {text[start:end]!r}, told as past"
    for part in parts:
        words = text[part.start : part.end]
        years = _YEAR.findall(words) if part.kind == "credit" and is_copyright(words) else ()
        first = date(max(map(int, years)), 1, 1) if years else None
        met = Window(first=first, last=end_of_year(first)).meet(window) if first else None
        if met:
            window = met
            basis, start, end = f"the notice {words!r}", part.start, part.end
    return _with_terms(text, parts, Bounds(window, basis, start, end))


def _is_past(mention: Mention) -> bool:
    return mention.tense == "past" or (mention.tense == "unclear" and mention.month is not None)


def _with_terms(text: str, parts: Sequence[Part], so_far: Bounds) -> Bounds:
    leading = [part for part in parts if part.kind != "credit"][:_LEAD_PARTS]
    lead = text[: leading[-1].end] if leading else ""
    window, basis, start, end = so_far
    for words, terms in terms_told(lead):
        met = [shared for term in terms if (shared := window.meet(term))]
        if met and met[0] != window:
            window = met[0] if len(met) == 1 else Window(first=met[0].first, last=met[-1].last)
            basis = f"{basis}; {words!r} in the lead" if basis else f"{words!r} in the lead"
            start = text.find(words)
            end = start + len(words)
    month = _MONTH_TO_COME.search(text)
    if month and window.first and window.last:
        window, basis = _before_month(month, window, basis)
    return Bounds(window, basis, start, end)


def _before_month(match: re.Match[str], window: Window, basis: str) -> tuple[Window, str]:
    """Leave out the month named as still to come, and what is after it."""
    number = month_number(match["month"])
    for year in (window.last.year,) if window.last else ():
        opening = date(year, number, 1)
        met = window.meet(Window(last=date.fromordinal(opening.toordinal() - 1)))
        if met and opening <= (window.last or opening):
            return met, f"{basis}; {match.group()!r} is still to come"
    return window, basis
