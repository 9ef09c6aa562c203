"""Finding the stories of new reports, and writing down what becomes of stories."""

from collections.abc import Sequence
from datetime import date

from stemma import group
from stemma.archive.held import find_extracted
from stemma.model import Run
from stemma.stores import Ledger
from stemma.stores.stories import Entry

_ISO_DAY = len("2024-11-18")


def place(
    ledger: Ledger, reports: Sequence[str], *, run: Run, now: str, pins: group.Pins = group.NO_PINS
) -> None:
    """Let each new report join a story, found one, or bring stories together or apart.

    Reports without sentences (not in English) are left out. ``run`` is what understood them.
    """
    seen = _day(now)
    spread = None
    for name in reports:
        extracted = find_extracted(ledger, name, run)
        if extracted is None or not extracted.annotated.sentences:
            continue
        newcomer = group.find_features(extracted.annotated)
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


def forget(ledger: Ledger, report: str, *, now: str) -> None:
    """Take a report out of its story, and let no other be grouped by it: it was superseded."""
    ledger.stories.remove(report, at=now)
    group.remove(report, index=ledger.index)


def write_down(ledger: Ledger, change: group.Change, *, now: str) -> None:
    """Let stories have the reports that they have after a change, and log why."""
    for story in change.stories:
        ledger.stories.found(story, at=now)
    for story, reports in change.stories.items():
        moved = [report for report in reports if ledger.stories.of_report(report) != story]
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
