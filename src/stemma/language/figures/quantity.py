"""Quantities in plain text: number, range, bound, currency or unit; no model is needed."""

import re
from dataclasses import dataclass
from functools import cache

from stemma.language.figures.tables import (
    bound_pattern,
    bounds,
    currencies,
    currency_pattern,
    unit_pattern,
    units,
)
from stemma.language.numerals import DIGITS, SHORT_SCALES, WORDS, read_number
from stemma.model.figure import Bound

_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)s?"
_SHORT = r"(?-i:[mM]n?|mln|bn|BN|Bn|tn|[kK]|B)(?![\w-])"
_PLURALS = {
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "tens of thousands": 2e4,
    "hundreds of thousands": 2e5,
    "millions": 2e6,
    "tens of millions": 2e7,
    "hundreds of millions": 2e8,
    "billions": 2e9,
    "tens of billions": 2e10,
    "hundreds of billions": 2e11,
    "trillions": 2e12,
}
"""Unnumbered plurals: at least two of them."""
_FRACTIONS = {
    "half": 50.0,
    "a third": 100 / 3,
    "one third": 100 / 3,
    "two thirds": 200 / 3,
    "a quarter": 25.0,
    "one quarter": 25.0,
    "three quarters": 75.0,
    "a fifth": 20.0,
    "one fifth": 20.0,
    "two fifths": 40.0,
    "three fifths": 60.0,
    "four fifths": 80.0,
    "a tenth": 10.0,
    "one tenth": 10.0,
    "nine tenths": 90.0,
}
"""Parts of a whole, in percent."""
_CENTS = {
    "cent": ("USD", 0.01),
    "penny": ("GBP", 0.01),
    "pence": ("GBP", 0.01),
    "eurocent": ("EUR", 0.01),
}
_POUND_SCALE = 1e5
_LEAST_WON = 100
_COUNTED_NEXT = re.compile(r"[ ](?:people|\w+s\b)|[ ]?(?:dollar|euro|pound)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity as it is written, ``[start, end)`` in code points.

    ``number_start`` to ``number_end`` is the number alone, with its scale word, without bound
    and unit. ``unit`` is a currency code or a symbol; a unit before the number counts too.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: float
    high: float | None
    unit: str | None
    bound: Bound
    plain: bool
    """Whether this is a bare number, with no sign, scale or bound that makes it a quantity."""


@cache
def _pattern() -> re.Pattern[str]:
    money = rf"(?:{currency_pattern(signs=True)})[ ]?"
    name = rf"(?:{currency_pattern(signs=False)}|cent|penny|pence|eurocent)s?"
    long_unit = rf"(?:{unit_pattern(long=True)})s?"
    number = rf"(?:{DIGITS}|{WORDS})"
    plurals = "|".join(sorted(_PLURALS, key=len, reverse=True)).replace(" ", "[ ]")
    fractions = "|".join(sorted(_FRACTIONS, key=len, reverse=True)).replace(" ", "[ -]")
    return re.compile(
        rf"""
        (?<![\w.,/:'’@#-])
        (?:(?P<bound>{bound_pattern("before")})(?:[ ]|(?<=~)))?
        (?:(?P<fraction>{fractions})(?=[ ]of[ ])
          |(?P<plural>{plurals})\b
          |(?:(?P<between>between|from)[ ])?
           (?P<money>(?-i:{money}))?
           (?P<number>(?P<low>{number})(?:[ -]?(?P<low_scale>{_SCALE}\b|{_SHORT}))?)
           (?P<low_unit>%|[ ]?(?-i:km|kg|mm|cm)\b(?=-|–|[ ]to))?
           (?:(?:[ ]?[-–—][ ]?|[ ](?:to|or)[ ]|(?P<and>[ ]and[ ]))(?-i:{money})?
              (?P<top>(?P<high>{number})(?:[ -]?(?P<high_scale>{_SCALE}\b|{_SHORT}))?))?
        )
        (?P<plus>\+)?
        (?:(?P<suffix>%|°[CF]?|ºC|[ -]?(?:(?-i:{unit_pattern(long=False)})(?![\w²])|{long_unit}\b)
            |(?-i:(?<=\d)[mCFgt](?![\w²-]))
            |[ ]?(?-i:{currency_pattern(signs=True)})(?!\w)|[ -]?{name}\b))?
        (?:,?[ ](?P<after>{bound_pattern("after")})\b)?
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find what looks like a quantity, in text order; the caller decides which are figures."""
    found: list[Quantity] = []
    place = 0
    pattern = _pattern()
    while (match := pattern.search(text, place)) is not None:
        quantity = _read(text, match)
        if quantity is None:
            place = max(match.start() + 1, match.end("low") if match["low"] else match.end())
            continue
        found.append(quantity)
        place = max(quantity.end, match.start() + 1)
    return tuple(found)


def _scaled(words: str, scale: str | None) -> float | None:
    value = read_number(words)
    if value is None or scale is None:
        return value
    factor = SHORT_SCALES.get(scale.lower()) or read_number(scale.lower().rstrip("s"))
    return value * factor if factor else value


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    end = match.end()
    if match["plural"]:
        return _vague(match, _PLURALS[match["plural"].lower()], "at_least", None)
    if match["fraction"]:
        value = _FRACTIONS[match["fraction"].lower().replace("-", " ")]
        return _vague(match, value, "exact", "%")
    return _numbered(text, match, end)


def _vague(match: re.Match[str], value: float, bound: Bound, unit: str | None) -> Quantity:
    told = bounds()[match["bound"].lower()] if match["bound"] else bound
    group = "plural" if match["plural"] else "fraction"
    return Quantity(
        start=match.start(),
        end=match.end(group),
        number_start=match.start(group),
        number_end=match.end(group),
        value=value,
        high=None,
        unit=unit,
        bound=told,
        plain=False,
    )


def _numbered(text: str, match: re.Match[str], end: int) -> Quantity | None:
    low = _low(text, match)
    if low is None or (
        end < len(text) and text[match.end("number")].isalnum() and not match["suffix"]
    ):
        return None
    high = _high(match, low)
    if high is not None and match["high_scale"] and not match["low_scale"]:
        low = _shared_scale(low, match)
    number_end = match.end("top") if high is not None else match.end("number")
    if match["top"] and high is None:
        end = match.end("low_unit") if match["low_unit"] else match.end("number")
    suffix = match["suffix"] if high is not None or not match["top"] else match["low_unit"]
    if match["low_scale"] == "m" and not match["money"] and low == read_number(match["low"]):
        suffix = "m"
    unit, factor = _unit(match["money"], suffix, low)
    bound = _bound(match) if end == match.end() else _bound(match, after=False)
    bare = not (
        match["money"] or suffix or match["bound"] or match["low_scale"] or high is not None
    )
    start = match.start()
    if match["between"] and high is None:
        start = match.start("money") if match["money"] else match.start("number")
        bound = "exact" if not match["bound"] else bound
    return Quantity(
        start=start,
        end=end,
        number_start=match.start("number"),
        number_end=number_end,
        value=round(low * factor, 10),
        high=None if high is None else round(high * factor, 10),
        unit=unit,
        bound=bound,
        plain=bare,
    )


def _high(match: re.Match[str], low: float) -> float | None:
    """Give the upper end of a range, if it is one."""
    if not match["top"] or (match["and"] and (match["between"] or "").lower() != "between"):
        return None
    high = _scaled(match["high"], match["high_scale"])
    return high if high is not None and high > low else None


def _shared_scale(low: float, match: re.Match[str]) -> float:
    """Read the scale of the upper end for both: "5 to 10 million"."""
    bare, factor = read_number(match["high"]), _scaled("1", match["high_scale"])
    return low * factor if bare is not None and factor and low < bare else low


def _low(text: str, match: re.Match[str]) -> float | None:
    """Give the lower end; a bare "300m" is metres unless something is counted after it."""
    if (
        match["low_scale"] == "m"
        and not match["money"]
        and not _COUNTED_NEXT.match(text, match.end())
    ):
        return read_number(match["low"])
    return _scaled(match["low"], match["low_scale"])


def _bound(match: re.Match[str], *, after: bool = True) -> Bound:
    if after and match["plus"]:
        return "at_least"
    if after and match["after"]:
        return bounds()[match["after"].lower()]
    return bounds()[match["bound"].lower()] if match["bound"] else "exact"


def _unit(money: str | None, suffix: str | None, value: float) -> tuple[str | None, float]:
    """Give the unit and the factor to it ("cents": a hundredth of a dollar)."""
    if money:
        return currencies()[money.strip().lower()], 1.0
    if not suffix:
        return None, 1.0
    word = suffix.strip(" -")
    singular = word[:-1] if word.lower().endswith("s") and len(word) > len("mps") else word
    for form in (word, singular, word.lower(), singular.lower()):
        if form in units() and not (form == "pound" and value >= _POUND_SCALE):
            return units()[form], 1.0
        if form.lower() in _CENTS:
            return _CENTS[form.lower()]
        if form.lower() in currencies() and not (form.lower() == "won" and value < _LEAST_WON):
            return currencies()[form.lower()], 1.0
    return ("GBP", 1.0) if singular.lower() == "pound" else (None, 1.0)
