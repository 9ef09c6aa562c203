"""Showing what a store holds as the coverage that every format is written from."""

from stemma import read
from stemma.errors import UsageError
from stemma.model import Coverage
from stemma.stores import Ledger


def cover_story(ledger: Ledger, story: str) -> Coverage:
    """Give one story with its reports, as ``stemma report`` would of these reports alone.

    Raises:
        UsageError: The story has not been told yet.
    """
    told = ledger.stories.find(story)
    if told is None:
        message = f"the story {story!r} has not been told yet: run 'stemma refresh'"
        raise UsageError(message)
    held = {one.report.id: one.report for one in ledger.reports.several(told.reports)}
    reports = read.date_together([held[report] for report in told.reports])
    return Coverage(reports=reports, failures=(), stories=(told,))
