"""A speaker of one report: who said something, where, and as what source."""

from dataclasses import dataclass

from stemma.extract.sources import SPEAKS_FOR, Person
from stemma.model import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A speaker already told: where, who, and as what source.

    ``place`` is the first token of the words for the speaker, ``end`` the last token of what is
    said, -1 where that is not known.
    """

    place: int
    person: Person | None
    source: Source
    plural: bool
    end: int = -1

    @property
    def is_somebody(self) -> bool:
        """Tell one human being, named or not, from several and from bodies."""
        if self.plural or self.person is not None or self.source.count not in (None, 1):
            return self.person is not None
        spoken_for = (self.source.description or "").lower().split()
        return self.source.kind in ("person", "unnamed") or not SPEAKS_FOR.isdisjoint(spoken_for)
