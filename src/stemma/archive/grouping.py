"""Finding the stories of new reports, and writing down what becomes of stories."""

from collections.abc import Sequence
from datetime import date

from stemma import group
from stemma.stores import Ledger
from stemma.stores.stories import Entry

_ISO_DAY = len("2024-11-18")


def place(
    ledger: Ledger, reports: Sequence[group.Features], *, now: str, pins: group.Pins = group.NO_PINS
) -> None:
    """Let each new report join a story, found one, or bring stories together or apart."""
    seen = _day(now)
    spread = None
    for newcomer in reports:
        spread = group.count_common(ledger.index, spread)
        change = group.arrive(newcomer, index=ledger.index, seen=seen, spread=spread, pins=pins)
        group.add(newcomer, index=ledger.index, seen=seen)
        write_down(ledger, change, now=now)


def place_anew(
    ledger: Ledger, reports: Sequence[str], *, now: str, pins: group.Pins = group.NO_PINS
) -> None:
    """Look again at where reports belong: people decided, or took a decision back."""
    change = group.regroup(reports, index=ledger.index, seen=_day(now), pins=pins)
    write_down(ledger, change, now=now)


def index(ledger: Ledger, features: group.Features, *, seen: str) -> None:
    """Let others be grouped by a report that was first seen at a time; it has its story already."""
    group.add(features, index=ledger.index, seen=_day(seen))


def forget(ledger: Ledger, report: str, *, now: str) -> None:
    """Take a report out of its story, and let no other be grouped by it: it was superseded."""
    ledger.stories.remove(report, at=now)
    group.remove(report, index=ledger.index)


def write_down(ledger: Ledger, change: group.Change, *, now: str) -> None:
    """Let stories have the reports that they have after a change, and log why."""
    before = ledger.index.stories_of(
        [one for several in change.stories.values() for one in several]
    )
    for story, reports in change.stories.items():
        ledger.stories.found(story, at=now)
        moved = [report for report in reports if before.get(report) != story]
        if moved:
            ledger.stories.place(story, moved, at=now)
    for story, target in change.redirects:
        ledger.stories.redirect(story, target)
    for step in change.steps:
        ledger.stories.log(
            Entry(
                at=now,
                story=step.story,
                event=step.event,
                other=step.other,
                reports=step.reports,
                why=step.why,
            )
        )


def _day(now: str) -> int:
    """Give the day of a time as a proleptic Gregorian ordinal."""
    return date.fromisoformat(now[:_ISO_DAY]).toordinal()
