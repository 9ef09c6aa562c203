"""The vocabulary of dates: names to numbers, and the pattern of each kind of word."""

from stemma.language.moments.expression import Unit

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

MONTHS: dict[str, int] = {name[:3]: number for number, name in enumerate(_MONTH_NAMES, start=1)}
"""Months by their first three letters."""

WEEKDAYS: dict[str, int] = {name[:3]: number for number, name in enumerate(_WEEKDAY_NAMES)}
"""Weekdays by their first three letters; Monday is 0."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Seasons as EDTF numbers them."""

ORDINALS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first",
        ],
        start=1,
    )
}
"""Ordinal words that can name a day of a month."""

UNITS: dict[str, Unit] = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "night": "day",
    "week": "week",
    "fortnight": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "centurie": "century",
    "summer": "season",
    "winter": "season",
    "hr": "hour",
    "min": "minute",
    "sec": "second",
    "yr": "year",
}
"""Units by their singular; "centurie" is what is left of "centuries"."""

PERIOD_WORDS: dict[str, tuple[int, Unit]] = {
    "hourly": (1, "hour"),
    "daily": (1, "day"),
    "nightly": (1, "day"),
    "weekly": (1, "week"),
    "biweekly": (2, "week"),
    "fortnightly": (2, "week"),
    "monthly": (1, "month"),
    "yearly": (1, "year"),
    "annually": (1, "year"),
}
"""Adverbs that say how often."""

DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
"""Decades of the last century, in words."""

# "may", "march" and "mar" are other words unless they are written with a capital letter
_SHORT_MONTHS = ["Jan", "Feb", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"]
_EITHER_CASE = "|".join(_SHORT_MONTHS + [name.upper() for name in _SHORT_MONTHS])

# "may", "march" and "mar" are other words unless they are written with a capital letter
MONTH = (
    r"(?:(?-i:M(?:ay|AY|arch|ARCH)\b|(?:Mar|MAR)\b\.?)"
    r"|(?:january|february|april|june|july|august|september|october|november|december)\b"
    rf"|(?-i:{_EITHER_CASE})\b\.?)"
)
"""A month that stands beside a day or a year."""

SURE_MONTH = (
    r"(?-i:January|February|July|September|October|November|December|Sept\.|Oct\.|Nov\.|Dec\.)"
)
"""A month that can stand alone; the others are also names of people or other words."""

SHY_MONTH = r"(?-i:March|April|May|June|August)"
"""A month that needs a preposition or a word like "last" before it."""

WEEKDAY = (
    r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
)
"""A weekday that can stand alone."""

SHORT_WEEKDAY = r"(?-i:(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
"""A weekday that needs a date after it."""

_ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True)).replace("-", "[ -]")
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL_WORDS})"
"""The fifth, the 5th."""

SEASON = r"(?:spring|summer|autumn|fall|winter)"
"""A season."""

PART = r"(?:morning|afternoon|evening|night|lunchtime|noon|midday|midnight)"
"""A part of the day."""

UNIT = (
    r"(?:minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century|centurie)"
)
"""A unit, to which a plural s may be added; "second" is too often an ordinal."""

VAGUE_AMOUNT = r"(?:several|a[ ]few|few|many|some|a[ ]couple(?:[ ]of)?|a[ ]number[ ]of|countless)"
"""An amount without a value, but for "a couple"."""

ZONE = (
    r"(?:GMT|UTC|BST|CET|CEST|EET|MSK|IST|JST|KST|SGT|HKT|AEST|AEDT|[ECMP][SD]?T"
    r"|(?:local|eastern|central|pacific|mountain|moscow|london|beijing|kyiv|paris)[ ]time)\b"
)
"""A time zone as news writes it."""


def month_number(word: str) -> int:
    """Tell which month a month's name or abbreviation means."""
    return MONTHS[word[:3].lower()]


def weekday_number(word: str) -> int:
    """Tell which day of the week a name or abbreviation means; Monday is 0."""
    return WEEKDAYS[word[:3].lower()]


def ordinal_number(word: str) -> int:
    """Tell which number an ordinal, in digits or words, or plain digits have."""
    digits = word.rstrip("stndrhSTNDRH")
    return int(digits) if digits.isdecimal() else ORDINALS[word.lower().replace(" ", "-")]


def unit_of(word: str) -> Unit:
    """Tell which unit a word means, singular or plural."""
    lower = word.lower()
    return UNITS[lower] if lower in UNITS else UNITS[lower.rstrip("s")]


YEAR = r"(?:1[5-9]|20)\d\d(?!\d|[,.]\d|[ ]?%|[ ]per[ ]?cent)\b"
"""A year in four digits, 1500 to 2099."""

DASH = r"(?:[ ]?[-–—][ ]?|[ ](?:to|through|until|till)[ ])"
"""What stands between the ends of a range."""

WHOSE_YEAR = r"(?:,?[ ](?:of[ ])?(?P<whose>last|this|next)[ ]year\b(?!['’]s))"
"""A year named by its place: "of last year"."""

WHOSE_YEAR_OFFSETS = {"last": -1, "this": 0, "next": 1}
"""How far that year is from the year of the reference."""

EDGE = (
    r"(?P<modifier>(?:the[ ])?(?:very[ ])?(?:early|late|mid|(?:beginning|middle|start|end|close"
    r"|turn|eve|rest|remainder|early[ ]part|late[ ]part|first[ ]days|last[ ]days)[ ]of)"
    r"[ -]+(?:in[ ])?(?:the[ ])?)"
)
"""Which end of a period is meant; values do not carry it."""

WHICH = (
    r"(?P<which>(?:this[ ]past|this[ ]coming|the[ ]previous|the[ ]following|last|this|next"
    r"|past|coming))"
)
"""Which of several is meant, counted from now."""


def which_offset(words: str) -> int:
    """Count how many steps from now "last" (-1), "this" (0) and "next" (1) mean."""
    last = words.lower().split()[-1]
    return {"this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}.get(last, -1)
