"""From a report to its moments: expressions resolved one after the other."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.language.moments.dates import read_days
from stemma.language.moments.direction import AWAITED, direction_of
from stemma.language.moments.expression import Direction, Expression
from stemma.language.moments.resolving import resolve
from stemma.language.moments.scanning import scan
from stemma.model import Moment, Report, Sentence, Token
from stemma.model.moment import Anchor

_NEAR = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An expression with its value and what the value was resolved against."""

    expression: Expression
    value: str | None
    anchor: Anchor


def find_moments(
    report: Report, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[Moment, ...]:
    """Find the date and time expressions of a report, in text order.

    Relative ones are resolved against ``report.published``; without it only absolute ones (and
    those told from an absolute one) have a value. ``tokens`` may be empty: then the direction
    of "Tuesday" is not read from the verb. ``sentences`` are taken for the signature's sake of
    the annotators and do not matter yet.
    """
    del sentences
    reference = report.published.value if report.published else None
    moments: list[Moment] = []
    for placed in place(report.text, reference, tokens):
        expression = placed.expression
        moments.append(
            Moment(
                span=report.span(expression.start, expression.end),
                value=placed.value,
                kind=expression.kind,
                anchor=placed.anchor,
            )
        )
    return tuple(moments)


def place(text: str, reference: str | None, tokens: Sequence[Token] = ()) -> tuple[Placed, ...]:
    """Scan a text and resolve its expressions in order; ``reference`` is EDTF or None."""
    starts = [token.start for token in tokens]
    last = _Told()
    placed: list[Placed] = []
    for expression in scan(text):
        direction = _direction(expression, text, tokens, starts)
        told = last.quarter if expression.unit == "quarter" else last.value
        if (
            expression.hour is not None
            and expression.unit is None
            and last.is_near(text, expression)
        ):
            value = resolve(expression, last.value)
            placed.append(Placed(expression=expression, value=value, anchor="previous"))
            continue
        value = resolve(expression, reference, direction=direction, previous=told or reference)
        anchor = _anchor(expression, value, told=told is not None)
        placed.append(Placed(expression=expression, value=value, anchor=anchor))
        last.hear(expression, value)
    return tuple(placed)


@dataclass(slots=True)
class _Told:
    """The dates told last: what "a day later" and "the quarter" go back to."""

    value: str | None = None
    quarter: str | None = None

    end: int = 0

    def is_near(self, text: str, expression: Expression) -> bool:
        """Whether a day was told shortly before, in the same paragraph."""
        between = text[self.end : expression.start]
        known = self.value is not None and len(self.value) == len("2024-11-05")
        return known and len(between) < _NEAR and "\n" not in between

    def hear(self, expression: Expression, value: str | None) -> None:
        """Remember a date, but not one that looks back for comparison ("a year earlier")."""
        if value is None or expression.kind not in {"date", "time"}:
            return
        if expression.base == "previous" and (expression.offset or 0) < 0:
            return
        day = value.split("T")[0]
        if read_days(day):
            self.value, self.end = day, expression.end
            self.quarter = day if expression.unit == "quarter" else self.quarter


def _anchor(expression: Expression, value: str | None, *, told: bool) -> Anchor:
    if value is None:
        return "none"
    if expression.kind in {"duration", "set"} or expression.absolute:
        return "absolute"
    return "previous" if expression.base == "previous" and told else "published"


def _direction(
    expression: Expression, text: str, tokens: Sequence[Token], starts: Sequence[int]
) -> Direction | None:
    if expression.kind not in {"date", "time"}:
        return None
    before = text[max(0, expression.start - 8) : expression.start].split()
    if before and before[-1].lower() == "since":
        return "past"
    first = bisect_left(starts, expression.start)
    last = bisect_left(starts, expression.end)
    inside = range(first, last)
    if not inside:
        return None
    top = next((at for at in inside if tokens[at].head not in inside), first)
    if (
        first
        and tokens[first - 1].xpos in {"VBD", "VBN"}
        and tokens[first - 1].text.lower() not in AWAITED
    ):
        return "past"
    if tokens[top].relation in {"nmod:poss", "compound", "amod"}:
        return None
    return direction_of(tokens, top)
