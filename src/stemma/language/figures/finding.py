"""From a report to its figures: quantities that survive every reason against them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from stemma.language.figures.ages import find_age
from stemma.language.figures.amount import Quantity
from stemma.language.figures.counted import Counted, find_counted
from stemma.language.figures.ellipsis import noun_before, shared_noun, stands_alone
from stemma.language.figures.marked import Marked
from stemma.language.figures.naming import is_model, is_name
from stemma.language.figures.quantity import find_quantities
from stemma.language.figures.tables import nouns
from stemma.language.moments import Expression, scan
from stemma.model import Figure, Report, Sentence, Token, digest


def find_figures(
    report: Report, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[Figure, ...]:
    """Find the quantities that a report gives, in text order, without overlaps.

    What is counted is read from the syntax; without ``tokens`` only figures that their own form
    tells (money, percentages, measures, scaled or bounded numbers) are found.
    """
    del sentences
    marked = Marked(report.text, tokens, [token.start for token in tokens])
    times = scan(report.text)
    taken = [(expression.start, expression.end) for expression in times]
    figures: list[Figure] = []
    for quantity in find_quantities(report.text):
        time = None if _is_part(report.text, quantity) else _time_of(quantity, times, taken)
        if time is None:
            figure = _figure(report, marked, quantity, taken, figures)
        else:
            figure = _duration(report, quantity, time)
        if figure is not None and (not figures or figure.span.start >= figures[-1].span.end):
            figures.append(figure)
    return tuple(figures)


def _time_of(
    quantity: Quantity, times: Sequence[Expression], taken: Sequence[tuple[int, int]]
) -> Expression | None:
    """Find the expression of time that the number belongs to."""
    at = bisect_left(taken, (quantity.number_end, 0)) - 1
    return times[at] if at >= 0 and taken[at][1] > quantity.number_start else None


def _is_part(text: str, quantity: Quantity) -> bool:
    """Tell "1/4 mile" from a date."""
    return quantity.unit is not None and "/" in text[quantity.number_start : quantity.number_end]


def _duration(report: Report, quantity: Quantity, time: Expression) -> Figure | None:
    """Read "nineteen minutes" as a figure; a date or time of day is none."""
    amounts = (quantity.value,) if quantity.high is None else (None, quantity.high)
    if time.kind != "duration" or time.amount not in amounts or time.extra:
        return None
    start, end = min(quantity.start, time.start), max(quantity.end, time.end)
    return Figure(
        id=digest("figure", report.id, start, end),
        span=report.span(start, end),
        value=quantity.value,
        high=quantity.high,
        unit=time.unit,
        bound=quantity.bound,
    )


def _is_date(place: int, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (place + 1, 0)) - 1
    return at >= 0 and taken[at][1] > place


def _figure(
    report: Report,
    marked: Marked,
    quantity: Quantity,
    taken: Sequence[tuple[int, int]],
    told: Sequence[Figure],
) -> Figure | None:
    first, last = marked.tokens_in(quantity.number_start, quantity.number_end)
    unit = quantity.unit or find_age(marked, quantity, first, last)
    if is_name(marked, quantity, first, last, unit=unit):
        return None
    after = max(marked.tokens_in(quantity.number_start, quantity.end)[1], last)
    counted = _counted(marked, first, after, unit, taken)
    if unit is None and _tells_nothing(quantity, counted):
        if counted.noun is not None or not stands_alone(marked, quantity, first, last):
            return None
        counted = replace(counted, noun=noun_before(marked, told, quantity.start))
    if unit is None and is_model(marked, quantity, first, counted):
        return None
    end = quantity.end
    if counted.noun is not None and counted.last > after:
        end = max(end, marked.tokens[counted.last - 1].end)
    return Figure(
        id=digest("figure", report.id, quantity.start, end),
        span=report.span(quantity.start, end),
        value=quantity.value,
        high=quantity.high,
        unit=unit,
        counted=counted.noun,
        bound=quantity.bound,
        scope=counted.scope,
    )


def _counted(
    marked: Marked, first: int, after: int, unit: str | None, taken: Sequence[tuple[int, int]]
) -> Counted:
    """Find what is counted; a date is never ("38 last week")."""
    nothing = Counted(noun=None, last=after, scope=None)
    if not marked.tokens:
        return nothing
    counted = find_counted(marked.tokens, first, after, unit=unit)
    if counted.noun is None and unit is None:
        return replace(counted, noun=shared_noun(marked.tokens, after))
    if counted.noun is None or counted.last <= after:
        return counted
    return nothing if _is_date(marked.tokens[counted.last - 1].start, taken) else counted


def _tells_nothing(quantity: Quantity, counted: Counted) -> bool:
    """Tell whether a bare number counts nothing ("one of them", "the two")."""
    if counted.noun is None:
        return quantity.plain or quantity.dashed
    if quantity.value != 1:
        return False
    return counted.partitive or (quantity.plain and counted.noun in nouns("empty"))
