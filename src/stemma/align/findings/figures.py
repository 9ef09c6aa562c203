"""Figures on which reports differ."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from stemma.align.findings.matters import (
    SAME_NEWS,
    Given,
    days_apart,
    find_kinds,
    find_matters,
)
from stemma.align.findings.quotes import plain_words
from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import StoryView, called, listed, unique
from stemma.align.quantities import agree, both_possible, limits
from stemma.model import Finding, digest

_CONTRADICTORY = 0.92
_BOTH_POSSIBLE = 0.84
_LATER_FIGURE = 0.06
_CHANGED = 0.66
_FEWEST_OF_ROW = 4


def find_figure_conflicts(view: StoryView) -> Iterator[Finding]:
    """Find matters for which reports give figures that are not the same.

    Two kinds are told apart: figures that exclude each other, and figures that may both be
    right ("up to 12,000", "more than 10,000") but tell the reader different things. Rounding
    is no difference, and neither is a figure that the other report gives elsewhere.
    """
    for kind in find_kinds(view):
        for matter in find_matters(view, kind):
            finding = _finding(view, matter, kind)
            if finding is not None:
                yield finding


def _finding(view: StoryView, matter: Sequence[Given], kind: Sequence[Given]) -> Finding | None:
    disputed = _disputed(matter, kind)
    if len({given.report for given in disputed}) < 2:  # noqa: PLR2004 - it takes two to differ
        return None
    pairs = [
        (one, other)
        for one, other in combinations(disputed, 2)
        if one.report != other.report and not agree(one.figure, other.figure)
    ]
    if not pairs:
        return None
    excluding = not all(both_possible(one.figure, other.figure) for one, other in pairs)
    wordings = _by_wording(view, disputed)
    if not any(days_apart(*pair) <= SAME_NEWS for pair in pairs):
        wordings.sort(key=lambda givens: givens[0].appearance.report.day or date.min)
        return _found(view, wordings, disputed, _CHANGED, _changed(view, wordings))
    said = "; ".join(told(view, givens) for givens in wordings)
    ending = "" if excluding else " Both can be true, but they tell the reader different things."
    weight = _CONTRADICTORY if excluding else _BOTH_POSSIBLE
    if _dates_differ(disputed):
        weight -= _LATER_FIGURE
        ending += " The later figure may be an update."
    return _found(view, wordings, disputed, weight, f"The figures differ: {said}.{ending}")


def _found(
    view: StoryView,
    wordings: Sequence[Sequence[Given]],
    disputed: Sequence[Given],
    weight: float,
    message: str,
) -> Finding:
    shown = [givens[0].figure for givens in wordings]
    claims = [view.claim_of(given.appearance.statement) for given in disputed]
    return Finding(
        id=digest("finding", "figure_conflict", *(figure.id for figure in shown)),
        kind="figure_conflict",
        message=message,
        weight=weight,
        evidence=tuple(figure.span for figure in shown),
        values=tuple(view.words(figure.span) for figure in shown),
        claims=tuple(sorted({claim for claim in claims if claim is not None})),
    )


def _changed(view: StoryView, wordings: Sequence[Sequence[Given]]) -> str:
    """Tell of figures printed on days far apart, with the days: an outlet may have both."""
    said = [f"{told(view, givens)} on {givens[0].appearance.report.day}" for givens in wordings]
    return f"The figure changed over time: {'; '.join(said)}."


def _disputed(matter: Sequence[Given], kind: Sequence[Given]) -> list[Given]:
    """Keep the figures that some other report has not, anywhere in its text."""
    by_report: defaultdict[str, list[Given]] = defaultdict(list)
    for given in matter:
        by_report[given.report].append(given)
    known: defaultdict[str, list[Given]] = defaultdict(list)
    for given in kind:
        known[given.report].append(given)
    return [
        given
        for given in matter
        if any(
            _is_disputed(given, others, known)
            for other, others in by_report.items()
            if other != given.report
        )
    ]


def _is_disputed(
    given: Given, others: Sequence[Given], known: Mapping[str, Sequence[Given]]
) -> bool:
    """Tell whether a figure and those of another report contradict, on any two speakers' word.

    A report that has both figures knows of both, and there is no conflict, but for one that
    sets speaker against speaker: "the firm says 640, the union says more than 700".
    """
    unknown = [other for other in others if not _knows(known[other.report], given, beside=other)]
    return bool(unknown) and not any(
        _knows(known[given.report], other, beside=given) for other in unknown
    )


def _knows(figures: Sequence[Given], wanted: Given, *, beside: Given) -> bool:
    """Tell whether a report that has ``beside`` has another's figure too, on no other's word."""
    if _has_ordinal(beside.appearance.report.text, wanted):
        return True
    speakers = {one.figure.id: _speaker(one) for one in figures if _speaker(one)}
    against = _speaker(beside)
    return any(
        agree(one.figure, wanted.figure)
        and (
            against is None
            or agree(one.figure, beside.figure)
            or speakers.get(one.figure.id, against) == against
        )
        for one in figures
    )


def _has_ordinal(text: str, given: Given) -> bool:
    """Tell whether a text has a number as the last of a row: "his 19th season" for 19 seasons."""
    figure = given.figure
    if figure.counted is None or not figure.value.is_integer() or figure.value < _FEWEST_OF_ROW:
        return False
    noun = re.escape(figure.counted.split()[-1])
    return bool(re.search(rf"\b{int(figure.value)}(?:st|nd|rd|th) (?:\w+ )?{noun}\b", text))


def _speaker(given: Given) -> str | None:
    source = given.appearance.statement.source
    if source is None or source.kind not in {"person", "organisation", "document"}:
        return None
    return source.entity or source.name


def _by_wording(view: StoryView, disputed: Sequence[Given]) -> list[list[Given]]:
    """Put outlets with the same words on the same authority together, the least figure first.

    Nobody's words are given as another's: "84 people" and "more than 80" stay apart.
    """
    wordings: defaultdict[tuple[str, str], list[Given]] = defaultdict(list)
    for given in _best_per_value(disputed):
        words = " ".join(plain_words(view.words(given.figure.span)))
        wordings[words, _authority(given)].append(given)
    return sorted(
        wordings.values(),
        key=lambda givens: (givens[0].figure.value, limits(givens[0].figure), givens[0].figure.id),
    )


def _best_per_value(disputed: Sequence[Given]) -> list[Given]:
    """Keep one of the figures with which a report says the same, the one in the fullest words."""
    kept: list[Given] = []
    for given in sorted(disputed, key=lambda given: (-len(given.figure.span), given.figure.id)):
        if not any(
            given.report == other.report and agree(given.figure, other.figure) for other in kept
        ):
            kept.append(given)
    return [given for given in disputed if given in kept]


def told(view: StoryView, givens: Sequence[Given]) -> str:
    """Quote the first of figures, with the outlets that give them and on whose word it has it."""
    outlets = listed(unique([view.name(given.report) for given in givens]))
    return f"{_with_scope(view, givens[0])} in {outlets}{_authority(givens[0])}"


def _authority(given: Given) -> str:
    source = given.appearance.statement.source
    return "" if source is None else f" (on the word of {called(source)})"


def _with_scope(view: StoryView, given: Given) -> str:
    """Quote the figure, with what it counts where its own words do not say so."""
    told = view.words(given.figure.span)
    bare = len(told.split()) == 1
    counted = given.figure.scope or given.fate or given.figure.counted
    return f"{quoted(told)} ({counted})" if bare and counted else quoted(told)


def _dates_differ(disputed: list[Given]) -> bool:
    dates = [given.figure.as_of or given.appearance.report.day for given in disputed]
    return None not in dates and len(set(map(str, dates))) > 1
