"""Dates as machines write them -> EDTF level 1."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from stemma.read.dating.mentions import mentions

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-?(?P<month>\d{2})(?:-?(?P<day>\d{2})"
    r"(?:[T ,]+(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?)?"
)
_WRITTEN = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%A, %B %d, %Y", "%Y/%m/%d")
_HALF_OF_THE_DAY = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)
_NO_OFFSET = frozenset({"", "Z", "+00:00", "+0000", "+00"})
_MILLISECONDS = 10**11
_EARLIEST, _LATEST = 1700, 2200


def to_edtf(value: object) -> str | None:
    """Give ISO 8601, RFC 2822, Unix time or a date written out as EDTF; None where it is none.

    Times with a zone are told in UTC (``2024-11-18T09:30:00Z``), unless it was another day there:
    then with their offset (``2024-11-18T22:30:00-05:00``), for the day that an outlet prints is
    its own. Times without a zone keep none. Exact midnight, without a zone or in UTC, is a date
    that a program padded: the day alone is kept. The press's way ("Nov. 18, 2024, 5:30 p.m.")
    tells the day alone too. Numbers that read as a date (20241118) are one, no Unix time.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _from_iso(str(value)) or _from_unix(value)
    text = str(value).strip().strip("\"'")
    return _from_iso(text) or _from_words(text)


def _from_unix(seconds: float) -> str | None:
    if seconds > _MILLISECONDS:
        seconds /= 1000
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return _written(moment) if seconds > 0 else None


def _from_iso(text: str) -> str | None:
    match = _ISO.fullmatch(text)
    if not match:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if not _EARLIEST <= int(year) <= _LATEST:
        return None
    if not day:
        within = month is None or 1 <= int(month) <= 12  # noqa: PLR2004 (months of a year)
        return "-".join(filter(None, (year, month))) if within else None
    clock = f"{match['hour'].zfill(2)}:{match['minute']}" if match["hour"] else "00:00"
    zone = (match["zone"] or "").replace("UTC", "Z").replace("GMT", "Z")
    try:
        moment = datetime.fromisoformat(
            f"{year}-{month}-{day}T{clock}:{match['second'] or '00'}{zone}"
        )
    except ValueError:
        return None
    if zone in _NO_OFFSET and moment.hour == moment.minute == moment.second == 0:
        return moment.date().isoformat()
    return _written(moment)


def _from_words(text: str) -> str | None:
    for pattern in _WRITTEN:
        try:
            return datetime.strptime(text, pattern).date().isoformat()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    if _HALF_OF_THE_DAY.search(text):  # of which e-mails know nothing
        return _only_day(text)
    try:
        return _written(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return _only_day(text)


def _only_day(text: str) -> str | None:
    """Give the one day with its year that the words name ("Monday, Nov. 18th, 2024")."""
    days = {
        mention.in_year(mention.year) for mention in mentions(text) if mention.year and mention.day
    }
    day = days.pop() if len(days) == 1 else None
    return day.isoformat() if day else None


def _written(moment: datetime) -> str | None:
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    if moment.tzinfo is None:
        return moment.replace(microsecond=0).isoformat()
    moment = moment.replace(microsecond=0)
    try:
        universal = moment.astimezone(UTC)
    except OverflowError:
        return None
    if universal.date() != moment.date():
        return moment.isoformat()
    return universal.replace(tzinfo=None).isoformat() + "Z"
