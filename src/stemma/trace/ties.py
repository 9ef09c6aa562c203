"""What a report says of whom it relies on."""

from dataclasses import dataclass

from stemma.model import Evidence
from stemma.model.stemma import EdgeKind, Strength
from stemma.trace.media import Medium


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One report takes from an agency or outlet.

    ``kind`` is ``credit`` where the copy is the agency's, ``borrowing`` where the report as a
    whole retells it, ``citation`` where single statements are taken from it.
    """

    report: str
    medium: Medium
    kind: EdgeKind
    strength: Strength
    weight: float
    evidence: tuple[Evidence, ...]

    @property
    def is_firm(self) -> bool:
        """Tell whether the tie makes the report depend on the medium."""
        return self.strength != "possible" and self.kind != "citation"
