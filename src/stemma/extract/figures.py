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
            as_of=figure.as_of or _as_of(annotated, figure),
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


def _as_of(annotated: Annotated, figure: Figure) -> str | None:
    """Give the date nearest in the sentence behind ``as of``, or ``by`` before the figure."""
    near = [
        (_distance(figure, moment), moment.span.start, moment.value)
        for moment in annotated.moments
        if moment.kind == "date" and moment.value is not None and _dates(annotated, figure, moment)
    ]
    return min(near)[2] if near else None


def _distance(figure: Figure, moment: Moment) -> int:
    return max(moment.span.start - figure.span.end, figure.span.start - moment.span.end)


def _dates(annotated: Annotated, figure: Figure, moment: Moment) -> bool:
    if _distance(figure, moment) >= _NEAR or not _are_in_one_sentence(annotated, figure, moment):
        return False
    text = annotated.report.text
    lead = text[max(0, moment.span.start - _LEAD) : moment.span.start]
    before = moment.span.end <= figure.span.start
    return _AS_OF.search(lead) is not None or (before and _BY.search(lead) is not None)


def _are_in_one_sentence(annotated: Annotated, figure: Figure, moment: Moment) -> bool:
    """Tell "By 3 May, 40 people were hurt" from "It shut by 3 May. 40 people were hurt"."""
    first, second = sorted((figure.span, moment.span))
    return any(one.start <= first.start and second.end <= one.end for one in annotated.sentences)
