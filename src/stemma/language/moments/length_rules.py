"""Rules for durations ("three days") and for how often ("every week")."""

import re

from stemma.language.moments.rule import Meaning, Rule
from stemma.language.moments.words import (
    PERIOD_WORDS,
    UNIT,
    VAGUE_AMOUNT,
    WEEKDAY,
    unit_of,
    weekday_number,
)
from stemma.language.numerals import NUMBER, read_number

_BOUND = (
    r"(?:(?P<modifier>about|around|almost|nearly|roughly|over(?![ ]the)|under|up[ ]to"
    r"|(?:no[ ])?(?:more|less|fewer)[ ]than|at[ ](?:least|most)(?:[ ]the)?"
    r"|a[ ]full|a[ ]further)[ ])"
)
_LARGEST_WITH_SINGULAR = 100
_LENGTH_UNIT = rf"(?:{UNIT}|summer|winter|second(?=s\b)|second(?<=-second))"
_EACH = r"(?:every|each|per|once[ ]an?|twice[ ]an?|(?<=\btimes[ ])an?)"
_AGE = r"(?![ -]olds?\b)(?!['’]?[ ]old\b)(?![ ]of[ ]age\b)"


def _amount(words: str | None) -> float | None:
    if words is None:
        return None
    lower = words.strip().lower()
    if lower in {"a", "an", "another", "an additional", "one more", "the", "each"}:
        return 1.0
    if lower.startswith("a couple"):
        return 2.0
    if lower.removeprefix("a ") == "quarter":
        return 0.25
    if lower in {"half a", "half an", "half", "a half"}:
        return 0.5
    return read_number(lower)


def _length(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    words = groups["unit"].lower()
    unit = unit_of(words)
    amount = None if groups.get("upper") or groups.get("either") else _amount(groups.get("amount"))
    if _is_no_length(groups, unit, amount):
        return None
    if amount is not None:
        amount += 0.5 if groups.get("half") else 0.0
        amount *= 2 if words.startswith("fortnight") else 1
    meaning: Meaning = {"kind": "duration", "unit": unit, "amount": amount}
    if groups.get("modifier"):
        meaning["modifier"] = groups["modifier"].lower()
    if groups.get("more"):
        meaning["extra"] = ((_amount(groups["more"]) or 0.0, unit_of(groups["more_unit"])),)
    return meaning


def _is_no_length(groups: dict[str, str | None], unit: str, amount: float | None) -> bool:
    """Tell "the 1988 quarter" and "three-quarters" from lengths."""
    plural, joined = groups.get("plural"), groups.get("filler") == "-"
    if plural is None or amount is None:
        return False
    if unit == "quarter" and (joined == bool(plural)):
        return True
    return not plural and not joined and amount > _LARGEST_WITH_SINGULAR


def _set(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    if groups.get("adverb"):
        amount, unit = PERIOD_WORDS[groups["adverb"].lower()]
        return {"kind": "set", "unit": unit, "amount": float(amount)}
    amount = _amount(groups.get("amount")) if groups.get("amount") else 1.0
    return {"kind": "set", "unit": unit_of(groups["unit"]), "amount": amount}


def _set_of_weekday(match: re.Match[str]) -> Meaning | None:
    number = weekday_number(match["weekday"] or match["weekdays"])
    return {"kind": "set", "unit": "week", "amount": 1.0, "weekday": number}


_PART_OF = (
    r"(?:an?[ ])?(?:quarter|half)(?=-century)|half(?=[ -](?:hour|day|year|century))"
    r"|(?:another|an[ ]additional|(?:half[ ])?an?)(?=[ -])"
)
_AMOUNT = (
    rf"(?P<amount>{NUMBER}(?:[ -](?:to|or)[ -](?={NUMBER})|[-–](?=\d))(?P<upper>{NUMBER})"
    rf"|{_PART_OF}|{NUMBER}|{VAGUE_AMOUNT})"
)
_FILLER = (
    r"(?:[ ]|-|[ ](?:more|additional|consecutive|straight|successive|full|whole|long|trading"
    r"|working|business|calendar|extra|further)[ ])"
)
_FROM_NOW = (
    r"(?:last|past|next|first|coming|following|latest|previous|final|remaining|initial|ensuing)"
)
_MORE = (
    rf"(?P<half>[ ]and[ ]a[ ]half)|(?P<either>[ ]or[ ](?:two|so|more)\b)"
    rf"|,?(?:[ ]and)?[ ](?P<more>{NUMBER})[ ](?P<more_unit>{UNIT})s?\b{_AGE}"
)
_AFTER = "|".join(
    rf"(?<=\b{word}[ ])" for word in ("for", "in", "within", "took", "last", "of", "for[ ]the")
)

LENGTH_RULES = (
    Rule(
        name="every",
        pattern=rf"{_EACH}[ ](?:(?P<amount>{NUMBER}|few|other|couple[ ]of)[ ])?"
        rf"(?P<unit>{_LENGTH_UNIT})s?\b(?![ ]of[ ]the\b)(?!-)",
        read=_set,
    ),
    Rule(
        name="every weekday",
        pattern=rf"(?:(?:every|each)[ ](?P<weekday>{WEEKDAY})|(?P<weekdays>{WEEKDAY})s)\b",
        read=_set_of_weekday,
    ),
    Rule(
        name="adverb",
        pattern=r"(?P<adverb>(?-i:" + "|".join(PERIOD_WORDS) + r"))\b",
        read=_set,
    ),
    Rule(
        name="lengths from now",
        pattern=rf"{_BOUND}?(?:the[ ])?{_FROM_NOW}[ ]{_AMOUNT}{_FILLER}(?P<unit>{_LENGTH_UNIT})s?\b"
        r"(?P<either>[ ]or[ ]so\b)?",
        read=_length,
    ),
    Rule(
        name="last decade",
        pattern=r"(?:the[ ])?past[ ](?P<unit>decade|century)\b",
        read=lambda match: {"kind": "duration", "unit": unit_of(match["unit"]), "amount": 1.0},
    ),
    Rule(
        name="year ended",
        pattern=r"the[ ](?:fiscal[ ])?(?P<unit>year|quarter)(?=[ ](?:ended|ending|to)[ ])",
        read=lambda match: {"kind": "duration", "unit": unit_of(match["unit"]), "amount": 1.0},
    ),
    Rule(
        name="length",
        pattern=rf"{_BOUND}?(?:the[ ](?=[\w,.]+[ ]))?{_AMOUNT}(?P<filler>{_FILLER})"
        rf"(?P<unit>{_LENGTH_UNIT})(?P<plural>s?)\b{_AGE}(?:{_MORE})?(?:-long)?",
        read=_length,
    ),
    Rule(
        name="short length",
        pattern=r"(?P<amount>\d+(?:\.\d+)?)[ -]?(?P<unit>hr|min|sec|yr)s?\b(?![ -]old)",
        read=_length,
    ),
    Rule(
        name="bare length",
        pattern=rf"(?:{_AFTER})(?P<unit>{UNIT})s\b(?![ -]old)",
        read=_length,
    ),
)
