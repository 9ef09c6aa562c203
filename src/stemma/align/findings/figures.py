"""Figures on which reports of one claim differ."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from stemma.align.fates import fate, governor
from stemma.align.findings.story_view import Appearance, StoryView, called, listed, quoted, unique
from stemma.align.quantities import agree, both_possible, comparable
from stemma.model import Claim, Figure, Finding, digest

_CONTRADICTORY = 0.92
_BOTH_POSSIBLE = 0.84
_LATER_FIGURE = 0.06
_LEAST_ALIKE, _LEAST_ALIKE_MEASURE = 0.55, 0.78
_SAME_NEWS = 7
"""Days between two reports; figures printed further apart tell of different days."""

_PARTS = frozenset(
    [
        "additional",
        "another",
        "both",
        "each",
        "every",
        "extra",
        "further",
        "half",
        "other",
        "others",
        "per",
        "remaining",
    ]
)
_MORE = re.compile(r"\bmore\b(?! than)")
_VAGUE = frozenset({"dozens", "hundreds", "millions", "scores", "several", "tens", "thousands"})


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure as one report gives it."""

    figure: Figure
    appearance: Appearance

    fate: str | None
    governor: str | None
    alone: bool

    @property
    def report(self) -> str:
        return self.appearance.report.id


def find_figure_conflicts(view: StoryView) -> Iterator[Finding]:
    """Find claims for which reports give figures that are not the same.

    Two kinds are told apart: figures that exclude each other, and figures that may both be
    right ("up to 12,000", "more than 10,000") but tell the reader different things. Rounding
    is no difference, and neither is a figure that the other report gives elsewhere.
    """
    for claim in view.claims:
        for group in _comparable_groups(view.appearances(claim)):
            finding = _finding(view, claim, group)
            if finding is not None:
                yield finding


def _comparable_groups(appearances: list[Appearance]) -> list[list[_Given]]:
    """Put figures that count the same together."""
    groups: list[list[_Given]] = []
    for appearance in appearances:
        for figure in appearance.figures():
            if not _is_total(figure, appearance):
                continue
            given = _given(figure, appearance)
            fitting = next((group for group in groups if _alike(group[0], given)), None)
            if fitting is None:
                groups.append([given])
            else:
                fitting.append(given)
    return groups


def _given(figure: Figure, appearance: Appearance) -> _Given:
    annotated = appearance.piece.annotated
    units = [other.unit for other in appearance.figures()]
    return _Given(
        figure,
        appearance,
        fate(figure, annotated),
        governor(figure, annotated),
        alone=units.count(figure.unit) == 1,
    )


def _is_total(figure: Figure, appearance: Appearance) -> bool:
    """Leave out parts of a whole ("five others", "23 of the defendants") and vague numbers."""
    told = figure.span.of(appearance.report.text).lower()
    behind = appearance.report.text[figure.span.end :].lstrip()[:6].lower()
    said = set(told.split())
    if (
        said & _PARTS
        or " of the " in told
        or _MORE.search(told)
        or behind.startswith(("of the", "of who", "others"))
    ):
        return False
    return not said & _VAGUE or any(mark.isdigit() for mark in told)


def _alike(left: _Given, right: _Given) -> bool:
    """Tell whether two figures count the same thing, and tell the same of it.

    A statement may give several distances or sums of money: then the word that each depends on
    must be the same ("an altitude of", "flew").
    """
    if left.fate != right.fate or not comparable(left.figure, right.figure):
        return False
    if left.figure.unit is None or (left.alone and right.alone):
        return True
    return left.governor is not None and left.governor == right.governor


def _finding(view: StoryView, claim: Claim, group: list[_Given]) -> Finding | None:
    disputed = _disputed(view, group)
    if len({given.report for given in disputed}) < 2:  # noqa: PLR2004 - it takes two to differ
        return None
    if not _is_one_event(view, disputed):
        return None
    excluding = any(
        not both_possible(one.figure, other.figure)
        for one in disputed
        for other in disputed
        if one.report != other.report
    )
    values = _by_value(disputed)
    if len(values) < 2:  # noqa: PLR2004 - it takes two to differ
        return None
    told = "; ".join(_told(view, givens) for givens in values)
    ending = "" if excluding else " Both can be true, but they tell the reader different things."
    weight = _CONTRADICTORY if excluding else _BOTH_POSSIBLE
    if _dates_differ(disputed):
        weight -= _LATER_FIGURE
        ending += " The later figure may be an update."
    shown = [givens[0] for givens in values]
    rest = [given for givens in values for given in givens[1:]]
    return Finding(
        id=digest("finding", "figure_conflict", claim.id, *(given.figure.id for given in shown)),
        kind="figure_conflict",
        message=f"The figures differ: {told}.{ending}",
        weight=weight,
        evidence=tuple(given.figure.span for given in [*shown, *rest]),
        values=tuple(view.words(given.figure.span) for given in [*shown, *rest]),
        claims=(claim.id,),
    )


def _is_one_event(view: StoryView, disputed: list[_Given]) -> bool:
    """Tell whether the statements are near in meaning and, where that is known, in time.

    Distances and sums are told of many things; what counts people and objects says of what.
    """
    least = _LEAST_ALIKE if disputed[0].figure.unit is None else _LEAST_ALIKE_MEASURE
    return any(
        view.alike(one.appearance.statement, other.appearance.statement) >= least
        and _days_apart(one, other) <= _SAME_NEWS
        for one, other in combinations(disputed, 2)
        if one.report != other.report and not agree(one.figure, other.figure)
    )


def _days_apart(one: _Given, other: _Given) -> int:
    days = [_published(given.appearance) for given in (one, other)]
    if days[0] is None or days[1] is None:
        return 0
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days)


def _disputed(view: StoryView, group: list[_Given]) -> list[_Given]:
    """Keep the figures that some other report has not, anywhere in its text."""
    by_report: defaultdict[str, list[_Given]] = defaultdict(list)
    for given in group:
        by_report[given.report].append(given)
    return [
        given
        for given in group
        if any(
            not _known(given.figure, view, other)
            and not any(_known(theirs.figure, view, given.report) for theirs in others)
            for other, others in by_report.items()
            if other != given.report
        )
    ]


def _known(figure: Figure, view: StoryView, report: str) -> bool:
    return any(
        comparable(figure, other) and agree(figure, other) for other in view.pieces[report].figures
    )


def _by_value(disputed: list[_Given]) -> list[list[_Given]]:
    """Put givens of one value and bound together, in the order in which they first appear."""
    values: list[list[_Given]] = []
    for given in disputed:
        fitting = next(
            (givens for givens in values if agree(givens[0].figure, given.figure)),
            None,
        )
        if fitting is None:
            values.append([given])
        else:
            fitting.append(given)
    return values


def _told(view: StoryView, givens: list[_Given]) -> str:
    outlets = listed(unique([view.name(given.report) for given in givens]))
    first = max(givens, key=lambda given: (len(given.figure.span), given.figure.id))
    source = first.appearance.statement.source
    authority = "" if source is None else f" (on the word of {called(source)})"
    return f"{_with_scope(view, first)} in {outlets}{authority}"


def _with_scope(view: StoryView, given: _Given) -> str:
    """Quote the figure, with what it counts where its own words do not say so."""
    told = view.words(given.figure.span)
    bare = len(told.split()) == 1 and given.figure.counted is not None
    counted = given.figure.scope or given.figure.counted
    return f"{quoted(told)} ({counted})" if bare and counted else quoted(told)


def _dates_differ(disputed: list[_Given]) -> bool:
    dates = {given.figure.as_of or _published(given.appearance) for given in disputed}
    return None not in dates and len(dates) > 1


def _published(appearance: Appearance) -> str | None:
    published = appearance.report.published
    if published is None or published.precision in {"month", "year", "unknown"}:
        return None
    return published.value[:10]
