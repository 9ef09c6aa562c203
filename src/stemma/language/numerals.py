"""Numbers in digits and in words: the pattern that finds them and the value they have.

``12,000``, ``56.2``, ``twenty-six``, ``a hundred and thirty``, ``two dozen``, ``1.5 million``,
``half a million``. Vague amounts ("several", "a few", "dozens") have no value here.
"""

import re

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

SMALL = {word: float(value) for value, word in enumerate(_ONES)} | {
    word: 10.0 * value for value, word in enumerate(_TENS, start=2)
}
"""Number words below a hundred."""

SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
"""Words that multiply what stands before them."""

SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}
"""Letters that do the same when they follow digits."""

_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
"""Signs for parts of one."""

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!,?\d)|\d+)(?:\.\d+|[ ]?[½¼¾⅓⅔]|[ -][1-9]/[2-9](?![\d/]))?"
"""A number in digits: ``12,000``, ``56.2`` or ``5 1/2``."""

WORDS = (
    rf"(?:half[ ]an?[ ](?:{_SCALE})"
    rf"|(?:(?:{_SMALL})|(?:an?|half)(?=[ ](?:{_SCALE})\b))"
    rf"(?:[ -](?:and[ ](?=(?:a[ ])?(?:{_SMALL}|{_SCALE}|half)\b))?(?:{_SMALL}|{_SCALE})\b)*"
    rf"(?:[ ]and[ ]a[ ]half(?:[ ](?:{_SCALE})\b)?)?)"
)
"""A number in words; it begins and ends at a word's edge."""

NUMBER = rf"(?:(?:{DIGITS})(?:[ -](?:{_SCALE})\b)?|{WORDS})"
"""Either of them, digits also with a scale word: ``1.5 million``."""

_TEN, _TWENTY = 10, 20
_PIECE = re.compile(
    r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?!/)|(?P<top>\d+)/(?P<bottom>[1-9]\d*)|(?P<sign>[½¼¾⅓⅔])"
    r"|(?P<word>[a-z]+)",
    re.IGNORECASE,
)


def read_number(text: str) -> float | None:
    """Give the value of what ``NUMBER`` matches; None for words that are no number.

    A letter right after digits scales them (``10k``, ``€1bn``). Words that do not make one number
    ("one two") have none.
    """
    total, current, seen = 0.0, 0.0, False
    for piece in _PIECE.finditer(text.lower()):
        if piece["digits"]:
            current += float(piece["digits"].replace(",", ""))
            seen = True
            continue
        if piece["top"] or piece["sign"]:
            current += FRACTIONS.get(piece["sign"] or "") or int(piece["top"]) / int(
                piece["bottom"]
            )
            seen = True
            continue
        word = piece["word"]
        if word in SMALL:
            if seen and 0 < current % 100 and not (current % 100 >= _TWENTY and SMALL[word] < _TEN):
                return None
            current += SMALL[word]
            seen = True
        elif word == "half":
            current = current + 0.5
            seen = True
        elif (scale := SCALES.get(word) or SHORT_SCALES.get(word)) is not None:
            current = (current if seen and current else 1.0) * scale
            seen = True
            if scale >= SCALES["thousand"]:
                total, current = total + current, 0.0
        elif word not in {"a", "an", "and"}:
            return None
    return total + current if seen else None
