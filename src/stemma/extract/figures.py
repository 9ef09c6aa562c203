"""Figures tied to the statements they stand in, with their as-of date."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Annotated, Figure, Moment, Statement

_AS_OF = re.compile(r"\b(?:as of|as at)\s+(?:late |early )?$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_NEAR = 120
_LEAD = 12


def tie_figures(annotated: Annotated, statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """Give the report's figures with their statement and as-of date where told."""
    return tuple(
        replace(
            figure,
            statement=_statement(figure, statements),
            as_of=figure.as_of or _as_of(annotated.report.text, figure, annotated.moments),
        )
        for figure in annotated.figures
    )


def _statement(figure: Figure, statements: Sequence[Statement]) -> str | None:
    """Choose the narrowest statement whose content holds the figure; speakers before own voice."""
    holding = [
        statement
        for statement in statements
        if any(span.holds(figure.span) for span in statement.content)
    ]
    if not holding:
        holding = [
            statement
            for statement in statements
            if any(span.overlaps(figure.span) for span in statement.content)
        ]
    if not holding:
        return None
    best = min(
        holding,
        key=lambda statement: (
            statement.voice == "own",
            sum(map(len, statement.content)),
            statement.id,
        ),
    )
    return best.id


def _as_of(text: str, figure: Figure, moments: Sequence[Moment]) -> str | None:
    """Give the nearest date behind ``as of``, or behind ``by`` before the figure."""
    near = [
        (_distance(figure, moment), moment.span.start, moment.value)
        for moment in moments
        if moment.kind == "date" and moment.value is not None and _dates(text, figure, moment)
    ]
    return min(near)[2] if near else None


def _distance(figure: Figure, moment: Moment) -> int:
    return max(moment.span.start - figure.span.end, figure.span.start - moment.span.end)


def _dates(text: str, figure: Figure, moment: Moment) -> bool:
    first, second = sorted((figure.span, moment.span))
    if _distance(figure, moment) >= _NEAR or "\n" in text[first.end : second.start]:
        return False
    lead = text[max(0, moment.span.start - _LEAD) : moment.span.start]
    before = moment.span.end <= figure.span.start
    return _AS_OF.search(lead) is not None or (before and _BY.search(lead) is not None)
