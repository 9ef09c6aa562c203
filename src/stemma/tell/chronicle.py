"""When things happened beside when they were reported, on one axis.

Most of what a story dates lies within the days of its reports, and the rest up to decades before.
So the axis has three stretches: the days of the news, where equal time has equal room, and what
lies before and after them, where only the order counts.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from stemma.model import Event, Story
from stemma.tell import wording
from stemma.tell.extent import extent
from stemma.tell.lookup import Lookup

_WHOLE = 100.0
_BEFORE, _AFTER = 38.0, 14.0
"""How much of the axis, in per cent, lies before and after the news, where anything does."""

_NARROWEST = 1.2
_MOST_DAYS = 4
_DAY = timedelta(days=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Extent = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the axis, in per cent of its length; a single moment has no width."""

    left: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A label of the axis, in per cent of its length."""

    left: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event: when it happened, and when and by whom that was reported.

    ``happened`` is None where the date cannot be drawn. ``reports`` are ids, first published
    first, ``reported`` the places of those that are dated.
    """

    event: Event
    happened: Mark | None
    reports: tuple[str, ...]
    reported: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """The events in order. ``news`` is the stretch of the axis that equal days share equally."""

    entries: tuple[Entry, ...]
    ticks: tuple[Tick, ...]
    news: Mark

    @property
    def has_reported(self) -> bool:
        """Tell whether anything is known of when the events were reported."""
        return any(entry.reported for entry in self.entries)


def chronicle(story: Story, lookup: Lookup) -> Chronicle:
    """Lay out the timeline of a story."""
    reports = dict.fromkeys(span.report for event in story.timeline for span in event.spans)
    known = {report: lookup.report(report).published for report in reports}
    published = {
        report: found
        for report, one in known.items()
        if one and (found := extent(one.value)) is not None
    }
    happened = [extent(event.date) for event in story.timeline]
    axis = _Axis(published.values(), [one for one in happened if one])
    order = {one.id: place for place, one in enumerate(lookup.oldest_first(reports))}
    return Chronicle(
        entries=tuple(
            Entry(
                event=event,
                happened=axis.mark(when) if when else None,
                reports=(
                    told := tuple(
                        sorted({span.report for span in event.spans}, key=order.__getitem__)
                    )
                ),
                reported=tuple(
                    dict.fromkeys(axis.mark(published[one]) for one in told if one in published)
                ),
            )
            for event, when in zip(story.timeline, happened, strict=True)
        ),
        ticks=tuple(axis.ticks()),
        news=axis.news,
    )


class _Axis:
    """Where a moment stands, in per cent: the knots are straight lines' ends."""

    def __init__(self, published: Iterable[Extent], happened: Sequence[Extent]) -> None:
        spread = tuple(published) or tuple(happened) or ((_EPOCH, _EPOCH),)
        first = min(start for start, _ in spread)
        last = max(*(end for _, end in spread), first + _DAY)
        moments = {moment for one in (*spread, *happened) for moment in one}
        self._earlier = sorted(moment for moment in moments if moment < first)
        self._later = sorted(moment for moment in moments if moment > last)
        left = _BEFORE if self._earlier else 0.0
        right = _WHOLE - (_AFTER if self._later else 0.0)
        self._first, self._last = first, last
        self.news = Mark(left=left, width=right - left)
        self._knots = [*self._earlier, first, self._last, *self._later]
        self._places = [
            *(left * place / len(self._earlier) for place in range(len(self._earlier))),
            left,
            right,
            *(
                right + (_WHOLE - right) * (place + 1) / len(self._later)
                for place in range(len(self._later))
            ),
        ]

    def mark(self, when: Extent) -> Mark:
        """Give the stretch from one moment to another."""
        left, right = self._place(when[0]), self._place(when[1])
        if when[0] == when[1]:
            return Mark(left=round(left, 2), width=0.0)
        width = max(_NARROWEST, right - left)
        return Mark(left=round(min(left, _WHOLE - width), 2), width=round(width, 2))

    def ticks(self) -> Iterable[Tick]:
        """Label the first moment told, some days of the news, and the last."""
        if self._earlier:
            yield Tick(left=0.0, label=str(self._earlier[0].year))
        step = max(1, -(-(self._last - self._first).days // _MOST_DAYS))
        day = self._first.replace(hour=0, minute=0, second=0, microsecond=0)
        while day < self._last:
            if day >= self._first:
                yield Tick(left=round(self._place(day), 2), label=_day(day))
            day += step * _DAY
        if self._later:
            yield Tick(left=_WHOLE, label=str(self._later[-1].year))

    def _place(self, moment: datetime) -> float:
        after = bisect_right(self._knots, moment)
        if after == 0:
            return 0.0
        if after == len(self._knots):
            return self._places[-1]
        start, end = self._knots[after - 1], self._knots[after]
        low, high = self._places[after - 1], self._places[after]
        return low + (high - low) * ((moment - start) / (end - start))


def _day(moment: datetime) -> str:
    """Write a day without its year: "18 Nov"."""
    return wording.date(moment.date().isoformat()).rsplit(" ", 1)[0]
