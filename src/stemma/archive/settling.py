"""What a report is to those that are held: the same, a copy, a next version, or new."""

from dataclasses import replace

from stemma import read
from stemma.model import Report, Run
from stemma.stores import Ledger
from stemma.stores.raws import name_bytes


def settle(ledger: Ledger, report: Report, raw: read.Raw, *, run: Run, now: str) -> bool:
    """Keep a report that was read from ``raw``; tell whether it is new.

    Of two copies with one id, that is kept which knows most about itself, whichever came first.
    """
    held = ledger.reports.find(report.id)
    if held is not None:
        ledger.reports.add_paths(report.id, report.paths)
        if held.run == run.id:
            (report,) = read.fold([held.report, report])
        if held.run != run.id or replace(held.report, paths=report.paths) != report:
            ledger.reports.read_anew(report, run=run)
        _touch(ledger, report.id, now)
        return False
    words = read.name_words(report)
    others = ledger.reports.with_words(words)
    for other in sorted(others, key=lambda held: held.superseded_by is not None):
        if report.outlet in {None, other.report.outlet}:
            ledger.reports.add_paths(other.report.id, report.paths)
            _touch(ledger, other.report.id, now)
            return False
    return ledger.reports.keep(report, raw=name_bytes(raw.content), run=run, words=words, seen=now)


def _touch(ledger: Ledger, report: str, now: str) -> None:
    story = ledger.stories.of_report(report)
    if story is not None:
        ledger.stories.touch([story], at=now)
