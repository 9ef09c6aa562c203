"""Times as a store keeps them: UTC, ISO 8601 with seconds and ``Z``, so that text sorts as time."""

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], str]
"""Gives the present time."""

Pause = Callable[[float], bool]
"""Waits so many seconds, or until somebody wants the watch to end; tells whether somebody does."""

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def moment(at: str) -> datetime:
    """Give a time as a value to calculate with."""
    return datetime.strptime(at, _FORM).replace(tzinfo=UTC)


def after(at: str, seconds: float) -> str:
    """Give the time so many seconds later, rounded up to a whole one."""
    return (moment(at) + timedelta(seconds=math.ceil(seconds))).strftime(_FORM)


def seconds_between(earlier: str, later: str) -> float:
    """Give the seconds from one time to another; less than 0 where they run backwards."""
    return (moment(later) - moment(earlier)).total_seconds()
