"""What became of a story, told with the names of those who print its reports."""

import re
from collections.abc import Iterable
from dataclasses import replace

from stemma.stores import Ledger
from stemma.stores.stories import Entry

_DIGITS = 12
_SHORT = re.compile(rf"\b[0-9a-f]{{{_DIGITS}}}\b")
"""As the reasons of grouping write a report."""


def name_reports(ledger: Ledger, entries: Iterable[Entry]) -> dict[str, str]:
    """Give what the reports that entries are about are called, by their ids."""
    reports = {report for entry in entries for report in entry.reports}
    return {held.report.id: held.report.name for held in ledger.reports.several(reports)}


def read_log(ledger: Ledger, story: str) -> tuple[Entry, ...]:
    """Give what happened to a story, in order; reasons call reports by their outlets."""
    entries = tuple(ledger.stories.history(story))
    names = _find_names(ledger, entries)
    return tuple(
        replace(entry, why=_SHORT.sub(lambda found: names.get(found[0], found[0]), entry.why))
        for entry in entries
    )


def _find_names(ledger: Ledger, entries: Iterable[Entry]) -> dict[str, str]:
    """Give what the reports that the reasons speak of are called, by the beginning of their ids."""
    entries = tuple(entries)
    known = {_shorten(report): report for entry in entries for report in entry.reports}
    for short in {found for entry in entries for found in _SHORT.findall(entry.why)} - known.keys():
        for report in ledger.reports.named(short):
            known[short] = report
    held = ledger.reports.several(known.values())
    return {_shorten(one.report.id): one.report.name for one in held}


def _shorten(report: str) -> str:
    return report.rpartition(":")[2][:_DIGITS]
