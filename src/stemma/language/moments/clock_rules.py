"""Rules for times of day: 9 p.m., 10:20 GMT, noon; and for feasts that have a date."""

import re

from stemma.language.moments.rule import Meaning, Rule
from stemma.language.moments.words import WHICH, YEAR, ZONE, which_offset
from stemma.language.numerals import WORDS, read_number

_HALF = r"(?P<half>[ap]\.m\b\.?|[ap]m\b)"
_AFTER = "|".join(
    rf"(?<=\b{word}[ ])"
    for word in ("at", "by", "around", "about", "from", "until", "after", "before")
)
_NO_LENGTH = "".join(
    rf"(?<!\b{length}[ ]{word}[ ])"
    for length in ("hour", "hours", "minutes")
    for word in ("before", "after")
)
"""No "an hour before midnight", which is not midnight."""

_HOURS, _MINUTES, _NOON = 24, 60, 12

HOLIDAYS: dict[str, tuple[int, int] | None] = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "independence day": (7, 4),
    "may day": (5, 1),
    "canada day": (7, 1),
    "juneteenth": (6, 19),
    "international women's day": (3, 8),
    "earth day": (4, 22),
    "anzac day": (4, 25),
    "australia day": (1, 26),
    "remembrance day": (11, 11),
    "bastille day": (7, 14),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "thanksgiving": None,
    "thanksgiving day": None,
    "labor day": None,
    "memorial day": None,
    "martin luther king day": None,
    "election day": None,
    "easter": None,
    "easter sunday": None,
    "good friday": None,
    "black friday": None,
    "cyber monday": None,
    "presidents' day": None,
}
"""Feasts with month and day; None where the day moves from year to year."""

_HOLIDAY = "|".join(
    re.escape(name).replace("'", "['’]").replace(r"\ ", "[ ]")
    for name in sorted(HOLIDAYS, key=len, reverse=True)
)


def _clock(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    if groups.get("word"):
        hour, minute = (_NOON if groups["word"].lower() != "midnight" else 0), 0
    else:
        words = groups["hour"]
        value = float(words) if words.isdecimal() else read_number(words)
        if value is None:
            return None
        hour, minute = int(value), int(groups.get("minute") or 0)
    if groups.get("half"):
        if not 1 <= hour <= _NOON:
            return None
        is_late = groups["half"].lower().startswith(("p", "afternoon", "evening"))
        hour = hour % _NOON + (_NOON if is_late else 0)
    if hour >= _HOURS or minute >= _MINUTES:
        return None
    zone = groups.get("zone")
    return {"kind": "time", "hour": hour, "minute": minute, "zone": zone and zone.upper()}


def _holiday(match: re.Match[str]) -> Meaning | None:
    name = " ".join(match["name"].lower().replace("’", "'").split())
    meaning: Meaning = {"kind": "date", "unit": "day", "holiday": name}
    fixed = HOLIDAYS[name]
    if fixed:
        meaning |= {"month": fixed[0], "day": fixed[1]}
    if match["year"]:
        meaning["year"] = int(match["year"])
    if match["which"]:
        meaning["offset"] = which_offset(match["which"])
    return meaning


CLOCK_RULES = (
    Rule(
        name="clock",
        pattern=rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?[ ]?{_HALF}"
        rf"(?:[ ]?\(?(?P<zone>{ZONE})\)?)?"
        r"(?:[ ]\(\d{1,2}[:.]?\d\d[ ]?(?:GMT|UTC)\))?",
        read=_clock,
    ),
    Rule(
        name="clock of a zone",
        # "250 CT scans" and "1,500 MT of wheat" are no times: these zones want a colon
        pattern=r"(?<!\d,)(?P<hour>[01]?\d|2[0-4])(?:[:h]|\.?(?!\d\d[ ]?\(?[CMP]T\b))"
        r"(?P<minute>[0-5]\d)(?::[0-5]\d)?"
        rf"[ ]?\(?(?P<zone>{ZONE})",
        read=_clock,
    ),
    Rule(
        name="clock with a preposition",
        pattern=rf"(?:{_AFTER})"
        r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)\b(?![:.]\d)",
        read=_clock,
    ),
    Rule(
        name="clock in words",
        pattern=rf"(?:{_AFTER})(?P<hour>\d{{1,2}}|{WORDS})(?:[:.](?P<minute>[0-5]\d))?"
        r"[ ]in[ ]the[ ](?P<half>morning|afternoon|evening)\b",
        read=_clock,
    ),
    Rule(
        name="o'clock",
        pattern=rf"(?P<hour>\d{{1,2}}|{WORDS})[ ]o['’]clock\b",
        read=_clock,
    ),
    Rule(
        name="noon",
        pattern=rf"(?:{_AFTER}|(?=\w+[ ](?:on[ ])?(?-i:[MTWFS]\w+day)))"
        rf"{_NO_LENGTH}(?P<word>noon|midday|midnight)\b",
        read=_clock,
    ),
    Rule(
        name="holiday",
        pattern=rf"(?:{WHICH}[ ])?(?P<name>(?-i:(?=[A-Z]))(?:{_HOLIDAY}))\b"
        rf"(?:,?[ ](?P<year>{YEAR}))?"
        r"(?![ ](?-i:tree|carol|card|gift|shop(?:s|ping|pers?)|sales|lights|present|party|market"
        r"|message|speech|egg))",
        read=_holiday,
    ),
)
