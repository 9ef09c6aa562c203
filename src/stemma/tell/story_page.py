"""What a page shows of one story."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from stemma.model import Claim, Edge, Finding, Report, Span, Statement, Story
from stemma.model.finding import FindingKind
from stemma.tell import wording
from stemma.tell.chronicle import Chronicle, chronicle
from stemma.tell.drawing import Drawing, draw
from stemma.tell.lookup import Lookup
from stemma.tell.matrix import Row, make_row
from stemma.tell.names import Naming, find_namings
from stemma.tell.pointing import Passage, Pointing, Quote
from stemma.tell.quantities import Quantity, Value, find_quantities
from stemma.tell.speakers import Speaker, find_speakers

_COLOURS = 8
_MOST_QUOTED = 6
"""So many pieces of evidence are quoted with a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where a claim or a finding stands on the page, and its permanent address."""

    anchor: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A figure as one report gives it: its number, its words, and those that repeat it."""

    report: str
    label: str
    when: str
    told: str
    quoted: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A line of the stemma: the names of its ends, and where they are in the drawing."""

    edge: Edge
    key: str
    ends: str
    source: str
    verb: str
    target: str
    words: str


@dataclass(frozen=True, kw_only=True)
class StoryPage:
    """What the template asks about one story.

    ``mark`` keeps its keys apart from those of other stories; ``desk`` says that the page is
    served, so that claims and findings have addresses of their own.
    """

    story: Story
    lookup: Lookup
    mark: str
    desk: bool = False

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The reports by family, then age."""
        return self.lookup.by_family(self.story)

    @cached_property
    def texts(self) -> tuple[Report, ...]:
        """The reports as above, each with the earlier versions of its article behind it."""
        return self.lookup.texts(self.story)

    @cached_property
    def colours(self) -> dict[str, int]:
        """The colours of the reports' families, by id; a version has that of the latest."""
        return {report.id: self._family(report.id) % _COLOURS for report in self.texts}

    def _family(self, report: str) -> int:
        return self._families.get(self.lookup.latest(report), -1)

    @cached_property
    def _families(self) -> dict[str, int]:
        return {
            member: number
            for number, members in enumerate(self.story.stemma.families)
            for member in members
        }

    @cached_property
    def node_names(self) -> dict[str, str]:
        """What people call the nodes of the stemma, by id."""
        return {
            node.id: self.lookup.label(node.id) if node.kind == "report" else node.name
            for node in self.story.stemma.nodes
        }

    @cached_property
    def drawing(self) -> Drawing:
        """The stemma laid out."""
        return draw(self.story.stemma)

    @cached_property
    def node_numbers(self) -> dict[str, int]:
        """The places of the nodes in the drawing, by id."""
        return {box.node.id: number for number, box in enumerate(self.drawing.boxes)}

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """The lines of the stemma, in its order."""
        names, numbers = self.node_names, self.node_numbers
        return tuple(
            Tie(
                edge=edge,
                key=self.key("x", number),
                ends=f"{numbers[edge.source]} {numbers[edge.target]}",
                source=names[edge.source],
                verb=f"{wording.STRENGTHS[edge.strength]} {wording.EDGES[edge.kind]}",
                target=names[edge.target],
                words=self.words(span for evidence in edge.evidence for span in evidence.spans),
            )
            for number, edge in enumerate(self.story.stemma.edges)
        )

    @cached_property
    def kinds(self) -> dict[FindingKind, int]:
        """How many findings there are of each kind that occurs."""
        counts = Counter(finding.kind for finding in self.story.findings)
        return {kind: counts[kind] for kind in wording.FINDINGS if kind in counts}

    @cached_property
    def pointing(self) -> Pointing:
        """What points at words of the reports on this page."""
        return Pointing(lookup=self.lookup, mark=self.mark)

    @cached_property
    def shared(self) -> tuple[Row, ...]:
        """Claims of more than one report, with a cell for each report."""
        return tuple(
            make_row(claim, said, self.reports, self.pointing)
            for claim, said in self._claims_with_statements
            if len(said) > 1
        )

    @cached_property
    def lone(self) -> tuple[Row, ...]:
        """Claims of a single report, with one cell."""
        return tuple(
            make_row(claim, said, tuple(map(self.lookup.report, said)), self.pointing)
            for claim, said in self._claims_with_statements
            if len(said) == 1
        )

    @cached_property
    def _claims_with_statements(
        self,
    ) -> tuple[tuple[Claim, dict[str, tuple[Statement, ...]]], ...]:
        return tuple((claim, self.lookup.appearances(claim)) for claim in self.story.claims)

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody who is quoted or cited, the most quoted first."""
        return find_speakers(self.story, self.lookup)

    @cached_property
    def citations(self) -> int:
        """How many lines of the drawing are mere citations."""
        return sum(edge.kind == "citation" for edge in self.story.stemma.edges)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Figures that several reports give for one thing."""
        return find_quantities(self.story, self.lookup)

    @cached_property
    def namings(self) -> tuple[Naming, ...]:
        """Names with their spellings."""
        return find_namings(self.story, self.lookup)

    @cached_property
    def chronicle(self) -> Chronicle:
        """The timeline laid out."""
        return chronicle(self.story, self.lookup)

    @cached_property
    def keys(self) -> dict[str, str]:
        """Name claims, findings, statements and figures by their ids."""
        story = self.story
        kinds = {"c": story.claims, "f": story.findings, "q": story.statements, "n": story.figures}
        return {
            one.id: self.key(kind, number)
            for kind, several in kinds.items()
            for number, one in enumerate(several)
        }

    def key(self, kind: str, number: int) -> str:
        """Name an answer of this story by its kind's letter and its place in the list."""
        return f"{self.mark}-{kind}{number}"

    def words(self, spans: Iterable[Span]) -> str:
        """Write spans as the page's script reads them: number of report, start, end."""
        return self.pointing.words(spans)

    def given(self, value: Value) -> Given:
        """Say how a report gives a figure."""
        span = value.figure.span
        return Given(
            report=span.report,
            label=self.lookup.label(span.report),
            when=wording.moment(self.lookup.report(span.report)),
            told=wording.measure(value.figure),
            quoted=wording.quoted(self.lookup.quote(span)),
            words=self.words(one.span for one in (value.figure, *value.also)),
        )

    def quotes(self, finding: Finding) -> tuple[Quote, ...]:
        """Quote the first few pieces of a finding's evidence."""
        return tuple(map(self.pointing.quote, self.lookup.evidence(finding)[:_MOST_QUOTED]))

    def passages(self, spans: Iterable[Span]) -> tuple[Passage, ...]:
        """Quote evidence, what has the same words once."""
        return self.pointing.passages(spans)

    def list_labels(self, reports: Iterable[str]) -> str:
        """Name reports in a row."""
        return ", ".join(map(self.lookup.label, reports))

    def link(self, name: str) -> Link:
        """Link to a claim or a finding: "claim-9f86d081884c7d65", on the desk by its address."""
        kind, _, digest = name.partition(":")
        digest = digest.rpartition(":")[2]
        anchor = f"{kind}-{digest}"
        if not self.desk:
            return Link(anchor=anchor, address=f"#{anchor}")
        story = self.story.id.rpartition(":")[2]
        return Link(anchor=anchor, address=f"/{kind}/{digest}?story={story}")
