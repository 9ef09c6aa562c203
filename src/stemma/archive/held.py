"""What was understood of the reports that a store holds."""

from stemma.archive.keys import understood_key
from stemma.model import Extracted, Run
from stemma.stores import Ledger


def find_extracted(ledger: Ledger, report: str, run: Run) -> Extracted | None:
    """Give what a run understood of a report; None where there is neither."""
    held = ledger.reports.find(report)
    if held is None:
        return None
    return ledger.work.find(Extracted, "understood", run, understood_key(held.report))
