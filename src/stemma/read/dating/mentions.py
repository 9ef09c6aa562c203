"""Dates that a text mentions, and whether it tells them as past or as still to come."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_BEFORE_WEEKDAY = rf"(?:\b{_WEEKDAY},? ?(?P<open>\()?(?:the )?)?"
_AFTER_DAY = r"(?(open)\)?)"
_PATTERNS = (
    re.compile(
        rf"{_BEFORE_WEEKDAY}\b{_MONTH} {_DAY}(?:,? (?:of )?{_YEAR}\b)?{_AFTER_DAY}", re.IGNORECASE
    ),
    re.compile(
        rf"{_BEFORE_WEEKDAY}\b{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR}\b)?{_AFTER_DAY}", re.IGNORECASE
    ),
    re.compile(rf"\b{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"),
    re.compile(rf"\b{_MONTH},? (?:of )?{_YEAR}\b", re.IGNORECASE),
    re.compile(
        r"\b(?:in|since|during|from|after|of|early|late|mid|until|by|through|before|january|"
        r"summer|autumn|fall|"
        rf"winter|spring|for)[ -]{_YEAR}\b(?!,\d|\s*(?:people|dollars|euros|troops|soldiers|men|"
        rf"women|of the|miles|km))",
        re.IGNORECASE,
    ),
)
_TO_COME = re.compile(
    r"\b(?:will|shall|upcoming|scheduled|slated|due|set (?:to|for)|expected|expects|planned|"
    r"plans?|planning|ahead of|"
    r"takes? (?:office|effect|place)|hands? over|next|deadline|until|by|through|to be|begins?|"
    r"starts?|opens?|votes?|"
    r"in time for|remains?|before|looking|heading|may|might|could|can|to hold|going|runs?|"
    r"counting|debate|contest|"
    r"primary|primaries|caucus(?:es)?|ballot|released?|vying|from)\b",
    re.IGNORECASE,
)
_GONE_VERB = (
    r"(?:was|were|had|did|said|told|won|lost|killed|died|began|came|made|took|went|gave|found|"
    r"left|met|held|fell|rose|"
    r"spoke|wrote|sent|hit|struck|shot|set off|broke|saw|heard|signed|[a-z]{2,}(?:ed|ied))"
)
_GONE_BEFORE = re.compile(
    rf"\b{_GONE_VERB}\b(?: [\w'’.,-]+){{0,5}}?,? (?:(?:on|since|late|early) )?\(?$", re.IGNORECASE
)
_SINCE_BEFORE = re.compile(
    r"\b(?:since|after|following) (?:at least |the |a |an |his |her |their |its )?$", re.IGNORECASE
)
_GONE_AFTER = re.compile(
    r"^\)?,? (?:\w+ ){0,2}(?:victory|win|defeat|loss|attacks?|bombings?|shootings?|massacre|"
    r"crash|killings?|death|coup|invasion|launch|"
    r"explosion|earthquake|raid|strikes?|blast|fire|murder)\b",
    re.IGNORECASE,
)
_CERTAIN_TO_COME = re.compile(
    r"\b(?:will|upcoming|scheduled|slated|due|set to|set for|expected|takes? (?:office|effect|"
    r"place)|hands? over)\b"
    r"(?:(?!\b(?:was|were|had)\b).)*$",
    re.IGNORECASE,
)
_AS_FAR_AS = re.compile(r"^(?:until|by|through|before|for)\b", re.IGNORECASE)
_SINCE = re.compile(r"^\W?since\b", re.IGNORECASE)
_POSSESSED = re.compile(r"(?:[’']s (?:\w+ )?|\bthe )$")
_SENTENCE_END = re.compile(r"[.!?][\"'”’]?\s+(?=[\"'“‘A-Z])|\n")

_SEARCHED = 50_000  # code points from the top: reports are shorter

Tense = Literal["past", "future", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A date in a text, ``[start, end)`` in code points; ``weekday`` is 0 for Monday."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    tense: Tense

    def in_year(self, year: int) -> date | None:
        """Give the day in a year; of a month or a year, the first day. None for no such day."""
        try:
            return date(year, self.month or 1, self.day or 1)
        except ValueError:
            return None


def mentions(text: str) -> tuple[Mention, ...]:
    """Find the dates in a text, in text order; where patterns overlap, the first pattern has it."""
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, 0, _SEARCHED):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            mention = _read(match, text)
            if mention is not None:
                taken.append(match.span())
                found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _read(match: re.Match[str], text: str) -> Mention | None:
    groups = match.groupdict()
    month, day, year = groups.get("month"), groups.get("day"), groups.get("year")
    if month and month.casefold() in {"may", "mar", "march"} and not month[0].isupper():
        return None
    number = (int(month) if month.isdigit() else month_number(month)) if month else None
    mention = Mention(
        start=match.start(),
        end=match.end(),
        year=int(year) if year else None,
        month=number,
        day=int(day) if day else None,
        weekday=_weekday_number(groups["weekday"]) if groups.get("weekday") else None,
        tense=_tense(text, match.start(), match.end()),
    )
    return mention if mention.in_year(mention.year or 2000) else None


def month_number(name: str) -> int:
    """Give the number of a month by its name or the first three letters of it."""
    return _MONTHS.index(name.casefold()[:3]) + 1


def _weekday_number(name: str) -> int:
    return next(at for at, day in enumerate(_WEEKDAYS) if day.startswith(name.casefold()[:3]))


def _tense(text: str, start: int, end: int) -> Tense:
    """Tell from the words of the same sentence, first those in front, whether the day is past."""
    if _SINCE.match(text[start:end]) or _SINCE.match(text[max(0, start - 6) : start]):
        return "past"
    if _AS_FAR_AS.match(text[start:end]):
        return "future"
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, start - 400), start)]
    before = text[ends[-1] if ends else max(0, start - 400) : start]
    following = _SENTENCE_END.search(text, end)
    after = text[end : following.start() if following else end + 200]
    near = " ".join(before.split(" ")[-7:])
    if _GONE_AFTER.match(after):
        return "past"
    gone = _GONE_BEFORE.search(before) and not _POSSESSED.search(before)
    if not _TO_COME.search(near) and (gone or _SINCE_BEFORE.search(before)):
        return "past"
    return "future" if _CERTAIN_TO_COME.search(near) else "unclear"
