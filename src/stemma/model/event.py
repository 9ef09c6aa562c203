"""An entry of a story's timeline."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.span import Span

EventPrecision = Literal["minute", "day", "month", "season", "year", "interval"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that a report dates.

    ``date`` is EDTF, ``text`` the words of the report, ``spans`` the words and the date
    expressions of every report that gives this date for it; ``claim`` the id of the claim.
    """

    date: str
    precision: EventPrecision
    text: str
    spans: tuple[Span, ...]
    claim: str | None
