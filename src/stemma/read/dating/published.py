"""The date of one report."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from stemma.model import Part, Published, Span
from stemma.model.report import Precision
from stemma.read.dating.bounds import bounds
from stemma.read.dating.mentions import Mention, mentions
from stemma.read.dating.window import Window, end_of_year, written
from stemma.read.dating.years import fitting_year, year_fixers
from stemma.read.draft import DateCandidate

_SECONDS = re.compile(r"T\d\d:\d\d:\d\d")
_MOST_DAYS = 130  # a wider stretch of months is no date of publication
_STAMP_WORDS = 14
_LEAD_PARTS = 5  # paragraphs in which the news itself stands
_FORTNIGHT = 14  # days
_DAY = timedelta(days=1)


class Told(NamedTuple):
    """The days in which a report's own words put it, why, and where they stand in the text."""

    window: Window
    basis: str
    start: int | None = None
    end: int | None = None


def date_report(
    text: str,
    parts: Sequence[Part],
    *,
    report: str,
    candidates: Sequence[DateCandidate],
    above: Sequence[str],
) -> Published | None:
    """Date a report by its metadata, or else by its own words; None where neither tells.

    ``above`` are lines cut from above the article, where pages print the date.
    """
    if candidates:
        value, basis = candidates[0]
        return Published(value=value, precision=precision_of(value), basis=basis)
    told = tell(text, parts, above=above)
    value = written(told.window) if told else None
    if (
        told is None
        or value is None
        or (value[1] == "month" and (told.window.days or 0) > _MOST_DAYS)
    ):
        return None
    span = None
    if told.start is not None and told.end is not None:
        span = Span(report=report, start=told.start, end=told.end)
    return Published(value=value[0], precision=value[1], basis=told.basis, span=span)


def precision_of(value: str) -> Precision:
    """Tell how precise a date in EDTF is; of an interval, its ends."""
    first = value.split("/", maxsplit=1)[0]
    if "T" in first:
        return "second" if _SECONDS.search(first) else "minute"
    precisions: tuple[Precision, ...] = ("year", "month", "day")
    return precisions[min(first.count("-"), 2)]


def tell(text: str, parts: Sequence[Part], *, above: Sequence[str] = ()) -> Told | None:
    """Give the days in which the report's own words put it, the surest sign first.

    The window may have one bound only, or be too wide to write down.
    """
    found = mentions(text)
    outer = bounds(text, parts, found)
    return (
        _by_stamp(text, parts, above)
        or _by_day(text, parts, found, outer.window)
        or _by_latest(text, found, outer.window)
        or (Told(outer.window, outer.basis, outer.start, outer.end) if outer.basis else None)
    )


def _by_stamp(text: str, parts: Sequence[Part], above: Sequence[str]) -> Told | None:
    """Read the line that prints the date: above the text, or with the byline."""
    for line in above:
        if len(line.split()) <= _STAMP_WORDS:
            for mention in mentions(line):
                if mention.year and mention.day and (day := mention.in_year(mention.year)):
                    return Told(
                        Window(first=day, last=day), f"the date line above the text, {line!r}"
                    )
    for part in parts:
        if part.kind in {"byline", "dateline"}:
            for mention in mentions(text[part.start : part.end]):
                if mention.year and mention.day and (day := mention.in_year(mention.year)):
                    start, end = part.start + mention.start, part.start + mention.end
                    words = text[start:end]
                    return Told(
                        Window(first=day, last=day), f"the {part.kind}, {words!r}", start, end
                    )
    return None


def _by_day(
    text: str, parts: Sequence[Part], found: Sequence[Mention], outer: Window
) -> Told | None:
    """Date by the dateline's day, or by a day of the week told as past in the lead."""
    dateline = next((part for part in parts if part.kind == "dateline"), None)
    body = [part for part in parts if part.kind == "body"]
    lead_end = body[min(_LEAD_PARTS, len(body)) - 1].end if body else 0
    for mention in found:
        in_dateline = dateline is not None and dateline.start <= mention.start < dateline.end
        if not mention.day or not (
            in_dateline or (mention.start < lead_end and _is_news_day(text, mention))
        ):
            continue
        year, reason = _year_of(text, mention, found, outer)
        day = mention.in_year(year) if year else None
        if day is not None and _is_latest(found, day):
            words = text[mention.start : mention.end]
            days, where = _reach(mention, in_dateline=in_dateline)
            window = Window(first=day, last=day + days * _DAY)
            return Told(window, f"{words!r} {where}{reason}", mention.start, mention.end)
    return None


def _reach(mention: Mention, *, in_dateline: bool) -> tuple[int, str]:
    """Give how many days after the day a report may come out, and why.

    Within a week news leave out the year; a weekday with day and year is of the last fortnight.
    """
    if in_dateline:
        return 0, "in the dateline"
    if mention.year:
        return _FORTNIGHT, "in the lead, that day or within a fortnight"
    return 1, "in the lead, that day or the day after"


def _is_news_day(text: str, mention: Mention) -> bool:
    """Tell whether a day is given as news give it: with its weekday, past, not quoted."""
    if mention.weekday is None or mention.tense == "future":
        return False
    before = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    return before.count("“") <= before.count("”") and before.count('"') % 2 == 0


def _year_of(
    text: str, mention: Mention, found: Sequence[Mention], outer: Window
) -> tuple[int | None, str]:
    if mention.year:
        return mention.year, ""
    fixed = fitting_year(text, _fixers(text, mention, found), outer)
    return (fixed[0], _year_basis(text, mention, fixed, outer)) if fixed else (None, "")


def _fixers(text: str, mention: Mention, found: Sequence[Mention]) -> tuple[Mention, ...]:
    others = tuple(other for other in year_fixers(text, found) if other is not mention)
    return (mention, *others) if mention.weekday is not None else others


def _is_latest(found: Sequence[Mention], day: date) -> bool:
    """Tell whether no other day of the same year is told as past later than the day after."""
    others = [
        other.in_year(other.year or day.year)
        for other in found
        if other.day and other.tense == "past"
    ]
    return not any(other and day + _DAY < other <= end_of_year(day) for other in others)


def _year_basis(
    text: str, mention: Mention, fixed: tuple[int, Mention] | None, outer: Window
) -> str:
    if mention.year or fixed is None or outer.first is None:
        return ""
    words = text[fixed[1].start : fixed[1].end]
    return f"; {fixed[0]} is the first year from {outer.first.year} on in which {words!r} fits"


def _by_latest(text: str, found: Sequence[Mention], outer: Window) -> Told | None:
    """Date by the latest day told as past: at or after it, and before that year is out.

    Reports leave out the year of days in the year in which they come out.
    """
    fixers = year_fixers(text, found)
    past = [mention for mention in found if mention.day and mention.tense == "past"]
    dated = [(mention.in_year(mention.year), mention) for mention in past if mention.year]
    fixed = fitting_year(text, fixers, outer)
    if fixed:
        fixing_day = fixed[1].in_year(fixed[0])
        dated += [(mention.in_year(fixed[0]), mention) for mention in past if not mention.year]
        if fixing_day and fixed[1].tense == "past":
            dated.append((fixing_day, fixed[1]))
    days = sorted(
        ((day, mention) for day, mention in dated if day and outer.meet(Window(first=day))),
        key=lambda pair: (pair[0], -pair[1].start),
    )
    if not days:
        return None
    latest, mention = days[-1]
    window = (
        Window(first=latest, last=end_of_year(latest)) if not mention.year else Window(first=latest)
    )
    window = window.meet(_before_coming(found, latest)) or window
    window = window.meet(outer) or window
    words = text[mention.start : mention.end]
    basis = f"the latest day told as past, {words!r}" + _year_basis(text, mention, fixed, outer)
    return Told(window, basis, mention.start, mention.end)


def _before_coming(found: Sequence[Mention], latest: date) -> Window:
    """Give the days before the first day without a year that is told as still to come."""
    coming: list[date] = []
    for mention in found:
        if mention.day and not mention.year and mention.tense == "future":
            days = (mention.in_year(year) for year in (latest.year, latest.year + 1))
            coming += [next((day for day in days if day and day >= latest), latest)]
    return Window(last=min(coming)) if coming else Window()
