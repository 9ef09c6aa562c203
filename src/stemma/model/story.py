"""A story: reports of one event, and all that was found out about them."""

from dataclasses import dataclass

from stemma.model.claim import Claim, Counts
from stemma.model.entity import Entity
from stemma.model.event import Event
from stemma.model.figure import Figure
from stemma.model.finding import Finding
from stemma.model.revision import Revision
from stemma.model.span import Span
from stemma.model.statement import Statement
from stemma.model.stemma import Stemma
from stemma.model.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """A sentence of the brief: words of a report, or a figure computed from what is cited."""

    text: str
    citations: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one event; ``id`` is minted from the first report, never from the members.

    ``reports`` are ids, by date, then id: of every article the latest version that is held. The
    versions before it stand in ``revisions``, in no count, and behind no claim; findings may
    quote them. Statements and figures are in order of report and place, claims and findings by
    weight, what an editor should see first at the top. ``verdicts`` are the decisions in force
    about its reports, in order of deciding.
    """

    id: str
    title: str
    reports: tuple[str, ...]
    counts: Counts
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]
    timeline: tuple[Event, ...]
    stemma: Stemma
    brief: tuple[BriefLine, ...]
    revisions: tuple[Revision, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    @property
    def versions(self) -> tuple[str, ...]:
        """Every report that the story may quote: its reports, then the versions before them."""
        return (*self.reports, *(revision.earlier for revision in self.revisions))
