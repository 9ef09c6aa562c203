"""What an editor should look at."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.span import Span

FindingKind = Literal[
    "corroborated",
    "single_outlet",
    "single_origin",
    "figure_conflict",
    "date_conflict",
    "altered_quote",
    "drifted_attribution",
    "changed_response",
    "denial",
    "name_variant",
    "changed_after_publication",
    "correction",
    "retraction",
    "verdict_conflict",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something an editor should look at.

    ``message`` is plain English and quotes the reports; ``weight`` (0 to 1) ranks findings;
    ``evidence`` are the words it rests on, ``values`` what stands against what, parallel to
    ``evidence`` where there is one value per span. ``claims`` are the ids of the claims it
    is about.
    """

    id: str
    kind: FindingKind
    message: str
    weight: float
    evidence: tuple[Span, ...]
    values: tuple[str, ...]
    claims: tuple[str, ...] = ()
