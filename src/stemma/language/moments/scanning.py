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
    "a bastille beginning biweek black boxing calendar canada centur christmas close coming "
    "comparable corresponding countless couple current cyber dai day dec each earl earth "
    "easter eight election eleven end ensuing eve fall feb few fift final financial first "
    "fiscal five following fort four fri fy good h independence initial international its jan "
    "jul jun just labor last late less many mar may memorial mid minute mon more most nearly "
    "new next night nine no oct once one over past per presidents previous q recent remainder "
    "remaining remembrance rest right roughly sat second sep seven several six some spring st "
    "summer sun ten thanksgiving that the thir this three thu to tue turn twel twent twice "
    "two under up valentine very veterans wed week winter year yesterday zero "
)
"""How the first words of all expressions begin; a test holds this against the rules."""

_BLANKS = {0xA0: " ", 0x2007: " ", 0x2009: " ", 0x202F: " "}
_AT = re.compile(r",?\s(?:at|on|at about|at around|around|by)\s|,?\s", re.IGNORECASE)


@cache
def anywhere() -> re.Pattern[str]:
    """All rules as one pattern; each is a group, so that ``lastindex`` names the rule."""
    rules = "|".join(f"({rule.bare})" for rule in RULES)
    return re.compile(
        rf"(?<![\w$£€¥#@.])(?=\d|['’½¼¾]|{_beginnings()})(?:{rules})(?!\w)",
        re.IGNORECASE | re.VERBOSE,
    )


def _beginnings() -> str:
    """Give the beginnings as alternatives, grouped by letter: words that fail, fail fast."""
    words = _BEGINNINGS.split()
    groups = {word[0]: [other[1:] for other in words if other[0] == word[0]] for word in words}
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in groups.items())


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
    search = anywhere().search
    place = 0
    while (match := search(text, place)) is not None:
        expression = _read(text, match.start(), (match.lastindex or 1) - 1)
        place = match.start() + 1 if expression is None else expression.end
        if expression is not None:
            yield expression
