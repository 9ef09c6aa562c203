"""From plain text to expressions: nothing is resolved, no model is needed."""

import re
from collections.abc import Iterator
from dataclasses import replace
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

_BEGINNINGS = (
    "monday tuesday tues wednesday thursday thu friday saturday sunday sun mon tue wed fri sat jan feb mar "
    "apr may jun jul aug sep oct nov dec the this that last next past coming first following latest "
    "previous final remaining initial ensuing earl late mid beginning start end close turn eve "
    "rest remainder sometime about around almost nearly roughly more less fewer no at over under "
    "up a zero one two three four five six seven eight nine ten eleven twel thir fourt fift six "
    "sevent eight ninet twent fort half quarter several few many some countless couple second "
    "third fifth ninth spring summer autumn fall winter hour dai night week biweek fortnight month "
    "year annual every each per once twice times minute day decade centur noon christmas new boxing "
    "halloween valentine st independence bastille armistice veterans thanksgiving labor memorial "
    "martin election easter good black fiscal financial fy calendar q h right most recent these "
    "current its comparable corresponding just yesterday to overnight only also"
).split()  # noqa: SIM905 - a list of words reads better as words
"""How the first words of all expressions begin; a test holds this against the rules."""

_BLANKS = {code: " " for code in (0xA0, 0x2007, 0x2009, 0x202F)}
_AT = re.compile(r",?\s(?:at|on|at about|at around|around|by)\s|,?\s", re.IGNORECASE)


@cache
def _anywhere() -> re.Pattern[str]:
    """All rules as one pattern; each is a group, so that ``lastindex`` names the rule."""
    rules = "|".join(f"({rule.bare})" for rule in RULES)
    return re.compile(
        rf"(?<![\w$£€¥#@.])(?=\d|['’½¼¾]|{_beginnings()})(?:{rules})(?!\w)",
        re.IGNORECASE | re.VERBOSE,
    )


def _beginnings() -> str:
    """Give the beginnings as alternatives, grouped by letter: words that fail, fail fast."""
    letters = sorted({word[0] for word in _BEGINNINGS})
    return "|".join(
        f"{letter}(?:{'|'.join(sorted({word[1:] for word in _BEGINNINGS if word[0] == letter}))})"
        for letter in letters
    )


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
            end = match.end()
            closing = "(" in match[0] and ")" not in match[0] and text[end : end + 1] == ")"
            return _build(text, start, end + closing, meaning)
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
    plain = text.translate(_BLANKS)
    found: list[Expression] = []
    for expression in _expressions(plain):
        merged = _merge(plain, found[-1], expression) if found else None
        if merged is None:
            found.append(expression)
        else:
            found[-1] = merged
    if plain == text:
        return tuple(found)
    return tuple(replace(one, text=text[one.start : one.end]) for one in found)


def _expressions(text: str) -> Iterator[Expression]:
    search = _anywhere().search
    place = 0
    while (match := search(text, place)) is not None:
        expression = _read(text, match.start(), (match.lastindex or 1) - 1)
        place = match.start() + 1 if expression is None else expression.end
        if expression is not None:
            yield expression
