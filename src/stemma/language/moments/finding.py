"""From a report to its moments: expressions resolved one after the other."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.language.moments.direction import AWAITED, direction_of
from stemma.language.moments.expression import Direction, Expression
from stemma.language.moments.memory import Memory
from stemma.language.moments.resolving import resolve
from stemma.language.moments.scanning import scan
from stemma.model import Moment, Report, Sentence, Token
from stemma.model.moment import Anchor

_PLANNED_EVENTS = frozenset(
    ("election", "elections", "vote", "referendum", "ballot", "summit", "meeting", "talks")
)
"""What is dated ahead when the verb points ahead: "prepares to vote in Sunday's election"."""


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
    of "Tuesday" is not read from the verb. ``sentences`` do not matter.
    """
    del sentences
    headlines = [(part.start, part.end) for part in report.parts if part.kind == "headline"]
    reference = report.published.value if report.published else None
    moments: list[Moment] = []
    for placed in place(report.text, reference, tokens, headlines=headlines):
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


def place(
    text: str,
    reference: str | None,
    tokens: Sequence[Token] = (),
    *,
    headlines: Sequence[tuple[int, int]] = (),
) -> tuple[Placed, ...]:
    """Scan a text and resolve its expressions in order; ``reference`` is EDTF or None.

    In ``headlines`` (half-open ranges of code points) the present tense tells the past.
    """
    starts = [token.start for token in tokens]
    memory = Memory()
    placed: list[Placed] = []
    for expression in scan(text):
        if _is_verb(expression, tokens, starts):
            continue
        in_headline = any(start <= expression.start < end for start, end in headlines)
        direction = _direction(
            expression, text, tokens, starts, present="past" if in_headline else "future"
        )
        told = memory.recall(expression, text)
        if told is None and direction == "past":
            told = memory.recall_day(expression, reference)
        base = told
        if told is None and _can_go_back_from_now(expression):
            base = reference
        is_clock = expression.kind == "time" and expression.unit is None
        value = resolve(
            memory.read(expression, text),
            told if is_clock and told else reference,
            direction=direction,
            previous=base,
        )
        year = memory.year_of_month(expression, text, reference)
        if value is not None and year is not None and not value.startswith(year):
            value = resolve(replace(expression, year=int(year)), reference) or value
        anchor = _anchor(expression, value, told=told is not None)
        placed.append(Placed(expression=expression, value=value, anchor=anchor))
        if not is_clock:
            memory.hear(expression, value)
    return tuple(placed)


def _is_verb(expression: Expression, tokens: Sequence[Token], starts: Sequence[int]) -> bool:
    """Tell whether what could be a season is a verb: "not to fall for it"."""
    last = bisect_left(starts, expression.end) - 1
    return expression.unit == "season" and last >= 0 and tokens[last].upos == "VERB"


def _can_go_back_from_now(expression: Expression) -> bool:
    """Whether "a year earlier", but not "a day later", may count from the report's date."""
    return (expression.offset or 0) < 0 or expression.unit == "quarter"


def _anchor(expression: Expression, value: str | None, *, told: bool) -> Anchor:
    if value is None:
        return "none"
    if expression.kind in {"duration", "set"} or expression.absolute:
        return "absolute"
    from_told = expression.base == "previous" or (expression.kind == "time" and not expression.unit)
    return "previous" if from_told and told else "published"


def _direction(
    expression: Expression,
    text: str,
    tokens: Sequence[Token],
    starts: Sequence[int],
    *,
    present: Direction,
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
        event = tokens[tokens[top].head].text.lower()
        if event not in _PLANNED_EVENTS:
            return None
    return direction_of(tokens, top, present=present)
