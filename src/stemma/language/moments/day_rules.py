"""Rules for dates that name a day of a month, with or without a year."""

import re

from stemma.language.moments.rule import Meaning, Rule, full_year
from stemma.language.moments.words import (
    DASH,
    MONTH,
    ORDINAL,
    SHORT_WEEKDAY,
    WEEKDAY,
    WHOSE_YEAR,
    WHOSE_YEAR_OFFSETS,
    YEAR,
    month_number,
    ordinal_number,
    weekday_number,
)

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,/:-]\d)"
_FIRST_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_LAST_MONTH, _LAST_DAY = 12, 31


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY


def _dated(match: re.Match[str]) -> Meaning | None:
    """Read weekday, day, month and year from groups of these names."""
    groups = match.groupdict()
    meaning: Meaning = {"kind": "date", "unit": "day", "day": ordinal_number(groups["day"])}
    if groups.get("month"):
        meaning["month"] = month_number(groups["month"])
    if groups.get("year"):
        meaning["year"] = int(groups["year"])
    elif groups.get("whose"):
        meaning["offset"] = WHOSE_YEAR_OFFSETS[groups["whose"].lower()]
        meaning["step"] = "year"
    elif groups.get("lately"):
        meaning |= {"offset": -1}
    if groups.get("weekday"):
        meaning["weekday"] = weekday_number(groups["weekday"])
    return meaning


def _day_range(match: re.Match[str]) -> Meaning | None:
    """Read two days of one month, or of two months."""
    meaning = _dated(match)
    if meaning is None:
        return None
    last = {name: value for name, value in meaning.items() if name != "weekday"}
    last["day"] = ordinal_number(match["last"])
    if match.groupdict().get("last_month"):
        last["month"] = month_number(match["last_month"])
    elif last["day"] <= meaning["day"]:
        return None
    return meaning | {"until": last}


def _numeric(match: re.Match[str]) -> Meaning | None:
    """Read 11/5/2024, month first unless that is no date; with dots, day first."""
    first, second = int(match["first"]), int(match["second"])
    dotted = match["mark"] == "."
    month, day = (second, first) if dotted or first > _LAST_MONTH else (first, second)
    if not _is_day(month, day):
        return None
    swapped = (day, month) if day <= _LAST_MONTH and day != month and not dotted else None
    meaning: Meaning = {"kind": "date", "unit": "day", "year": full_year(match["year"])}
    return meaning | {"month": month, "day": day, "other": swapped}


def _iso(match: re.Match[str]) -> Meaning | None:
    meaning: Meaning = {"kind": "date", "unit": "day"}
    meaning |= {name: int(match[name]) for name in ("year", "month", "day")}
    if not _is_day(meaning["month"], meaning["day"]):
        return None
    if match.groupdict().get("hour"):
        meaning |= {"kind": "time", "hour": int(match["hour"]), "minute": int(match["minute"])}
        meaning["zone"] = "UTC" if match["zone"] == "Z" else match["zone"]
    return meaning


_MONTH_DAY = rf"(?P<month>{MONTH})[ ](?:the[ ])?(?P<day>{_DAY})"
_DAY_MONTH = rf"(?:the[ ])?(?P<day>{_DAY})[ ](?:day[ ]of[ ]|of[ ])?(?P<month>{MONTH})"
_BETWEEN = r"(?:(?<=\bbetween[ ]\d)|(?<=\bbetween[ ]\d\d))[ ]and[ ]"
_TAIL = rf"(?:,?[ ](?P<year>{YEAR})|{WHOSE_YEAR})?"
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY})(?:,?[ ](?:the[ ]|on[ ])?|[ ]?\())?"

DAY_RULES = (
    Rule(
        name="iso",
        pattern=r"(?P<year>(?:1[5-9]|20)\d\d)(?:-(?=\d\d?-)|/(?=\d\d?/)|\.(?=\d\d?\.))(?P<month>\d\d?)[-/.]"
        r"(?P<day>\d\d?)(?![\d/-]|\.\d)"
        r"(?:[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?"
        r"[ ]?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?",
        read=_iso,
    ),
    Rule(
        name="digits",
        pattern=r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])\b",
        read=_iso,
    ),
    Rule(
        name="numeric",
        pattern=r"(?=\d+(?:/\d+/|\.\d+\.|-\d+-)\d)"
        r"(?P<first>\d{1,2})(?:(?P<mark>[/.-])(?P<second>\d{1,2}))[/.-]"
        r"(?P<year>(?:19|20)\d\d|\d\d)\b(?![/.-]\d|%)",
        read=_numeric,
    ),
    Rule(
        name="month days",
        pattern=rf"{_WEEKDAY}(?P<month>{MONTH})[ ](?P<day>{_FIRST_DAY}){DASH}"
        rf"(?:(?P<last_month>{MONTH})[ ])?(?P<last>{_DAY})\b{_TAIL}",
        read=_day_range,
    ),
    Rule(
        name="days month",
        pattern=rf"(?P<day>{_FIRST_DAY})(?:{DASH}|{_BETWEEN})"
        rf"(?P<last>{_DAY})[ ](?:of[ ])?(?P<month>{MONTH})"
        rf"{_TAIL}",
        read=_day_range,
    ),
    Rule(
        name="month day",
        pattern=rf"(?:(?:(?P<lately>last)|this|next|coming)[ ])?{_WEEKDAY}{_MONTH_DAY}\b{_TAIL}",
        read=_dated,
    ),
    Rule(name="day month", pattern=rf"{_WEEKDAY}{_DAY_MONTH}{_TAIL}", read=_dated),
    Rule(
        name="ordinal of month",
        pattern=rf"(?:the[ ])?(?P<day>{ORDINAL})[ ](?:day[ ])?of[ ](?P<month>{MONTH}){_TAIL}",
        read=_dated,
    ),
    Rule(
        name="month ordinal",
        pattern=rf"{_WEEKDAY}(?P<month>{MONTH})[ ](?:the[ ])?(?P<day>{ORDINAL})\b{_TAIL}",
        read=_dated,
    ),
    Rule(
        name="ordinal",
        pattern=rf"(?:(?P<weekday>{WEEKDAY})[ ]|(?<=\bon[ ])|(?<=\bby[ ])|(?<=\buntil[ ]))"
        r"the[ ](?P<day>\d{1,2}(?:st|nd|rd|th))\b(?![ -]\w)",
        read=_dated,
    ),
)
