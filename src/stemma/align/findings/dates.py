"""Dates on which reports of one claim differ."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from stemma.align.findings.story_view import Appearance, StoryView, quoted
from stemma.model import Claim, Finding, Moment, digest

_DIFFERENT = 0.88
_NEXT_DAY = 0.58
_FAR_APART = 7
"""Days. Dates further apart belong to different events, however alike the words."""

_SAME_NEWS = 3
"""Days between two reports, within which "Tuesday" can mean the same event."""

_FULL_DATE = len("2024-11-05")


def find_date_conflicts(view: StoryView) -> Iterator[Finding]:
    """Find claims that reports put on different days.

    Only statements with one date to the day are compared, and only the days that neither
    report gives elsewhere for anything. Neighbouring days are shown with less weight: time
    zones, and news written the day after, put one event on two of them.
    """
    for claim in view.claims:
        dated = [
            (appearance, moment)
            for appearance in view.appearances(claim)
            if (moment := _only_day(appearance)) is not None
        ]
        for (one, left), (other, right) in combinations(dated, 2):
            if one.report.id != other.report.id and _differ(view, one, left, other, right):
                yield _finding(view, claim, (one, left), (other, right))
                break


def _only_day(appearance: Appearance) -> Moment | None:
    """Give the moment of a statement that names one day and no other."""
    dates = [moment for moment in appearance.moments() if moment.kind in {"date", "time"}]
    if len(dates) != 1 or dates[0].value is None or dates[0].anchor == "none":
        return None
    return dates[0] if _day(dates[0]) is not None else None


def _day(moment: Moment) -> date | None:
    if moment.value is None or "/" in moment.value or len(moment.value) < _FULL_DATE:
        return None
    try:
        return date.fromisoformat(moment.value[:_FULL_DATE])
    except ValueError:
        return None


def _differ(
    view: StoryView, one: Appearance, left: Moment, other: Appearance, right: Moment
) -> bool:
    first, second = _day(left), _day(right)
    if first is None or second is None or first == second:
        return False
    if abs((first - second).days) > _FAR_APART:
        return False
    relative = left.anchor != "absolute" or right.anchor != "absolute"
    if relative and not _published_together(one, other):
        return False
    return first not in _days(view, other) and second not in _days(view, one)


def _published_together(one: Appearance, other: Appearance) -> bool:
    first, second = _published(one), _published(other)
    if first is None or second is None:
        return False
    return abs((first - second).days) <= _SAME_NEWS


def _published(appearance: Appearance) -> date | None:
    published = appearance.report.published
    if published is None or published.precision not in {"day", "minute", "second"}:
        return None
    try:
        return date.fromisoformat(published.value[:_FULL_DATE])
    except ValueError:
        return None


def _days(view: StoryView, appearance: Appearance) -> set[date]:
    moments = view.pieces[appearance.report.id].moments
    return {day for moment in moments if (day := _day(moment)) is not None}


def _finding(
    view: StoryView,
    claim: Claim,
    left: tuple[Appearance, Moment],
    right: tuple[Appearance, Moment],
) -> Finding:
    days = [_day(left[1]), _day(right[1])]
    apart = 0 if days[0] is None or days[1] is None else abs((days[0] - days[1]).days)
    told = [
        f"{appearance.report.name} has {quoted(view.words(moment.span))} ({moment.value})"
        for appearance, moment in (left, right)
    ]
    ending = " A day's difference may come from time zones." if apart == 1 else ""
    return Finding(
        id=digest("finding", "date_conflict", claim.id),
        kind="date_conflict",
        message=f"The dates differ: {told[0]}, {told[1]}, for {quoted(claim.text)}.{ending}",
        weight=_NEXT_DAY if apart == 1 else _DIFFERENT,
        evidence=(left[1].span, right[1].span),
        values=(left[1].value or "", right[1].value or ""),
        claims=(claim.id,),
    )
