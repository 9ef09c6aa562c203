"""Days on which reports differ."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from stemma.align.clause import Clause, clause_around
from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import Appearance, StoryView
from stemma.model import Finding, Moment, digest

_DIFFERENT = 0.88
_NEXT_DAY = 0.58
_FAR_APART = 14
"""Days. Dates further apart belong to different events, however alike the words."""

_LEAST_ALIKE = 0.6
_SAYING = frozenset({"say", "tell", "announce", "report", "write", "add"})
_SAME_NEWS = 3
"""Days between two reports, within which "Tuesday" can mean the same event."""

_FULL_DATE = len("2024-11-05")


def find_date_conflicts(view: StoryView) -> Iterator[Finding]:
    """Find events that reports put on different days.

    Compared are clauses with the same verb and nearly the same meaning, or of one claim, each
    with one day and no other; only days that neither report gives elsewhere. Where any report
    gives several days for the verb ("fired" on three of them), nothing is compared, nor is what
    one outlet writes on two days. Neighbouring days are shown with less weight: time zones, and
    news written the day after, put one event on two of them.
    """
    verbs: defaultdict[str, list[_Dated]] = defaultdict(list)
    for dated in _all_dated(view):
        if dated.clause.verb is not None and dated.clause.verb not in _SAYING:
            verbs[dated.clause.verb].append(dated)
    for verb in sorted(verbs):
        group = verbs[verb]
        if _is_serial(group):
            continue
        pair = next(
            (
                (left, right)
                for left, right in combinations(group, 2)
                if left.report != right.report and _differ(view, left, right)
            ),
            None,
        )
        if pair is not None:
            yield _finding(view, *pair)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A day that a report gives for something."""

    day: date
    moment: Moment
    appearance: Appearance
    clause: Clause

    @property
    def report(self) -> str:
        return self.appearance.report.id


def _all_dated(view: StoryView) -> Iterator[_Dated]:
    for appearance in view.all_appearances():
        moment = _only_day(appearance)
        day = None if moment is None else _day(moment)
        if moment is not None and day is not None:
            clause = clause_around(moment.span, appearance.piece.annotated)
            yield _Dated(day, moment, appearance, clause)


def _is_serial(group: Sequence[_Dated]) -> bool:
    days: defaultdict[str, set[date]] = defaultdict(set)
    for dated in group:
        days[dated.report].add(dated.day)
    return any(len(several) > 1 for several in days.values())


def _only_day(appearance: Appearance) -> Moment | None:
    """Give the moment of a statement that names one day and no other."""
    dates = [
        moment
        for moment in appearance.moments()
        if moment.kind in {"date", "time"} and _day(moment) is not None
    ]
    return dates[0] if len(dates) == 1 and dates[0].anchor != "none" else None


def _day(moment: Moment) -> date | None:
    if moment.value is None or "/" in moment.value or len(moment.value) < _FULL_DATE:
        return None
    try:
        return date.fromisoformat(moment.value[:_FULL_DATE])
    except ValueError:
        return None


def _differ(view: StoryView, left: _Dated, right: _Dated) -> bool:
    if left.day == right.day or abs((left.day - right.day).days) > _FAR_APART:
        return False
    if _is_later_news(left.appearance, right.appearance):
        return False
    relative = left.moment.anchor != "absolute" or right.moment.anchor != "absolute"
    if relative and not _published_together(left.appearance, right.appearance):
        return False
    if left.day in _days(view, right.appearance) or right.day in _days(view, left.appearance):
        return False
    claim = view.claim_of(left.appearance.statement)
    if claim is not None and claim == view.claim_of(right.appearance.statement):
        return True
    vectors = view.vectors_of([left.clause.text, right.clause.text])
    return bool(vectors[0] @ vectors[1] >= _LEAST_ALIKE)


def _is_later_news(one: Appearance, other: Appearance) -> bool:
    """Tell whether one outlet writes on two days, each time of the latest."""
    same = one.report.name == other.report.name
    return same and one.report.day != other.report.day


def _published_together(one: Appearance, other: Appearance) -> bool:
    first, second = one.report.day, other.report.day
    if first is None or second is None:
        return False
    return abs((first - second).days) <= _SAME_NEWS


def _days(view: StoryView, appearance: Appearance) -> set[date]:
    moments = view.pieces[appearance.report.id].moments
    return {day for moment in moments if (day := _day(moment)) is not None}


def _finding(view: StoryView, left: _Dated, right: _Dated) -> Finding:
    apart = abs((left.day - right.day).days)
    told = [
        f"{one.appearance.report.name} has {quoted(view.words(one.moment.span))} "
        f"({one.day.isoformat()})"
        for one in (left, right)
    ]
    ending = " A day's difference may come from time zones." if apart == 1 else ""
    claims = {view.claim_of(one.appearance.statement) for one in (left, right)}
    return Finding(
        id=digest("finding", "date_conflict", str(left.moment.span), str(right.moment.span)),
        kind="date_conflict",
        message=(
            f"The dates differ: {told[0]}, {told[1]}, "
            f"for {quoted(left.appearance.statement.text)}.{ending}"
        ),
        weight=_NEXT_DAY if apart == 1 else _DIFFERENT,
        evidence=(left.moment.span, right.moment.span),
        values=(left.day.isoformat(), right.day.isoformat()),
        claims=tuple(sorted(claim for claim in claims if claim is not None)),
    )
