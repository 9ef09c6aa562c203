"""When a report came out: metadata first, then the report's own words."""

from stemma.read.dating.published import date_report

__all__ = ["date_report"]
