"""Numbers in digits and in words: the pattern that finds them and the value they have.

``12,000``, ``56.2``, ``5 1/2``, ``twenty-six``, ``a hundred and thirty``, ``two dozen``, ``1.5
million``, ``half a million``, ``two thirds``, ``nine point five``, ``3 crore``. Vague amounts
("several", "a few", "dozens") have no value here.
"""

import re

_ONES = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
_TEENS = "|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NTHS = "half|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
_HIGHER_NTHS = "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"

SMALL = {word: float(value) for value, word in enumerate((_ONES + _TEENS).split("|"))} | {
    word: 10.0 * value for value, word in enumerate(_TENS.split("|"), start=2)
}
"""Number words below a hundred."""

SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
"""Words that multiply what stands before them."""

SHORT_SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9,
    "tn": 1e12, "tln": 1e12,
}  # fmt: skip
"""Letters that do the same when they follow digits."""

PARTS = {
    word: 1 / value for value, word in enumerate((_NTHS + _HIGHER_NTHS).split("|"), start=2)
} | {"quarter": 0.25, "hundredth": 0.01, "thousandth": 0.001, "halve": 0.5}
"""What "third" in "two thirds" is, by its singular."""

_SIGNS = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 1 / 5,
    "⅙": 1 / 6,
    "⅛": 1 / 8,
}
_SIGN = "[" + "".join(_SIGNS) + "]"


def _longest_first(words: dict[str, float]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SMALL, _SCALE, _PART = _longest_first(SMALL), _longest_first(SCALES), _longest_first(PARTS)

DIGITS = (
    r"(?:\d{1,3}(?:,\d{3}){1,6}(?!,?\d)|\d{1,2}(?:,\d\d){1,6},\d{3}(?!\d)"
    r"|\d{1,3}(?:[ ]\d{3}){2,6}(?!\d)|\d+)"
    rf"(?:\.\d+|[ ]?{_SIGN}|[ -][1-9]/[2-9](?![\d/]))?|{_SIGN}|\.\d+"
)
"""A number in digits: ``12,000``, ``56.2``, ``5 1/2``, ``12,34,567``, ``1 234 567``, ``.5``."""

_AND_MORE = rf"[ ]and[ ](?:an?|one)[ ](?:half|quarter)(?:[ ](?:{_SCALE})\b)?"
_AFTER_SCALE = "(?:" + "|".join(rf"(?<={word}[ -])|(?<={word}s[ -])" for word in SCALES) + ")"
"""Where "and" goes on with a number: "two hundred and ten", not "between two and ten"."""

WORDS = (
    rf"(?:(?:half|quarter)[ ](?:an?[ ])?(?:{_SCALE})\b"
    rf"|(?:(?:{_SMALL})\b|an?(?=[ ](?:{_SCALE}|half|(?:{_PART})\b)))"
    rf"(?:[ -](?:{_AFTER_SCALE}and[ ](?=(?:an?[ ])?(?:{_SMALL}|{_SCALE})\b))?"
    rf"(?:an?[ ](?={_SCALE}))?"
    rf"(?:{_SMALL}|{_SCALE})\b){{0,12}}"
    rf"(?:[ -](?:and[ ]an?[ ])?(?:{_PART})s?\b(?:[ ](?:{_SCALE})\b)?(?![ -](?:{_PART})))?"
    rf"(?:[ ]point(?:[ ](?:{_SMALL})\b){{1,9}})?(?:{_AND_MORE})?)"
)
"""A number in words; it begins and ends at a word's edge.

Repetition is bounded, so that no text takes more than linear time.
"""

NUMBER = rf"(?:(?:{DIGITS})(?:[ -](?:{_SCALE})\b(?:{_AND_MORE})?)?|{WORDS})"
"""Either of them, digits also with a scale word: ``1.5 million``."""

_TEN, _TWENTY = 10, 20
_PIECE = re.compile(
    rf"(?P<top>\d+)/(?P<bottom>[1-9]\d*)|(?P<digits>\d[\d,]*(?:\.\d+)?|\.\d+)|(?P<sign>{_SIGN})"
    r"|(?P<word>[a-z]+)",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<=\d)[ ](?=\d{3}(?![\d/]))")


class _Sum:
    """A number that is being added up, word by word; "lakh crore" multiplies."""

    __slots__ = ("current", "last_scale", "seen", "total")

    def __init__(self) -> None:
        self.total, self.current, self.last_scale, self.seen = 0.0, 0.0, 1.0, False

    def add(self, value: float) -> None:
        self.current += value
        self.seen = True

    def fits(self, value: float) -> bool:
        """Whether a word below a hundred can follow: "twenty six", not "six twenty"."""
        rest = self.current % 100
        return not rest or (rest >= _TWENTY and rest % _TEN == 0 and 0 < value < _TEN)

    def scale(self, factor: float) -> None:
        if not self.current and self.total:
            self.total *= factor
            return
        self.current = (self.current if self.seen and self.current else 1.0) * factor
        self.seen, self.last_scale = True, factor
        if factor >= SCALES["thousand"]:
            self.total, self.current = self.total + self.current, 0.0

    def part(self, value: float) -> None:
        """Take "third": of what was counted so far, or, after a scale word, of the scale."""
        if not self.current and self.total:
            self.total += value * self.last_scale
        else:
            self.current = (self.current or 1.0) * value
        self.seen = True


def read_number(text: str) -> float | None:
    """Give the value of what ``NUMBER`` matches; None for words that are no number.

    A letter right after digits scales them (``10k``, ``€1bn``). Words that do not make one number
    ("one two") have none.
    """
    lower = _SPACED.sub("", text.lower())
    if " and a" in lower or " and one half" in lower:
        return _with_part(lower)
    if " point " in lower:
        whole, places = lower.split(" point ", 1)
        return _with_places(read_number(whole), places.split())
    return _add_up(lower)


def _with_part(lower: str) -> float | None:
    """Read "two and a half", "3 million and a half", "two and a half million"."""
    match = re.fullmatch(rf"(.*?) and (?:an?|one) ({_PART})s?(?: ({_SCALE})s?)?", lower)
    if match is None:
        return _add_up(lower)
    whole = _add_up(match[1])
    if whole is None:
        return None
    scales = re.findall(rf"\b(?:{_SCALE})\b", match[1])
    factor = SCALES[scales[-1]] if scales and not match[3] else 1.0
    value = whole + PARTS[match[2]] * (factor if factor >= SCALES["thousand"] else 1.0)
    return value * (SCALES[match[3]] if match[3] else 1.0)


def _with_places(whole: float | None, words: list[str]) -> float | None:
    """Add decimal places that are told in words: "nine point five"."""
    if whole is None or not all(word in SMALL for word in words):
        return None
    places = "".join(f"{SMALL[word]:.0f}" for word in words)
    return whole + float(f"0.{places}")


def _add_up(lower: str) -> float | None:
    number = _Sum()
    for piece in _PIECE.finditer(lower):
        if piece["digits"]:
            number.add(float(piece["digits"].replace(",", "")))
        elif piece["top"]:
            number.add(int(piece["top"]) / int(piece["bottom"]))
        elif piece["sign"]:
            number.add(_SIGNS[piece["sign"]])
        elif not _add_word(number, piece["word"]):
            return None
    return number.total + number.current if number.seen else None


def _add_word(number: _Sum, word: str) -> bool:
    """Take one word; False where it cannot stand in a number, or not at this place."""
    singular = word.removesuffix("s")
    if word in SMALL:
        if not number.fits(SMALL[word]):
            return False
        number.add(SMALL[word])
    elif word == "half" and not number.seen:
        number.add(PARTS["half"])
    elif (factor := SCALES.get(word) or SHORT_SCALES.get(word)) is not None:
        number.scale(factor)
    elif singular in PARTS:
        number.part(PARTS[singular])
    else:
        return word in {"a", "an", "and"}
    return True
