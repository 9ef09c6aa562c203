"""Times as lists write them -> UTC, ISO 8601 with seconds and ``Z``."""

import calendar
import time
from datetime import UTC, datetime


def from_iso(written: object) -> str | None:
    """Read a W3C date and time (RFC 3339 and its shorter forms); what has no zone is UTC."""
    if not isinstance(written, str):
        return None
    try:
        moment = datetime.fromisoformat(written.strip())
        return _written(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def from_struct(parsed: time.struct_time | None) -> str | None:
    """Read what feedparser gives: a time in UTC."""
    if parsed is None:
        return None
    try:
        return _written(datetime.fromtimestamp(calendar.timegm(parsed), UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _written(moment: datetime) -> str | None:
    """Write a time, with four digits of a year; the year 1 stands for none in many programs.

    Not with ``strftime``, which writes the year 988 as "988" on some systems and "0988" on others.
    """
    universal = moment.astimezone(UTC)
    written = universal.replace(tzinfo=None).isoformat(timespec="seconds")
    return None if universal.year == 1 else f"{written}Z"
