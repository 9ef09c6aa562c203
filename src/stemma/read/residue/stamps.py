"""Clock times, ages and dates that pages print beside their teasers and articles."""

import re

from stemma.read.shape import ends_flat, words_of

_UNIT = r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|wk|month|year|yr)s?"
_AGO = re.compile(
    rf"^(?P<label>[^\d|]{{0,40}}?)\W*(?:updated |posted |published )?(?:about )?"
    rf"(?:an?|\d{{1,3}}) ?{_UNIT} ago\)?(?:\s*[|·•–—/-]\s*.{{0,40}})?$",
    re.IGNORECASE,
)
_SHORT_AGO = re.compile(
    r"^\d{1,3} ?[smhdw](?: ago)?$|^just now$|^\d{1,3} ?(?:mins?|hrs?)$", re.IGNORECASE
)
_TIME = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?(?: ?[ap]\.?m\b\.?)?"
_CLOCK = re.compile(rf"^{_TIME}(?: \(?[A-Z]{{2,4}}\)?)?$", re.IGNORECASE)
_TIMED = re.compile(rf"^{_TIME}(?: ?[-–|•:])? [A-Z“‘\"'].{{8,160}}$")
_AGED = re.compile(
    rf"^.{{10,160}}\W(?:an?|\d{{1,3}}) ?(?:{_UNIT}|[mhdw]) ago\)?$|"
    rf"^.{{10,160}}\W\(\d{{1,3}} ?(?:{_UNIT}|[mhdw])\)$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"^(?:first |last )?(?:updated|published|posted|modified)\b(?: on| at)?:?\s.{0,60}"
    r"\d.{0,40}[^.]$|"
    r"^this (?:story|article|post|report|page) was (?:originally |first |last )?"
    r"(?:published|updated|posted)\b.{0,60}\d.{0,40}$",
    re.IGNORECASE,
)
_PIECES_OF_DATE = re.compile(
    rf"\b(?:{_TIME}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|\d{1,2}(?:st|nd|rd|th)?|\d{4}|"
    r"[ap]\.?m|at|on|date|updated|published|posted|last|first|modified|"
    r"gmt|utc|bst|cet|cest|est|edt|et|pst|pdt|pt|ct|ist|sgt|hkt|jst|aest|aedt|wat|eat|cat|z|t)\b"
    r"|[\s,.:|()/–—-]",
    re.IGNORECASE,
)
_MONTH_OR_ISO = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d{4}-\d\d-\d\d", re.IGNORECASE
)
_LONGEST_STAMP = 120  # code points
_LONGEST_LABEL = 3  # words before an age
_LONGEST_TEASER = 24  # words
_LONGEST_DATE = 15


def is_clock(line: str) -> bool:
    """Tell whether a line is a clock time."""
    return bool(_CLOCK.match(line))


def is_stamp(line: str) -> bool:
    """Tell whether a line is a clock time or an age ("10:20", "Politics20 hours ago")."""
    if len(line) > _LONGEST_STAMP:
        return False
    if _CLOCK.match(line) or _SHORT_AGO.match(line):
        return True
    match = _AGO.match(line)
    return bool(match) and len(words_of(match["label"])) <= _LONGEST_LABEL and not ends_flat(line)


def is_stamped_teaser(line: str) -> bool:
    """Tell whether a line is a headline with its clock time before or its age behind it."""
    if ends_flat(line) or len(words_of(line)) > _LONGEST_TEASER:
        return False
    return bool(_TIMED.match(line) or _AGED.match(line))


def is_date_line(line: str) -> bool:
    """Tell whether a line only dates the page ("Updated: Tue 10 March 2026 11:42 GMT")."""
    short = len(words_of(line)) <= _LONGEST_DATE
    return short and (bool(_DATED.match(line)) or is_bare_date(line))


def is_bare_date(line: str) -> bool:
    """Tell whether a line is a date, with or without its time, and nothing else."""
    if len(words_of(line)) > _LONGEST_DATE or not any(map(str.isdigit, line)):
        return False
    return bool(_MONTH_OR_ISO.search(line)) and not _PIECES_OF_DATE.sub("", line)
