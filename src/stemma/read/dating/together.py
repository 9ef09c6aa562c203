"""Dating reports of one story by each other."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Published, Report
from stemma.read.dating.published import tell
from stemma.read.dating.window import Window, read_window, written

_STORY_DAYS = 10  # reports of one event come out within so many days of each other
_PRECISE_DAYS = 3  # a report dated so precisely needs no others, and others lean on it


def date_together(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Narrow the dates of the reports of one story by those of the others, in the order given.

    A report dated to a day or two stays as it is. Of the others, the days that their own words
    allow are met with the days of every other report and ten days around them, the most precise
    first; days that would leave nothing are passed over. The order of the reports changes nothing.
    """
    windows = {report.id: _window(report) for report in reports}
    return tuple(
        report if _is_precise(windows[report.id]) else _narrowed(report, windows, reports)
        for report in reports
    )


def _narrowed(report: Report, windows: dict[str, Window], reports: Sequence[Report]) -> Report:
    window = windows[report.id]
    leaned_on: list[str] = []
    others = [other for other in reports if other.id != report.id and windows[other.id].days]
    for other in sorted(others, key=lambda other: (windows[other.id].days or 0, other.id)):
        met = window.meet(windows[other.id].widen(_STORY_DAYS))
        if met is not None and met != window:
            window = met
            leaned_on.append(other.name)
    value = written(window)
    if not leaned_on or value is None or (report.published and value[0] == report.published.value):
        return report
    own = f"{report.published.basis}; and " if report.published else ""
    basis = f"{own}from the other reports of the story ({', '.join(leaned_on[:3])})"
    span = report.published.span if report.published else None
    return replace(
        report, published=Published(value=value[0], precision=value[1], basis=basis, span=span)
    )


def _window(report: Report) -> Window:
    """Give the days of a report: of its date, or else those that its words allow."""
    dated = read_window(report.published.value) if report.published else None
    if dated is not None and _is_precise(dated):
        return dated
    told = tell(report.text, report.parts)
    own = told.window if told else Window()
    return own if dated is None else dated.meet(own) or dated


def _is_precise(window: Window) -> bool:
    return window.days is not None and window.days <= _PRECISE_DAYS
