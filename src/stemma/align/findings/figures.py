"""Figures on which reports differ."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from stemma.align.findings.matters import Given, find_kinds, find_matters, published_on
from stemma.align.findings.story_view import StoryView, called, listed, quoted, unique
from stemma.align.quantities import agree, both_possible
from stemma.model import Figure, Finding, digest

_CONTRADICTORY = 0.92
_BOTH_POSSIBLE = 0.84
_LATER_FIGURE = 0.06


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
    shown = [_fullest(givens) for givens in values]
    claims = [view.claim_of(given.appearance.statement) for given in disputed]
    return Finding(
        id=digest("finding", "figure_conflict", *(given.figure.id for given in shown)),
        kind="figure_conflict",
        message=f"The figures differ: {told}.{ending}",
        weight=weight,
        evidence=tuple(given.figure.span for given in shown),
        values=tuple(view.words(given.figure.span) for given in shown),
        claims=tuple(sorted({claim for claim in claims if claim is not None})),
    )


def _disputed(matter: Sequence[Given], kind: Sequence[Given]) -> list[Given]:
    """Keep the figures that some other report has not, anywhere in its text."""
    by_report: defaultdict[str, list[Given]] = defaultdict(list)
    for given in matter:
        by_report[given.report].append(given)
    known: defaultdict[str, list[Figure]] = defaultdict(list)
    for given in kind:
        known[given.report].append(given.figure)
    return [
        given
        for given in matter
        if any(
            not _has(known[other], given.figure)
            and not any(_has(known[given.report], theirs.figure) for theirs in others)
            for other, others in by_report.items()
            if other != given.report
        )
    ]


def _has(figures: Sequence[Figure], wanted: Figure) -> bool:
    return any(agree(figure, wanted) for figure in figures)


def _by_value(disputed: list[Given]) -> list[list[Given]]:
    """Put givens of one value and bound together, in the order in which they first appear."""
    values: list[list[Given]] = []
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


def _told(view: StoryView, givens: list[Given]) -> str:
    outlets = listed(unique([view.name(given.report) for given in givens]))
    first = _fullest(givens)
    source = first.appearance.statement.source
    authority = "" if source is None else f" (on the word of {called(source)})"
    return f"{_with_scope(view, first)} in {outlets}{authority}"


def _fullest(givens: list[Given]) -> Given:
    return max(givens, key=lambda given: (len(given.figure.span), given.figure.id))


def _with_scope(view: StoryView, given: Given) -> str:
    """Quote the figure, with what it counts where its own words do not say so."""
    told = view.words(given.figure.span)
    bare = len(told.split()) == 1 and given.figure.counted is not None
    counted = given.figure.scope or given.figure.counted
    return f"{quoted(told)} ({counted})" if bare and counted else quoted(told)


def _dates_differ(disputed: list[Given]) -> bool:
    dates = {given.figure.as_of or published_on(given.appearance) for given in disputed}
    return None not in dates and len(dates) > 1
