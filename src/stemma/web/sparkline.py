"""Arrivals over time in a few bars, for a line of a list."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

_BARS = 24
_HOUR = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: ``place`` from 0 at the left, ``height`` from 0 to 1."""

    place: int
    height: float


def sparkline(seen: Sequence[str]) -> tuple[Bar, ...]:
    """Count arrivals (UTC, ISO 8601) in equal stretches from the first to the last.

    Stretches are an hour at least, so that what came at once is one bar.
    """
    times = sorted(datetime.fromisoformat(one).timestamp() for one in seen)
    if not times:
        return ()
    width = max(_HOUR, (times[-1] - times[0]) / (_BARS - 1))
    counts = Counter(int((time - times[0]) / width) for time in times)
    highest = max(counts.values())
    return tuple(
        Bar(place=place, height=count / highest) for place, count in sorted(counts.items())
    )
