"""Figures tied to the statements they stand in, with their scope and as-of date."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stemma.extract.syntax import Syntax
from stemma.extract.words import words
from stemma.model import Figure, Moment, Statement

_AS_OF = re.compile(r"\b(?:as of|as at|by|until|up to|through)\s+$", re.IGNORECASE)
_PLACE_WORDS = words("figures.place_words")
_NOT_A_PLACE = re.compile(r"^\w+ (?:the )?(?:past|last|next|same|first|final|response|return)\b")
_MAX_SCOPE = 60
_NEAR = 120
_LEAD = 12


def tie_figures(syntax: Syntax, statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """Give the report's figures with their statement, scope and as-of date where told."""
    annotated = syntax.annotated
    return tuple(
        replace(
            figure,
            statement=_statement(figure, statements),
            scope=figure.scope or _scope(syntax, figure),
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


def _scope(syntax: Syntax, figure: Figure) -> str | None:
    """Give the place that narrows what is counted: ``in the northern districts``."""
    places = [
        at
        for at, token in enumerate(syntax.tokens)
        if figure.span.start <= token.start and token.end <= figure.span.end
    ]
    if not places:
        return None
    inside = set(places)
    for at in places:
        above = syntax.tokens[at].head
        roots = [at] if above in inside else [at, above]
        for root in roots:
            for child in syntax.dependents(root, "nmod", "obl"):
                text = _place(syntax, child, inside)
                if text is not None:
                    return text
    return None


def _place(syntax: Syntax, child: int, inside: set[int]) -> str | None:
    cases = [
        case for case in syntax.dependents(child, "case") if syntax.words[case] in _PLACE_WORDS
    ]
    if not cases or child in inside:
        return None
    block = [at for at in syntax.subtree(child) if at >= cases[0] and at not in inside]
    named = {at for name in syntax.annotated.names for at in range(name.first, name.last)}
    run = syntax.runs(block)[0]
    text = syntax.text(range(*run))
    if len(text) > _MAX_SCOPE or not named & set(range(*run)) or _NOT_A_PLACE.match(text):
        return None
    return text


def _as_of(text: str, figure: Figure, moments: Sequence[Moment]) -> str | None:
    """Give the date behind ``as of`` or ``by`` near the figure."""
    for moment in moments:
        if moment.kind != "date" or moment.value is None:
            continue
        distance = max(moment.span.start - figure.span.end, figure.span.start - moment.span.end)
        between = text[
            min(moment.span.start, figure.span.start) : max(moment.span.end, figure.span.end)
        ]
        lead = text[max(0, moment.span.start - _LEAD) : moment.span.start]
        if distance < _NEAR and "\n" not in between and _AS_OF.search(lead):
            return moment.value
    return None
