"""A story in a line: what a list of stories shows of each."""

from dataclasses import dataclass

from stemma.model.claim import Counts
from stemma.model.finding import FindingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is worth knowing of a story before it is opened.

    ``finding`` is the message of its freshest finding, of those that rest on what came last the
    weightiest; ``kinds`` are the kinds of all its findings, ``outlets`` those that print it;
    ``people``, ``places`` and ``organisations`` are those named most. ``first`` and ``last`` are
    the earliest and latest dates of publication (EDTF), None where no report has one; ``seen`` are
    the times at which its reports arrived, in order (UTC, ISO 8601).
    """

    id: str
    title: str
    counts: Counts
    finding: str | None
    kinds: tuple[FindingKind, ...]
    outlets: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    organisations: tuple[str, ...]
    first: str | None
    last: str | None
    seen: tuple[str, ...]
