"""Times of day, months and years on which reports differ."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from stemma.align.clause import Clause, clause_around
from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import Appearance, StoryView, called
from stemma.model import Finding, Moment, digest

_MINUTES = 20
"""Times as far apart as this are one time, told roundly."""

_TIME, _PERIOD = 0.86, 0.84
_LEAST_ALIKE, _SAME_WORDS = 0.6, 0.75
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
PLAIN_DATE = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
"""A year, a month or a day: no season (``2024-23``), and no decade (``199X``)."""

_INEXACT = re.compile(r"\b(?:after|before|between|by|from|past|since|to|until)\s+$", re.IGNORECASE)
_LOOKED_AT = 12
"""Code points before a time, in which "after" makes it no time of the event itself."""

_ONE_EVENT = (
    frozenset({"arrive", "land"}),
    frozenset({"begin", "start"}),
    frozenset({"happen", "occur"}),
    frozenset({"depart", "leave"}),
)
_SAYING = frozenset({"say", "tell", "announce", "report", "write", "add"})


@dataclass(frozen=True, slots=True)
class _Timed:
    """A time that a report gives for something; ``value`` is what is compared."""

    value: str
    moment: Moment
    appearance: Appearance
    clause: Clause

    @property
    def report(self) -> str:
        return self.appearance.report.id

    @property
    def moment_id(self) -> str:
        return str(self.moment.span)


def find_time_conflicts(view: StoryView) -> Iterator[Finding]:
    """Find events that reports put at different times of one day, or in other months or years.

    Times of day are compared in clauses with one verb ("land" is "arrive") that are alike or of
    one claim; months and years, at the coarser of the two, only in statements of one claim or
    nearly the same words of one speaker. What either report gives elsewhere is no conflict.
    """
    yield from _conflicts(view, _clocks(view), _is_other_time, "times", _TIME)
    yield from _conflicts(view, _periods(view), _is_other_period, "dates", _PERIOD)


def _conflicts(
    view: StoryView,
    timed: Sequence[_Timed],
    differ: Callable[[StoryView, _Timed, _Timed], bool],
    what: str,
    weight: float,
) -> Iterator[Finding]:
    told: set[str] = set()
    for left, right in combinations(timed, 2):
        if left.report == right.report or told & {left.moment_id, right.moment_id}:
            continue
        if not differ(view, left, right):
            continue
        sides = [left, right]
        for other in timed:
            apart = other.report not in {side.report for side in sides}
            if apart and any(differ(view, other, side) for side in sides):
                sides.append(other)
        told |= {side.moment_id for side in sides}
        yield _finding(view, sides, what, weight)


def _clocks(view: StoryView) -> list[_Timed]:
    """Give the times of day that are the only one of their clause, and told as such."""
    found: list[_Timed] = []
    for appearance in view.all_appearances():
        moments = [one for one in appearance.moments() if _CLOCK.match(one.value or "")]
        for moment in moments:
            clause = clause_around(moment.span, appearance.piece.annotated)
            ahead = appearance.report.text[: moment.span.start][-_LOOKED_AT:]
            alone = not any(clause.holds(one.span) for one in moments if one != moment)
            if alone and not _INEXACT.search(ahead) and clause.verb not in _SAYING:
                found.append(_Timed(moment.value or "", moment, appearance, clause))
    return found


def _periods(view: StoryView) -> list[_Timed]:
    """Give the days, months and years of statements that name no other."""
    found: list[_Timed] = []
    for appearance in view.all_appearances():
        dates = [one for one in appearance.moments() if one.kind in {"date", "time"}]
        if len(dates) == 1 and dates[0].anchor == "absolute":
            value = (dates[0].value or "").split("T")[0]
            if PLAIN_DATE.fullmatch(value):
                clause = clause_around(dates[0].span, appearance.piece.annotated)
                found.append(_Timed(value, dates[0], appearance, clause))
    return found


def _is_other_time(view: StoryView, left: _Timed, right: _Timed) -> bool:
    if left.value[:10] != right.value[:10] or left.value[16:] != right.value[16:]:
        return False
    if _minutes(left, right) <= _MINUTES or not _is_one_verb(left.clause.verb, right.clause.verb):
        return False
    if _knows(view, left, right) or _knows(view, right, left):
        return False
    if _in_one_claim(view, left, right):
        return True
    vectors = view.vectors_of([left.clause.text, right.clause.text])
    return bool(vectors[0] @ vectors[1] >= _LEAST_ALIKE)


def _minutes(left: _Timed, right: _Timed) -> float:
    times = [datetime.fromisoformat(one.value[:16]) for one in (left, right)]
    return abs((times[0] - times[1]).total_seconds()) / 60


def _is_one_verb(left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return False
    return left == right or any({left, right} <= verbs for verbs in _ONE_EVENT)


def _is_other_period(view: StoryView, left: _Timed, right: _Timed) -> bool:
    """Compare at the coarser of two; two full dates are compared as days, elsewhere."""
    size = min(len(left.value), len(right.value))
    if size >= len("2024-11-05") or left.value[:size] == right.value[:size]:
        return False
    for one, other in ((left, right), (right, left)):
        moments = view.pieces[one.report].moments
        if any((moment.value or "").startswith(other.value[:size]) for moment in moments):
            return False
    if not _is_one_verb(left.clause.verb, right.clause.verb):
        return False
    return _in_one_claim(view, left, right) or _in_one_mouth(view, left, right)


def _knows(view: StoryView, one: _Timed, other: _Timed) -> bool:
    """Tell whether a report gives the other's time too, anywhere."""
    return any(
        (moment.value or "")[:16] == other.value[:16] for moment in view.pieces[one.report].moments
    )


def _in_one_claim(view: StoryView, left: _Timed, right: _Timed) -> bool:
    claim = view.claim_of(left.appearance.statement)
    return claim is not None and claim == view.claim_of(right.appearance.statement)


def _in_one_mouth(view: StoryView, left: _Timed, right: _Timed) -> bool:
    one, other = left.appearance.statement, right.appearance.statement
    if one.source is None or other.source is None or one.source.entity is None:
        return False
    return one.source.entity == other.source.entity and view.alike(one, other) >= _SAME_WORDS


def _finding(view: StoryView, sides: Sequence[_Timed], what: str, weight: float) -> Finding:
    told: list[str] = []
    for side in sides:
        source = side.appearance.statement.source
        authority = "" if source is None else f" (on the word of {called(source)})"
        words = quoted(view.words(side.moment.span))
        told.append(f"{side.appearance.report.name} has {words}{authority}")
    claims = {view.claim_of(side.appearance.statement) for side in sides}
    return Finding(
        id=digest("finding", "date_conflict", *(str(side.moment.span) for side in sides)),
        kind="date_conflict",
        message=(
            f"The {what} differ: {', '.join(told)}, "
            f"for {quoted(sides[0].appearance.statement.text)}."
        ),
        weight=weight,
        evidence=tuple(side.moment.span for side in sides),
        values=tuple(side.value for side in sides),
        claims=tuple(sorted(claim for claim in claims if claim is not None)),
    )
