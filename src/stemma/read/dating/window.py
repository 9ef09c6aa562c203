"""A stretch of days within which a report came out, and how it is written."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from stemma.model.report import Precision

_NEAR_DAYS = 3  # a window of so many days is written by its days
_MONTHS_TO_TELL = 14  # a wider window says too little to be written down
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days from ``first`` to ``last``, both included; None where there is no bound."""

    first: date | None = None
    last: date | None = None

    def meet(self, other: "Window") -> "Window | None":
        """Give the days that are in both, None where there is none."""
        firsts = [first for first in (self.first, other.first) if first]
        lasts = [last for last in (self.last, other.last) if last]
        met = Window(first=max(firsts, default=None), last=min(lasts, default=None))
        return None if met.first and met.last and met.first > met.last else met

    def widen(self, days: int) -> "Window":
        """Give the window with so many days more at both ends."""
        by = timedelta(days=days)
        return Window(
            first=self.first - by if self.first else None,
            last=self.last + by if self.last else None,
        )

    @property
    def days(self) -> int | None:
        """How many days it has; None without both bounds."""
        return (self.last - self.first).days + 1 if self.first and self.last else None


def written(window: Window) -> tuple[str, Precision] | None:
    """Write a window in EDTF level 1, no more precisely than it is known.

    A day, days (``2024-11-18/2024-11-19``), a month, months (``2024-11/2024-12``), a year. None
    for what is wider than some fourteen months or has no bound.
    """
    if window.first is None or window.last is None or window.days is None:
        return None
    first, last = window.first, window.last
    if first == last:
        return first.isoformat(), "day"
    if window.days <= _NEAR_DAYS:
        return f"{first.isoformat()}/{last.isoformat()}", "day"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}", "month"
    if first.year == last.year and first.month == 1 and last.month == 12:  # noqa: PLR2004 (December)
        return f"{first:%Y}", "year"
    months = 12 * (last.year - first.year) + last.month - first.month
    return (f"{first:%Y-%m}/{last:%Y-%m}", "month") if months < _MONTHS_TO_TELL else None


def read_window(value: str) -> Window | None:
    """Give the days that a date in EDTF level 1 covers; None for what is not understood."""
    ends = value.split("/")
    first, last = _days_of(ends[0]), _days_of(ends[-1])
    return Window(first=first[0], last=last[1]) if first and last else None


def _days_of(value: str) -> tuple[date, date] | None:
    numbers = value.split("T", maxsplit=1)[0].split("-")
    try:
        year, *rest = map(int, numbers)
        month = rest[0] if rest else None
        if len(rest) > 1:
            return (day := date(year, rest[0], rest[1])), day
        last_month = month or 12
        return date(year, month or 1, 1), date(year, last_month, monthrange(year, last_month)[1])
    except ValueError:
        return None


def end_of_year(day: date) -> date:
    """Give the last day of the year."""
    return date(day.year + 1, 1, 1) - _DAY
