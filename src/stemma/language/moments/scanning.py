"""From plain text to expressions: nothing is resolved, no model is needed."""

import re
from functools import cache, lru_cache
from typing import Any, cast

from stemma.language.moments.clock_rules import CLOCK_RULES
from stemma.language.moments.day_rules import DAY_RULES
from stemma.language.moments.expression import Expression
from stemma.language.moments.length_rules import LENGTH_RULES
from stemma.language.moments.near_rules import NEAR_RULES
from stemma.language.moments.period_rules import PERIOD_RULES
from stemma.language.moments.rule import Rule

RULES: tuple[Rule, ...] = DAY_RULES + CLOCK_RULES + PERIOD_RULES + NEAR_RULES + LENGTH_RULES
"""In the order in which they are tried at one place of the text: the most telling first."""

_AT = re.compile(r",?\s(?:at|on|at about|at around|around|by)\s|,?\s", re.IGNORECASE)


@cache
def _anywhere() -> re.Pattern[str]:
    """All rules as one pattern; each is a group, so that ``lastindex`` names the rule."""
    rules = "|".join(f"({rule.bare})" for rule in RULES)
    return re.compile(rf"(?<![\w$£€¥#@.])(?=[\w'’])(?:{rules})(?!\w)", re.IGNORECASE | re.VERBOSE)


def _build(text: str, start: int, end: int, meaning: dict[str, Any]) -> Expression:
    fields = dict(meaning)
    until = cast("dict[str, Any] | None", fields.pop("until", None))
    if until is not None:
        fields["until"] = Expression(start=start, end=end, text=text[start:end], **until)
    return Expression(start=start, end=end, text=text[start:end], **fields)


def _read(text: str, start: int, first: int) -> Expression | None:
    """Try the rules from number ``first`` on at one place."""
    for rule in RULES[first:]:
        match = rule.compiled.match(text, start)
        if match is None or (match.end() < len(text) and text[match.end()].isalnum()):
            continue
        meaning = rule.read(match)
        if meaning is not None:
            return _build(text, start, match.end(), meaning)
    return None


def _merge(text: str, earlier: Expression, later: Expression) -> Expression | None:
    """Make one of a day and the time of day beside it: "9 p.m. on Tuesday"."""
    if not _AT.fullmatch(text, earlier.end, later.start):
        return None
    first_is_clock = earlier.kind == "time" and earlier.unit is None
    second_is_clock = later.kind == "time" and later.unit is None
    if first_is_clock == second_is_clock:
        return None
    day, clock = (later, earlier) if first_is_clock else (earlier, later)
    if day.kind != "date" or day.unit != "day" or day.until is not None:
        return None
    values = {name: getattr(day, name) for name in Expression.__slots__}
    values |= {"start": earlier.start, "end": later.end, "text": text[earlier.start : later.end]}
    values |= {"kind": "time", "hour": clock.hour, "minute": clock.minute, "zone": clock.zone}
    return Expression(**values)


@lru_cache(maxsize=8)
def scan(text: str) -> tuple[Expression, ...]:
    """Find the date and time expressions of ``text``, in order, without overlaps.

    Offsets are code points. Any text is accepted.
    """
    found: list[Expression] = []
    place = 0
    search = _anywhere().search
    while (match := search(text, place)) is not None:
        expression = _read(text, match.start(), (match.lastindex or 1) - 1)
        if expression is None:
            place = match.start() + 1
            continue
        place = expression.end
        merged = _merge(text, found[-1], expression) if found else None
        if merged is None:
            found.append(expression)
        else:
            found[-1] = merged
    return tuple(found)
