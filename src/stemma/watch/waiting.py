"""How long to wait: what servers ask for, what failures cost, how busy a feed is."""

import hashlib
import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

DAY = 86_400
_MOST_ASKED = 7 * DAY
"""A server that asks for a longer wait is asked again after a week."""

_JITTER = 0.25
_MAX_AGE = re.compile(r"(?:^|[\s,])(?:s-maxage|max-age)\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_HALVED = 0.5
_QUIETER = 1.5


def share(name: str, *parts: int | str) -> float:
    """Give a number in [0, 1) that depends on the name alone: chance that can be repeated."""
    written = "\n".join([name, *(str(part) for part in parts)]).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(written).digest()[:6], "big") / 2**48


def back_off(name: str, failures: int, *, least: float, most: float = DAY) -> float:
    """Give the seconds to wait after so many failures in a row (1 or more).

    Doubles with each, up to ``most``; then up to a quarter more, derived from the name, so that
    many who failed together do not come back together.
    """
    doubled = least * 2.0 ** min(failures - 1, 30)
    return min(doubled, most) * (1 + _JITTER * share(name, failures))


def asked_to_wait(headers: Mapping[str, str], now: datetime) -> float | None:
    """Give the seconds that ``Retry-After`` asks for (RFC 9110, 10.2.3), as seconds or date."""
    written = headers.get("retry-after", "").strip()
    if not written:
        return None
    if written.isascii() and written.isdigit():
        return float(min(int(written[:10]), _MOST_ASKED))
    until = _date(written)
    if until is None:
        return None
    return min(max(0.0, math.ceil((until - now).total_seconds())), _MOST_ASKED)


def fresh_for(headers: Mapping[str, str], now: datetime) -> int | None:
    """Give the seconds for which an answer stays fresh (RFC 9111, 4.2.1), None if untold."""
    control = headers.get("cache-control", "")
    found = _MAX_AGE.search(control)
    if found:
        return int(found[1])
    until = _date(headers.get("expires", ""))
    if until is None or "no-cache" in control.lower():
        return None
    return max(0, int((until - now).total_seconds()))


def next_interval(current: float, *, news: bool, least: float, most: float) -> float:
    """Give the seconds between two looks: half as long after news, half as long again without."""
    wanted = current * (_HALVED if news else _QUIETER)
    return min(max(wanted, least), most)


def _date(written: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
