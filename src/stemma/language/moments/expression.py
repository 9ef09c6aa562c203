"""What the words of a date or time expression say, before it is resolved against anything."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.moment import MomentKind

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
]
Base = Literal["reference", "previous"]
Vague = Literal["past", "present", "future"]
Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date or time expression as it is written: ``[start, end)`` in code points of the text.

    Only what the words say is filled in: ``weekday`` (Monday is 0), ``day``, ``month`` and
    ``year`` as numbers; ``number`` counts quarters (1–4), halves (1–2), or seasons as EDTF does
    (21 spring … 24 winter), as ``unit`` says. ``unit`` is how fine the expression is ("last
    month": month). ``offset`` counts steps of ``step`` from ``base``: "last year" is -1 year
    from the reference date, "a day later" +1 day from the previous moment of the text.

    ``amount`` is the length of a duration in ``unit`` (None: unknown, "several years"); ``extra``
    further parts of it ("two years and six months": ``((6.0, "month"),)``). ``hour``, ``minute``,
    ``zone`` and ``part`` ("night") are the time of day. ``vague`` marks words that only tell
    past, present or future ("recently"). ``until`` is the end of a range. ``other`` is the
    second reading of a numeric date (month and day swapped), as (month, day).
    """

    start: int
    end: int
    text: str
    kind: MomentKind
    unit: Unit | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    offset: int | None = None
    step: Unit | None = None
    base: Base = "reference"
    amount: float | None = None
    extra: tuple[tuple[float, Unit], ...] = ()
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None
    part: str | None = None
    modifier: str | None = None
    vague: Vague | None = None
    holiday: str | None = None
    until: "Expression | None" = None
    other: tuple[int, int] | None = None

    @property
    def absolute(self) -> bool:
        """Whether the words alone give the date, with nothing to resolve against."""
        return self.year is not None and self.offset is None
