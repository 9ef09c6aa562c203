"""Quantities in plain text: number, range, bound, currency or unit; no model is needed."""

import re
from dataclasses import replace

from stemma.language.figures.amount import Quantity, join
from stemma.language.figures.pattern import FRACTIONS, PLURALS, quantity_pattern
from stemma.language.figures.tables import bounds, currencies, units
from stemma.language.numerals import SCALES, SHORT_SCALES, read_number
from stemma.model.figure import Bound

_CENTS = {
    "cent": ("USD", 0.01),
    "penny": ("GBP", 0.01),
    "pence": ("GBP", 0.01),
    "eurocent": ("EUR", 0.01),
}
_BLANKS = {0xA0: " ", 0x2007: " ", 0x2009: " ", 0x202F: " "}
_THIN = re.compile("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3}(?!\\d))")
"""A blank that parts thousands; it is read as a comma, which is as long."""

_LARGEST_WHOLE = 1e7
_PAID = re.compile(
    r"\b(?:fined?|pa(?:y|ys|id|ying)|costs?|prices?|worth|earn\w*|salar\w+|spen[dt]\w*|bail|debts?|loans?"
    r"|compensation|wages?|sold|bought|budget)\b[^.;\n]*$",
    re.IGNORECASE,
)
_LEAST_WON = 100
_COUNTED_NEXT = re.compile(
    r"[ ](?:people|(?!(?:is|was|has|as|this|its|his|us|less|across|plus|versus|towards)\b)\w+s\b)"
    r"|[ ]?(?:dollar|euro|pound)"
)
_TALLY_BEFORE = re.compile(
    r"\b(?:numbers? of|populations?|audiences?|subscribers|users|viewers|passengers|visitors"
    r"|revenues?|profits?|sales|turnover)\b[^.;:\n]*$",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset({"under", "below", "over", "above", "within"})
_MEASURED_NEXT = re.compile(
    r"(?:[ -](?:and a half|full|more|whole))?[ -]"
    r"(?:(?:second|minute|hour|day|week|month|year|decade)s?|centuries|people|persons|children|women|men|times)\b",
    re.IGNORECASE,
)
_FEW = 10
_PART = re.compile(r"\d/\d")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find what looks like a quantity, in text order; the caller decides which are figures."""
    text = _THIN.sub(",", text).translate(_BLANKS)
    found: list[Quantity] = []
    place = 0
    pattern = quantity_pattern()
    while (match := pattern.search(text, place)) is not None:
        quantity = _read(text, match)
        if quantity is None:
            place = max(match.start() + 1, match.end("low") if match["low"] else match.end())
            continue
        joined = join(text, found[-1], quantity) if found else None
        if joined is not None:
            found.pop()
        found.append(joined or quantity)
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
        return _plural(match)
    if match["fraction"]:
        value = FRACTIONS[match["fraction"].lower().replace("-", " ")]
        return _vague(match, value, "exact", "%")
    if match["part"]:
        return _part(match)
    return _numbered(text, match, end)


def _plural(match: re.Match[str]) -> Quantity:
    """Read "dozens", "hundreds of miles", "billions of dollars"."""
    least = PLURALS[match["plural"].lower()]
    unit, factor = _unit(None, match["plural_unit"], least)
    return replace(
        _vague(match, least * factor, "at_least", unit),
        end=match.end("plural_unit") if match["plural_unit"] else match.end("plural"),
    )


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


def _part(match: re.Match[str]) -> Quantity | None:
    """Read "one in five people" as a percentage."""
    some, whole = read_number(match["some"]), read_number(match["whole"])
    bound = bounds()[match["bound"].lower()] if match["bound"] else "exact"
    if some is None or whole is None:
        return None
    if not 0 < some < whole <= _LARGEST_WHOLE:
        return Quantity(
            start=match.start(),
            end=match.end("some"),
            number_start=match.start("some"),
            number_end=match.end("some"),
            value=some,
            high=None,
            unit=None,
            bound=bound,
            plain=not match["bound"],
        )
    return Quantity(
        start=match.start(),
        end=match.end("part"),
        number_start=match.start("part"),
        number_end=match.end("part"),
        value=round(100 * some / whole, 10),
        high=None,
        unit="%",
        bound=bound,
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
    suffix = match["suffix"] if high is not None or not match["top"] else None
    suffix = suffix or match["low_unit"]
    if match["low_scale"] == "m" and not match["money"] and low == read_number(match["low"]):
        suffix = "m"
    unit, factor = _unit(match["money"], suffix, low)
    if unit == "lb" and suffix and "pound" in suffix.lower() and _is_money(text, match):
        unit = "GBP"
    if unit is None and _PART.fullmatch(match["low"]):
        return None
    factor = -factor if match["sign"] else factor
    if match["late_scale"] and suffix:
        factor *= SCALES[match["late_scale"].lower()]
    bound = _bound(match) if end == match.end() else _bound(match, after=False)
    bounded = match["bound"] and not _is_place(text, match, low, unit)
    told = match["money"] or suffix or bounded or match["low_scale"] or bound != "exact"
    bare = not told and high is None
    start = match.start()
    if match["bound"] and not bounded:
        start, bound = match.start("number"), "exact"
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
        dashed=high is not None and match["join"].strip() in {"-", "–", "—"} and not match["bound"],
        lettered=suffix is not None and len(suffix) == 1 and suffix.isalpha(),
    )


def _is_place(text: str, match: re.Match[str], low: float, unit: str | None) -> bool:
    """Tell "under two headings" from a bound: few things, in words, and nothing measured."""
    return (
        match["bound"].lower() in _PREPOSITIONS
        and unit is None
        and match["number"].isalpha()
        and low <= _FEW
        and not match["top"]
        and not _MEASURED_NEXT.match(text, match.end("number"))
    )


def _is_money(text: str, match: re.Match[str]) -> bool:
    """Tell pounds that are paid from pounds that are weighed."""
    if match["low_scale"] or match["high_scale"] or "million" in match["low"].lower():
        return True
    return _PAID.search(text, max(0, match.start() - 60), match.start()) is not None


def _high(match: re.Match[str], low: float) -> float | None:
    """Give the upper end of a range, if it is one."""
    if not match["top"] or (match["and"] and (match["between"] or "").lower() != "between"):
        return None
    if match["top_money"] and not match["money"]:
        return None
    high = _scaled(match["high"], match["high_scale"])
    return high if high is not None and high > low else None


def _shared_scale(low: float, match: re.Match[str]) -> float:
    """Read the scale of the upper end for both: "5 to 10 million"."""
    bare, factor = read_number(match["high"]), _scaled("1", match["high_scale"])
    return low * factor if bare is not None and factor and low < bare else low


def _low(text: str, match: re.Match[str]) -> float | None:
    """Give the lower end; "300m" is metres, and "4K" a name, unless something is counted after."""
    if (
        match["low_scale"] == "m"
        and not match["money"]
        and not _COUNTED_NEXT.match(text, match.end())
        and not _TALLY_BEFORE.search(text, max(0, match.start() - 60), match.start())
    ):
        return read_number(match["low"])
    if match["low_scale"] == "K" and not match["money"]:
        counted = match["top"] or match["suffix"] or _COUNTED_NEXT.match(text, match.end())
        return _scaled(match["low"], "k") if counted else None
    return _scaled(match["low"], match["low_scale"])


def _bound(match: re.Match[str], *, after: bool = True) -> Bound:
    if after and match["plus"]:
        return "at_least"
    if after and match["after"]:
        return bounds()[match["after"].lower()]
    return bounds()[match["bound"].lower()] if match["bound"] else "exact"


def _unit(money: str | None, suffix: str | None, value: float) -> tuple[str | None, float]:
    """Give the unit and the factor to it ("cents": a hundredth of a dollar)."""
    if not money and not suffix:
        return None, 1.0
    word = (money or suffix or "").strip(" -")
    if word[:1] == "M" and word not in units() and word[1:].lower() in currencies():
        return currencies()[word[1:].lower()], SCALES["million"]
    return (currencies()[word.lower()], 1.0) if money else _named_unit(word, value)


def _named_unit(word: str, value: float) -> tuple[str | None, float]:
    singular = word[:-1] if word.lower().endswith("s") and len(word) > len("mps") else word
    for form in (word, singular, word.lower(), singular.lower()):
        if form in units():
            return units()[form], 1.0
        if form.lower() in _CENTS:
            return _CENTS[form.lower()]
        if form.lower() in currencies() and not (form.lower() == "won" and value < _LEAST_WON):
            return currencies()[form.lower()], 1.0
    return None, 1.0
