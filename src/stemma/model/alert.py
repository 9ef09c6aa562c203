"""What a newsroom is told as soon as it is known."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.span import Span

AlertKind = Literal[
    "new_story", "second_origin", "new_conflict", "changed_figure", "revised_report"
]
"""A story that enough outlets have; a claim that a second independent origin has; reports that
begin to differ; a figure that a later report, or the same report later, gives differently; a
report that says something else than before."""

ALERT_KINDS: tuple[AlertKind, ...] = AlertKind.__args__


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """News about a story, told once.

    ``id`` depends on what is told and not on when: the same thing has the same id for ever.
    ``story`` is the story's id, ``at`` when it was found (UTC, ISO 8601 with seconds and ``Z``),
    ``message`` plain English that quotes the reports. ``evidence`` are the words it rests on and
    ``quotes`` those words themselves, parallel to it.
    """

    id: str
    kind: AlertKind
    story: str
    at: str
    message: str
    evidence: tuple[Span, ...]
    quotes: tuple[str, ...]
