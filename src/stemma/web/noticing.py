"""What a decision did, kept for the page that it leads back to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from stemma.archive import Change, Effect, find_effects
from stemma.decide import say
from stemma.model import Verdict


@dataclass(frozen=True)
class Notice:
    """A decision that was just taken down, and the stories that were told anew because of it."""

    verdict: Verdict
    changes: Sequence[Change]

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """What became of each story."""
        return find_effects(self.changes)

    @cached_property
    def said(self) -> str:
        """What was decided, in plain English."""
        if self.verdict.undoes is not None:
            return "The decision was taken back"
        said = say(self.verdict)
        return said[:1].upper() + said[1:]

    def anchor(self) -> str | None:
        """Name the place on its story's page of the claim that was decided about, as it is now."""
        if not self.verdict.subject or not self.verdict.kind.endswith("_claim"):
            return None
        words = self.verdict.subject[0].span
        for change in self.changes:
            said = {
                one.id
                for one in change.after.statements
                if any(part.overlaps(words) for part in one.content)
            }
            for claim in change.after.claims:
                if said.intersection(claim.appearances):
                    return f"claim-{claim.id.rpartition(':')[2]}"
        return None
