"""The reports that a store holds, and what was understood of them."""

from dataclasses import replace

from stemma.archive.keys import understood_key
from stemma.model import Extracted, Report, Run, Story
from stemma.stores import Ledger


def find_reports(ledger: Ledger, story: Story) -> dict[str, Report]:
    """Give the reports that a told story quotes, as they are dated by each other, by id."""
    dates = ledger.stories.dates(story.id)
    held = {one.report.id: one.report for one in ledger.reports.several(story.versions)}
    return {
        name: replace(report, published=dates[name]) if name in dates else report
        for name, report in held.items()
    }


def find_extracted(ledger: Ledger, report: str, run: Run) -> Extracted | None:
    """Give what a run understood of a report; None where there is neither."""
    held = ledger.reports.find(report)
    if held is None:
        return None
    return ledger.work.find(Extracted, "understood", run, understood_key(held.report))
