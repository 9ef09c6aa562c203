"""What happened when, as the reports date it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from stemma.model import Annotated, Claim, Event, Extracted, Moment, Span
from stemma.model.event import EventPrecision
from stemma.tell.clauses import Clauses

_DATED = re.compile(r"\d{4}(-\d{2}(-\d{2}(T.+)?)?)?$")
_HANDLE = re.compile(r"\(@\w+\)\W*$")
_LONGEST_HANDLE = 40
_EVENT_PARTS = frozenset({"headline", "standfirst", "subhead", "body"})
_SEASON_MONTHS = {"21": "03", "22": "06", "23": "09", "24": "12"}
_ALIKE = 0.5
_YEAR = len("2024")
_PRECISIONS: dict[int, EventPrecision] = {4: "year", 7: "month", 10: "day"}


@dataclass(slots=True)
class _Entry:
    """An event in the making: what one or several reports put on one date."""

    date: str
    text: str
    lemmas: frozenset[str]
    spans: list[Span]
    claims: list[str]

    def fits(self, other: Self, claim: str | None) -> bool:
        """Tell whether a report's words are about this event."""
        if claim is not None and claim in self.claims:
            return True
        shorter, longer = sorted((self.text, other.text), key=len)
        if shorter in longer:
            return True
        fewer = min(len(self.lemmas), len(other.lemmas))
        return bool(fewer) and len(self.lemmas & other.lemmas) >= _ALIKE * fewer


def timeline(story: Sequence[Extracted], claims: Sequence[Claim]) -> tuple[Event, ...]:
    """Give the events that the reports date, earliest first.

    Only dates that could be resolved count, and only those inside the news itself: bylines,
    datelines and sign-offs tell when a report was written, not when something happened. Events
    of one date are merged where they belong to one claim or are told in mostly the same words.
    """
    calendar = _Calendar(claims)
    for piece in sorted(story, key=_age):
        calendar.read(piece)
    events = [_event(entry) for same_date in calendar.entries.values() for entry in same_date]
    return tuple(sorted(events, key=lambda event: (_start(event.date), -len(event.spans))))


def _age(piece: Extracted) -> tuple[str, str]:
    published = piece.annotated.report.published
    return ("~" if published is None else published.universal, piece.annotated.report.id)


def _event_date(moment: Moment, annotated: Annotated) -> str | None:
    """Give the date of a moment that may date an event, else None.

    The date behind "(@name)" tells when a post went out, as a byline does for a report.
    "This year" and "less than a month ago" are too wide to date anything; "last week" is not.
    """
    if moment.value is None or moment.kind not in {"date", "time"} or moment.anchor == "none":
        return None
    wide = len(moment.value) == _YEAR or "/" in moment.value
    told = moment.span.of(annotated.report.text).lower()
    if wide and moment.anchor != "absolute" and "week" not in told:
        return None
    ends = moment.value.split("/")
    if not all(_DATED.match(end) for end in ends):
        return None
    at = moment.span.start
    if _HANDLE.search(annotated.report.text, max(0, at - _LONGEST_HANDLE), at):
        return None
    parts = annotated.report.parts
    kind = next((part.kind for part in parts if part.start <= at < part.end), None)
    if kind not in _EVENT_PARTS:
        return None
    return _until_printed(moment.value, annotated) if "earlier" in told else moment.value


def _until_printed(value: str, annotated: Annotated) -> str:
    """End "earlier this week" on the day on which the report came out."""
    published = annotated.report.published
    first, _, last = value.partition("/")
    day = "" if published is None else published.value[: len(first)]
    return f"{first}/{day}" if last and len(day) == len(last) and first < day < last else value


class _Calendar:
    """The entries by date, while reports are read one after the other."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.entries: dict[str, list[_Entry]] = {}
        self._claim_of = {
            statement: claim.id for claim in claims for statement in claim.appearances
        }

    def read(self, piece: Extracted) -> None:
        clauses = Clauses(piece.annotated)
        for moment in piece.moments:
            date = _event_date(moment, piece.annotated)
            dated = None if date is None else clauses.dated_by(moment.span)
            if date is not None and dated is not None:
                text = dated.span.of(piece.annotated.report.text)
                claim = self._claim(piece, moment)
                entry = self._entry(_Entry(date, text, dated.lemmas, [], []), claim)
                entry.spans += [dated.span, moment.span]
                entry.claims += [] if claim is None else [claim]

    def _claim(self, piece: Extracted, moment: Moment) -> str | None:
        return next(
            (
                self._claim_of[statement.id]
                for statement in piece.statements
                if statement.id in self._claim_of
                and any(span.holds(moment.span) for span in statement.content)
            ),
            None,
        )

    def _entry(self, new: _Entry, claim: str | None) -> _Entry:
        """Give the entry of the same event, or the new one where there is none."""
        same_date = self.entries.setdefault(new.date, [])
        for entry in same_date:
            if entry.fits(new, claim):
                return entry
        same_date.append(new)
        return new


def _event(entry: _Entry) -> Event:
    return Event(
        date=entry.date,
        precision=_precision(entry.date),
        text=entry.text,
        spans=tuple(dict.fromkeys(entry.spans)),
        claim=entry.claims[0] if entry.claims else None,
    )


def _precision(date: str) -> EventPrecision:
    if "/" in date:
        return "interval"
    if "T" in date:
        return "minute"
    if date[5:7] in _SEASON_MONTHS:
        return "season"
    return _PRECISIONS[len(date)]


def _start(date: str) -> str:
    """Give a key that sorts dates by when they begin."""
    first = date.split("/", maxsplit=1)[0]
    return first[:5] + _SEASON_MONTHS.get(first[5:7], first[5:7]) + first[7:]
