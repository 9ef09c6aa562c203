"""Names and dates that others stand for in the next version."""

from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model import Change, Span
from stemma.revise.pair import Pair
from stemma.revise.sides import Side
from stemma.revise.words import find_words

_ANOTHER_NAME = 0.72
_ANOTHER_DATE = 0.78


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in its report."""

    span: Span
    words: frozenset[str]


def find_changed_names(pair: Pair) -> Iterator[Change]:
    """Find names that became others; a name given more fully is no change."""
    left = pair.touched_before(_names(pair.earlier))
    right = pair.touched_after(_names(pair.later))
    for name in left:
        follower = next((one for one in right if pair.together(name.span, one.span)), None)
        if follower is None:
            continue
        right.remove(follower)
        if not (name.words <= follower.words or follower.words <= name.words):
            yield _change(pair, "name", name.span, follower.span)


def find_changed_dates(pair: Pair) -> Iterator[Change]:
    """Find dates and times that became others; the same day in other words is no change."""
    left = pair.touched_before(pair.earlier.extracted.moments)
    right = pair.touched_after(pair.later.extracted.moments)
    for moment in left:
        follower = next((one for one in right if pair.together(moment.span, one.span)), None)
        if follower is None:
            continue
        right.remove(follower)
        if moment.value != follower.value and {moment.kind, follower.kind} <= {"date", "time"}:
            yield _change(pair, "date", moment.span, follower.span)


def _names(side: Side) -> list[_Named]:
    report = side.report
    spans = [report.span(name.start, name.end) for name in side.extracted.annotated.names]
    return [
        _Named(span, frozenset(word.text for word in find_words(report.text, span)))
        for span in spans
    ]


def _change(pair: Pair, kind: str, before: Span, after: Span) -> Change:
    is_name = kind == "name"
    return Change(
        kind="name" if is_name else "date",
        earlier=before,
        later=after,
        message=pair.became(kind, before, after),
        weight=_ANOTHER_NAME if is_name else _ANOTHER_DATE,
    )
