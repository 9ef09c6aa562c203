"""Figures that another figure stands for in the next version, or none."""

from collections.abc import Iterator, Sequence

from stemma.model import Change, Figure, Span
from stemma.revise.pair import Pair

_ANOTHER_VALUE = 0.88
_VAGUE_NOW = 0.76
_TAKEN_OUT = 0.7
_ANOTHER_BOUND = 0.6
_PUT_IN = 0.3


def find_changed_figures(pair: Pair) -> Iterator[Change]:
    """Find figures that differ; writing one in another way ("12", "twelve") is no change."""
    lost = _without(
        pair.touched_before(pair.earlier.extracted.figures), pair.later.extracted.figures
    )
    new = _without(pair.touched_after(pair.later.extracted.figures), pair.earlier.extracted.figures)
    for figure in lost:
        follower = next((other for other in new if _follows(pair, figure, other)), None)
        if follower is not None:
            new.remove(follower)
            yield _change(pair, figure.span, follower.span, _weigh(figure, follower))
            continue
        instead = pair.instead_of(figure.span)
        yield _change(pair, figure.span, instead, _VAGUE_NOW if len(instead) else _TAKEN_OUT)
    for figure in new:
        formerly = pair.formerly(figure.span)
        yield _change(pair, formerly, figure.span, _VAGUE_NOW if len(formerly) else _PUT_IN)


def _without(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """Leave out the figures that the other version has as well, there or elsewhere."""
    return [one for one in figures if not any(_is_same(one, other) for other in others)]


def _is_same(one: Figure, other: Figure) -> bool:
    return (one.value, one.high, one.unit, one.bound) == (
        other.value,
        other.high,
        other.unit,
        other.bound,
    ) and (one.counted == other.counted or one.counted is None or other.counted is None)


def _follows(pair: Pair, figure: Figure, other: Figure) -> bool:
    if figure.unit != other.unit:
        return False
    counts_same = figure.counted is not None and figure.counted == other.counted
    return counts_same or pair.together(figure.span, other.span)


def _weigh(figure: Figure, other: Figure) -> float:
    same = (figure.value, figure.high) == (other.value, other.high)
    return _ANOTHER_BOUND if same else _ANOTHER_VALUE


def _change(pair: Pair, before: Span, after: Span, weight: float) -> Change:
    before, after = _clip(before, pair.before.span), _clip(after, pair.after.span)
    return Change(
        kind="figure",
        earlier=before,
        later=after,
        message=pair.became("figure", before, after),
        weight=weight,
    )


def _clip(span: Span, sentence: Span) -> Span:
    """Leave out what a figure's expression has of the next line."""
    return Span(
        report=span.report,
        start=max(span.start, sentence.start),
        end=max(sentence.start, min(span.end, sentence.end)),
    )
