"""Somebody or something that a story's reports name."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.span import Span

EntityKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organisation or place of a story, however its reports spell it.

    ``aliases`` are the spellings found, most frequent first, ``name`` the fullest of the common
    ones; ``misspellings`` are those of the aliases that look like slips. ``description`` is the
    role that a report gives ("senior lecturer at …"). ``mentions`` are in order of report and
    place.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    misspellings: tuple[str, ...]
    description: str | None
    mentions: tuple[Span, ...]
