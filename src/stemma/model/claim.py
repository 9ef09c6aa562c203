"""A claim: what statements of several reports say alike; and how its support is counted."""

from dataclasses import dataclass
from typing import Literal

ClaimStatus = Literal["corroborated", "single_origin", "single_outlet", "conflicting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """How many independent origins there are: at least ``low``, at most ``high``."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Four numbers that are never to be mixed up."""

    reports: int
    outlets: int
    families: int
    origins: Origins


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Statements that say the same, as in schema.org's Claim.

    ``appearances`` are statement ids, by date of report, then place; ``first_appearance`` is
    the first of them. ``text`` is the words of one appearance (``worded_by``), never our own.
    """

    id: str
    text: str
    worded_by: str
    appearances: tuple[str, ...]
    first_appearance: str
    counts: Counts
    status: ClaimStatus
