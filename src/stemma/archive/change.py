"""A story that was told anew, and those who want to know."""

from collections.abc import Callable
from dataclasses import dataclass

from stemma.model import Report, Story
from stemma.stores import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A story before, None where it is new, and after, with its reports as dated together."""

    before: Story | None
    after: Story
    reports: tuple[Report, ...]


Listener = Callable[[Ledger, Change], None]
"""Hears of a change within the transaction that keeps it."""
