"""Rules for dates told from now or from an earlier date: today, last year, a day later."""

import re

from stemma.language.moments.rule import Meaning, Rule
from stemma.language.moments.words import (
    PART,
    UNIT,
    VAGUE_AMOUNT,
    WEEKDAY,
    WHICH,
    unit_of,
    weekday_number,
    which_offset,
)
from stemma.language.numerals import NUMBER, read_number

_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0}
_PERIOD = r"(?:week|weekend|month|quarter|year|decade|century)"
_EARLY = (
    r"(?P<modifier>(?:(?:early|earlier|late|later|mid|sometime|(?:the[ ])?(?:beginning|middle|start"
    r"|end|close|rest|remainder|turn|first[ ]half|second[ ]half|last[ ]days|first[ ]days)[ ]of"
    r"|(?:earlier|later|early|late)[ ]in)[ -]))"
)
_LATER = r"(?:(?:early|earlier|late|later)[ ])?"
_SOME_UNIT = r"(?:day|week|month|year|decade)s"
_NO_NAME = r"(?<!black[ ])(?<!cyber[ ])(?<!super[ ])(?<!bloody[ ])"
_NEWSPAPER = r"(?![ ](?-i:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Night))"
_ABOUT = r"(?:(?:about|around|almost|nearly|roughly|more[ ]than|less[ ]than|at[ ]least)[ ])"
_AMOUNT = rf"(?P<amount>{NUMBER}|an?(?:[ ](?=\w))|an?|{VAGUE_AMOUNT})"
_EARLIER = {"ago": -1, "earlier": -1, "before": -1, "previously": -1, "back": -1}
_FISCAL = r"(?:(?:fiscal|financial|calendar|full|school|academic)[ ])?"


def _amount(words: str) -> float | None:
    lower = words.strip().lower()
    if lower in {"a", "an"}:
        return 1.0
    if lower.startswith("a couple"):
        return 2.0
    return read_number(lower)


def _day(match: re.Match[str]) -> Meaning | None:
    word = match["word"].lower()
    meaning: Meaning = {"kind": "date", "unit": "day", "step": "day", "offset": _DAYS[word]}
    if match["before"]:
        meaning["offset"] += -1 if match["before"].lower().endswith("before ") else 1
    part = match["part"] or {"tonight": "night", "overnight": "night"}.get(word)
    return meaning | {"part": part and part.lower()}


def _part_of_now(match: re.Match[str]) -> Meaning | None:
    offset = which_offset(match["which"])
    meaning: Meaning = {"kind": "date", "unit": "day", "step": "day", "offset": offset}
    return meaning | {"part": match["part"].lower()}


def _period(match: re.Match[str]) -> Meaning | None:
    """Read last year, earlier this month, the end of next week."""
    unit = unit_of(match["unit"])
    which = match["which"].lower()
    if which.endswith("past") and unit in {"decade", "century"}:
        return {"kind": "duration", "unit": unit, "amount": 1.0}
    meaning: Meaning = {
        "kind": "date", "unit": unit, "step": unit, "offset": which_offset(which),
    }  # fmt: skip
    if match["which"].lower().split()[-1] in {"previous", "following"}:
        meaning["base"] = "previous"
    if match["modifier"]:
        meaning["modifier"] = match["modifier"].strip(" -").lower()
    return meaning


def _bare_period(match: re.Match[str]) -> Meaning | None:
    """Read the year, later in the month, the current quarter, year-end."""
    groups = match.groupdict()
    unit = unit_of(groups["unit"] or groups.get("alone") or groups["year"])
    meaning: Meaning = {"kind": "date", "unit": unit, "step": unit, "offset": 0}
    return meaning | ({"base": "previous"} if unit == "quarter" else {})


def _weekday(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    meaning: Meaning = {
        "kind": "date", "unit": "day", "weekday": weekday_number(groups["weekday"]),
    }  # fmt: skip
    if groups.get("which"):
        word = groups["which"].lower()
        meaning["offset"] = which_offset(word)
        if word.endswith(("previous", "following")):
            meaning["base"] = "previous"
    if groups.get("whose"):
        meaning |= {"offset": which_offset(groups["whose"]), "step": "week"}
    part = groups.get("part")
    return meaning | {"part": part and part.lower()}


def _distance(match: re.Match[str]) -> Meaning | None:
    """Read two weeks ago, a year earlier, a day later."""
    unit = unit_of(match["unit"])
    amount = _amount(match["amount"])
    if amount is None:
        return {"kind": "date", "unit": unit, "vague": "past"}
    way = match["way"].lower()
    sign = _EARLIER.get(way.split()[0], 1)
    if amount != int(amount):
        unit, amount = ("month", amount * 12) if unit == "year" else (unit, amount)
    meaning: Meaning = {"kind": "date", "unit": unit, "step": unit, "offset": sign * int(amount)}
    if way in {"earlier", "later", "before", "after", "afterwards", "afterward", "previously"}:
        meaning["base"] = "previous"
    return meaning


def _earlier_period(match: re.Match[str]) -> Meaning | None:
    """Read the year-earlier quarter, year-ago, a year-earlier period."""
    unit = unit_of(match["unit"])
    return {"kind": "date", "unit": unit, "step": unit, "offset": -1, "base": "previous"}


def _told(match: re.Match[str]) -> Meaning | None:
    """Read that day, the same year, the next day, the day before: from what was told last."""
    word = match["which"].lower().split()[-1]
    unit = unit_of(match["unit"])
    meaning: Meaning = {"kind": "date", "unit": unit, "step": unit, "base": "previous"}
    offsets = {"next": 1, "following": 1, "after": 1, "previous": -1, "before": -1}
    return meaning | {"offset": offsets.get(word, 0)}


def _vague(match: re.Match[str]) -> Meaning | None:
    lower = match[0].lower()
    if lower.startswith(
        ("now", "right now", "current", "at present", "present", "nowadays", "these")
    ):
        return {"kind": "date", "vague": "present"}
    if "future" in lower or "soon" in lower or "coming" in lower or "later date" in lower:
        return {"kind": "date", "vague": "future"}
    return {"kind": "date", "vague": "past"}


NEAR_RULES = (
    Rule(
        name="distance",
        pattern=rf"{_ABOUT}?{_AMOUNT}[ -](?P<unit>{UNIT})s?[ -](?:or[ ]so[ ]|or[ ]two[ ])?"
        r"(?P<way>ago|earlier|later|afterwards?|from[ ]now|from[ ]today|hence|previously)\b",
        read=_distance,
    ),
    Rule(
        name="earlier period",
        pattern=r"(?:(?:the|a|its)[ ])?(?:(?:comparable|corresponding)[ ])?"
        r"(?P<unit>year|month|quarter)-(?:ago|earlier)\b(?:[ ](?:period|quarter|month|figure))?",
        read=_earlier_period,
    ),
    Rule(
        name="day",
        pattern=rf"{_LATER}(?P<before>the[ ]day[ ](?:before|after)[ ])?"
        rf"(?P<word>(?-i:[Yy]esterday|[Tt]o(?:day|night|morrow)|[Oo]vernight))(?<!USA[ ]Today)"
        rf"(?![ ]show)(?:(?:['’]s)?[ ](?P<part>{PART}))?\b",
        read=_day,
    ),
    Rule(
        name="part of day",
        pattern=rf"{_LATER}(?P<which>this|last)"
        r"[ ](?P<part>morning|afternoon|evening|night|lunchtime)\b",
        read=_part_of_now,
    ),
    Rule(
        name="day told",
        pattern=rf"{_LATER}(?P<which>that(?:[ ](?:same|very))?"
        r"|the[ ](?:same|next|following|previous))"
        r"[ ](?P<unit>day|night|week|weekend|month|year|decade)\b(?!['’]s)",
        read=_told,
    ),
    Rule(
        name="day before",
        pattern=r"(?:just[ ])?the[ ](?P<unit>day|week|month|year)[ ](?P<which>before|after)"
        r"(?=[,.;]|$|[ ](?:that|and)\b)",
        read=_told,
    ),
    Rule(
        name="which weekday",
        pattern=rf"{_LATER}{WHICH}[ ](?P<weekday>{WEEKDAY})(?:[ ](?P<part>{PART}))?\b",
        read=_weekday,
    ),
    Rule(
        name="weekday",
        pattern=rf"{_NO_NAME}{_LATER}(?P<weekday>{WEEKDAY})\b"
        rf"(?:[ ](?P<part>{PART})\b|[ ](?P<whose>last|this|next)[ ]week\b)?{_NEWSPAPER}",
        read=_weekday,
    ),
    Rule(
        name="period",
        pattern=rf"(?:{_EARLY}(?:the[ ])?)?(?P<which>(?:this[ ]past|this[ ]coming|the[ ]previous|"
        r"the[ ]following|the[ ](?:last|past|current|latest|coming)|last|this|next|current))"
        rf"[ ]{_FISCAL}(?P<unit>{_PERIOD})\b(?!-)",
        read=_period,
    ),
    Rule(
        name="bare period",
        pattern=rf"(?:{_EARLY}the[ ]{_FISCAL}(?P<unit>{_PERIOD})\b"
        r"|the[ ](?P<alone>quarter|weekend)\b"
        r"|(?:(?<=\bin[ ])|(?<=\bfor[ ]))the[ ](?:full[ ])?(?P<year>(?-i:year))\b)"
        r"(?![ ](?:of|that|before|after|when|since|ago)\b)",
        read=_bare_period,
    ),
    Rule(
        name="year end",
        pattern=r"(?:the[ ])?(?P<unit>year|month)(?:[ -]end\b|['’]s[ ]end\b)",
        read=_bare_period,
    ),
    Rule(
        name="vague",
        pattern=r"(?:right[ ]now|now|nowadays|at[ ]present|currently|(?:(?:more|most)[ ])?recently"
        r"|the[ ](?:(?:near|distant|foreseeable)[ ])?future|the[ ](?:recent[ ])?past(?=[,.;]|$)"
        rf"|recent[ ]{_SOME_UNIT}|(?:the[ ])?coming[ ]{_SOME_UNIT}|these[ ]days|a[ ]later[ ]date"
        r"|current)\b(?![ -](?:that|affairs)\b)",
        read=_vague,
    ),
)
