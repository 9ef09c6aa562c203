"""A date or time that a report names."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.span import Span

MomentKind = Literal["date", "time", "duration", "set"]
Anchor = Literal["absolute", "published", "previous", "none"]
"""What a moment was resolved against: nothing ("5 November 2024"), the report's date
("Tuesday"), an earlier moment of the text ("a day later"), or it could not be resolved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date or time expression.

    ``value`` is EDTF (ISO 8601-2:2019 level 1: ``2024-11-05``, ``2022-02``, ``2024-23`` for
    autumn, ``2024-11-05T09:30``, intervals ``a/b``) for kinds ``date`` and ``time``, an ISO
    8601 period (``P2M``) for ``duration`` and ``set``; None where it cannot be told.
    """

    span: Span
    value: str | None
    kind: MomentKind
    anchor: Anchor
