"""When a report came out: metadata first, then its own words, then the story's other reports."""

from stemma.read.dating.published import date_report
from stemma.read.dating.together import date_together

__all__ = ["date_report", "date_together"]
