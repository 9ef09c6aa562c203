"""From when to when a date can be: a year is a long stretch, a minute none."""

from datetime import UTC, datetime, time, timedelta

from stemma.language.moments import read_days

_PRECISE = len("2024-11-05T09:30")
_LATEST = datetime.max.replace(tzinfo=UTC)


def extent(edtf: str) -> tuple[datetime, datetime] | None:
    """Give the earliest and the latest moment of an EDTF date, None where it cannot be read.

    A clock time is one moment; whatever is wider runs to the midnight that ends it. A time
    without an offset is taken as UTC: reports seldom say whose clock they read.
    """
    if len(edtf) >= _PRECISE and "/" not in edtf:
        try:
            moment = datetime.fromisoformat(edtf)
        except ValueError:
            return None
        at = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return at, at
    days = read_days(edtf)
    if days is None:
        return None
    first, last = (datetime.combine(day, time(), UTC) for day in days)
    return first, last + min(timedelta(days=1), _LATEST - last)
