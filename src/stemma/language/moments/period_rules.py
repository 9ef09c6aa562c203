"""Rules for months, seasons, quarters, halves, years, decades and centuries that have a name."""

import re

from stemma.language.moments.rule import Meaning, Rule, full_year
from stemma.language.moments.words import (
    DASH,
    DECADES,
    EDGE,
    MONTH,
    SEASON,
    SEASONS,
    SHY_MONTH,
    SURE_MONTH,
    WHICH,
    WHOSE_YEAR,
    WHOSE_YEAR_OFFSETS,
    YEAR,
    month_number,
    ordinal_number,
    which_offset,
)
from stemma.language.numerals import read_number

_AFTER = "|".join(
    rf"(?<=\b{word}[ ])"
    for word in [
        "in",
        "since",
        "by",
        "until",
        "of",
        "from",
        "to",
        "through",
        "before",
        "after",
        "for",
        "each",
        "every",
        "during",
    ]
)
_EARLY = r"(?:(?:early|late|mid)[ -])?"
_LATEST_DECADE = 20  # "the 20s" may be of this century, "the 30s" were of the last
_NTH = r"(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th|latest|last|current)"
_WHOSE_NOUN = r"(?:(?P<whose>last|this|next)[ ]year['’]s[ ])"
_SPELLED = (
    r"nineteen[ ](?:hundred|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
)


def _placed(match: re.Match[str], meaning: Meaning) -> Meaning:
    """Add the year, or where the year stands from now, and the modifier."""
    groups = match.groupdict()
    if groups.get("year"):
        meaning["year"] = full_year(groups["year"].lstrip("'’"))
    elif whose := groups.get("whose") or groups.get("whose_after"):
        meaning |= {"offset": WHOSE_YEAR_OFFSETS[whose.lower()], "step": "year"}
    elif groups.get("which"):
        meaning["offset"] = which_offset(groups["which"])
    if groups.get("modifier"):
        meaning["modifier"] = groups["modifier"].strip(" -").lower()
    return meaning


def _month(match: re.Match[str]) -> Meaning | None:
    meaning: Meaning = {"kind": "date", "unit": "month", "month": month_number(match["month"])}
    return _placed(match, meaning)


def _months(match: re.Match[str]) -> Meaning | None:
    first: Meaning = {"kind": "date", "unit": "month", "month": month_number(match["month"])}
    last: Meaning = {"kind": "date", "unit": "month", "month": month_number(match["last"])}
    if match["year"]:
        last["year"] = int(match["year"])
        first["year"] = last["year"] - int(first["month"] > last["month"])
    return first | {"until": last}


def _season(match: re.Match[str]) -> Meaning | None:
    number = SEASONS[match["season"].lower()]
    return _placed(match, {"kind": "date", "unit": "season", "number": number})


def _quarter(match: re.Match[str]) -> Meaning | None:
    """Read the third quarter, Q3, the latest quarter, the first half."""
    groups = match.groupdict()
    unit = "half" if groups["unit"].lower().startswith("h") else "quarter"
    meaning: Meaning = {"kind": "date", "unit": unit}
    nth = groups["nth"].lower()
    if nth in {"latest", "last", "current"}:
        meaning |= {"offset": 0 if nth == "current" else -1}
    else:
        meaning["number"] = 4 if nth == "final" else ordinal_number(nth)
        if unit == "half" and meaning["number"] > 2:  # noqa: PLR2004 - a year has two halves
            return None
    return _placed(match, meaning)


def _year(match: re.Match[str]) -> Meaning | None:
    return _placed(match, {"kind": "date", "unit": "year"})


def _spelled_year(match: re.Match[str]) -> Meaning | None:
    rest = read_number(re.sub(r"(?i)^nineteen (?:hundred)?", "", match["words"]) or "zero")
    return None if rest is None else {"kind": "date", "unit": "year", "year": 1900 + int(rest)}


def _years(match: re.Match[str]) -> Meaning | None:
    """Read 2023–24 and 2019-2021."""
    first, last = int(match["year"]), match["last"]
    until = int(last) if len(last) > len("24") else first // 100 * 100 + int(last)
    if until <= first:
        return None
    meaning: Meaning = {"kind": "date", "unit": "year", "year": first}
    return meaning | {"until": {"kind": "date", "unit": "year", "year": until}}


def _decade(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    if groups.get("words"):
        year = 1900 + 10 * DECADES[groups["words"].lower()]
    else:
        year = int(groups["digits"])
        if len(groups["digits"]) == len("60"):
            year += 1900 if year > _LATEST_DECADE else 2000
    meaning: Meaning = {"kind": "date", "unit": "decade", "year": year}
    return _placed(match, meaning)


def _century(match: re.Match[str]) -> Meaning | None:
    number = ordinal_number(match["nth"])
    return _placed(match, {"kind": "date", "unit": "century", "year": 100 * (number - 1)})


PERIOD_RULES = (
    Rule(
        name="months",
        pattern=rf"(?P<month>{MONTH}){DASH}(?P<last>{MONTH})(?:,?[ ](?P<year>{YEAR}))?(?!\w)",
        read=_months,
    ),
    Rule(
        name="month year",
        pattern=rf"{EDGE}?(?P<month>{MONTH})"
        rf"(?:,?[ ](?:of[ ])?(?P<year>{YEAR}|['’]\d\d\b)|{WHOSE_YEAR})",
        read=_month,
    ),
    Rule(
        name="which month",
        pattern=rf"(?:{EDGE}|{_EARLY}{WHICH}[ ])(?P<month>{SHY_MONTH}|{SURE_MONTH})(?!\w)",
        read=_month,
    ),
    Rule(name="sure month", pattern=rf"(?P<month>{SURE_MONTH})(?!\w)", read=_month),
    Rule(
        name="shy month",
        pattern=rf"(?:{_AFTER})(?P<month>{SHY_MONTH})\b(?![ ](?-i:[A-Z])|['’]s)",
        read=_month,
    ),
    Rule(
        name="season year",
        pattern=rf"(?:the[ ])?{_EARLY}(?P<season>{SEASON})(?:[ ]of|,)?[ ]"
        rf"(?:(?P<year>{YEAR})|(?P<whose>last|this|next)[ ]year\b)",
        read=_season,
    ),
    Rule(
        name="which season",
        pattern=rf"{_EARLY}{WHICH}[ ](?P<season>{SEASON})\b",
        read=_season,
    ),
    Rule(
        name="season",
        pattern=rf"(?:{_AFTER})(?:the[ ])?{_EARLY}(?P<season>{SEASON})\b"
        r"(?![ -](?:of|in|from|short|apart|through|to|(?-i:[A-Z]))\b|[ ](?-i:[A-Z]))",
        read=_season,
    ),
    Rule(
        name="quarter year",
        pattern=rf"(?:the[ ](?=[\w ]{{1,40}}[ ](?:quarter|half)))?{_WHOSE_NOUN}?"
        rf"(?:(?:fiscal|financial)[ -])?{_NTH}[ -](?P<unit>quarter|half)\b"
        r"(?![ -]?(?:point|mile|finals?|century|century's|back)|[ -]hour)"
        rf"(?:,?[ ](?:of[ ])?(?:fiscal[ ])?(?P<year>{YEAR})"
        r"|[ ]of[ ](?P<whose_after>last|this|next)[ ]year\b)?",
        read=_quarter,
    ),
    Rule(
        name="year quarter",
        pattern=rf"(?:the[ ])?(?P<year>{YEAR})[ ]{_NTH}[ -](?P<unit>quarter|half)\b",
        read=_quarter,
    ),
    Rule(
        name="short quarter",
        pattern=rf"(?P<unit>(?-i:[QH]))(?P<nth>[1-4])(?:[ ](?:of[ ])?(?P<year>{YEAR}))?\b"
        r"(?![ -]?\d)",
        read=_quarter,
    ),
    Rule(
        name="decade",
        pattern=rf"{EDGE}?(?:the[ ])?{_EARLY}"
        r"(?:(?P<digits>(?:1[5-9]|20)\d0|(?<=['’])[1-9]0)s\b|(?<=the[ ])(?P<words>"
        + "|".join(DECADES)
        + r")\b)",
        read=_decade,
    ),
    Rule(
        name="short decade",
        pattern=rf"the[ ]{_EARLY}['’]?(?P<digits>[2-9]0)s\b",
        read=_decade,
    ),
    Rule(
        name="century",
        pattern=rf"{EDGE}?(?:the[ ])?{_EARLY}(?P<nth>\d\d?(?:st|nd|rd|th)|"
        r"seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[ -]century\b",
        read=_century,
    ),
    Rule(
        name="years",
        pattern=r"(?P<year>(?:1[5-9]|20)\d\d)(?:[-–/]|[ ](?:to|through)[ ])"
        r"(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\d%-]|[,.]\d)\b",
        read=_years,
    ),
    Rule(
        name="named year",
        pattern=rf"(?:{EDGE}|(?:fiscal|financial|calendar)[ ](?:year[ ])?|FY|the[ ]year[ ])"
        rf"(?P<year>{YEAR})(?![-–]\d)",
        read=_year,
    ),
    Rule(
        name="spelled year",
        pattern=rf"(?:the[ ]year[ ])?(?P<words>{_SPELLED})\b",
        read=_spelled_year,
    ),
    Rule(
        name="year",
        pattern=r"(?P<year>(?!(?:19|20)00[ ][a-z]+s\b)(?:19|20)\d\d)(?!\d|[,.:/–-]\d|[ ]?%)"
        r"(?![ ]?(?-i:k?[mgW]|kg|GMT|hours|ft|hrs)\b)\b",
        read=_year,
    ),
    Rule(
        name="old year",
        pattern=r"(?:(?<=\bin[ ])|(?<=\bsince[ ])|(?<=\bof[ ]))(?P<year>1[0-8]\d\d)\b"
        r"(?!,\d|[ ]\w+s\b)",
        read=_year,
    ),
)
