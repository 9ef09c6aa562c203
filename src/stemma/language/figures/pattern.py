"""The pattern of a quantity in text, and the amounts that have no number."""

import re
from functools import cache

from stemma.language.figures.tables import (
    bound_pattern,
    currency_pattern,
    millions_pattern,
    unit_pattern,
)
from stemma.language.numerals import DIGITS, WORDS

_SCALE = (
    r"(?:hundred|thousand|lakh|million|crore|billion|trillion|dozen)s?"
    r"(?:[ ](?:thousand|million|crore))?"
)
_SHORT = r"(?-i:[mM]n?|mln|mil|bn|BN|Bn|bln|tn|tln|[kK]|(?<=\d)[bB])(?!\w|-(?![$£€\d]))"
PLURALS = {
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
PART = r"[1-9]/[2-9](?=[ -][a-z])"
"""A part in digits, which may be a date: "1/4 mile", "1/6 committee"."""

FRACTIONS = {
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


_BEFORE_ARTICLE = ("almost", "nearly", "about", "roughly", "more than", "less than", "at least")
"""Bounds that may have an article after them: "nearly a 10% drop"; not "over a 12-month period"."""


@cache
def quantity_pattern() -> re.Pattern[str]:
    """Give the pattern of a quantity: bound, number or range, currency or unit, bound after."""
    codes = rf"(?:{currency_pattern(signs=True)}|{millions_pattern()})"
    money = rf"{codes}[ ]?"
    name = rf"(?:{currency_pattern(signs=False)}|cent|penny|pence|eurocent)s?"
    long_unit = rf"(?:{unit_pattern(long=True)})s?"
    number = rf"(?:{PART}|{DIGITS}|{WORDS})"
    article = "".join(["(?:", "|".join(rf"(?<={word}[ ])" for word in _BEFORE_ARTICLE), ")"])
    plurals = "|".join(sorted(PLURALS, key=len, reverse=True)).replace(" ", "[ ]")
    fractions = "|".join(sorted(FRACTIONS, key=len, reverse=True)).replace(" ", "[ -]")
    return re.compile(
        rf"""
        (?<![\w.,/:'’@#-])
        (?:(?P<bound>{bound_pattern("before")})(?:[ ](?:{article}an?[ ](?=[$£€\d]))?|(?<=~)))?
        (?:(?P<fraction>{fractions})(?=[ ]of[ ])
          |(?P<part>(?P<some>{number})[ ](?:in|out[ ]of)[ ](?:every[ ])?(?P<whole>{number})
            (?=[ ][a-z]))
          |(?P<plural>{plurals})\b(?:[ ]of[ ](?P<plural_unit>{long_unit}|{name})\b)?
          |(?:(?P<between>between|from)[ ])?
           (?P<money>(?-i:{money}))?
           (?P<sign>(?-i:[-−])(?=\d)|minus[ ]|negative[ ])?
           (?P<number>(?P<low>{number})(?:[ -]?(?P<low_scale>{_SCALE}\b|{_SHORT}))?)
           (?P<low_unit>%|[ ]per[ ]?cent(?=[ ]to)|[ ]?(?-i:km|kg|mm|cm)\b(?=-|–|[ ]to))?
           (?:(?P<join>[ ]?[-–—][ ]?|[ ](?:to|or)[ ]|(?P<and>[ ]and[ ]))
              (?P<top_money>(?-i:{money}))?
              (?P<top>(?P<high>{number})(?:[ -]?(?P<high_scale>{_SCALE}\b|{_SHORT}))?))?
        )
        (?P<plus>[ ]?\+(?![ ]?\d))?
        (?:(?P<suffix>%|°[CF]?|ºC|[ -]?(?:(?-i:{unit_pattern(long=False)})(?![\w²])|{long_unit}\b)
            |(?-i:(?<=\d)[mCFgt](?![\w²-]))
            |[ ]?(?-i:{codes})(?!\w)|[ -]?{name}\b)
            (?:[ ](?P<late_scale>thousand|million|billion|trillion)\b)?)?
        (?:,?[ ](?P<after>{bound_pattern("after")})\b)?
        """,
        re.IGNORECASE | re.VERBOSE,
    )
