"""Moments as a store writes them, and spans between them."""

from collections.abc import Callable
from datetime import datetime, timedelta

Clock = Callable[[], str]
"""Gives the present time: UTC, ISO 8601 with seconds and ``Z``."""


def shift(at: str, by: timedelta) -> str:
    """Give the moment that is so much later (or earlier, where ``by`` is negative)."""
    return (datetime.fromisoformat(at) + by).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds_between(earlier: str, later: str) -> int:
    """Give how many seconds lie between two moments."""
    between = datetime.fromisoformat(later) - datetime.fromisoformat(earlier)
    return int(between.total_seconds())
