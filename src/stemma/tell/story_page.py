"""What a page shows of one story."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from stemma.model import Claim, Edge, Report, Span, Statement, Story
from stemma.tell import wording
from stemma.tell.chronicle import Chronicle, chronicle
from stemma.tell.drawing import Drawing, draw
from stemma.tell.lookup import Lookup
from stemma.tell.names import Naming, find_namings
from stemma.tell.quantities import Quantity, Value, find_quantities

_COLOURS = 8
_MOST_CITED = 4
_LONGEST = 110
"""Code points of a passage that a line of evidence quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody with what the reports give as theirs; the same saying of several is one entry."""

    name: str
    role: str | None
    sayings: tuple[tuple[Statement, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """A link to words: where on the page, which words, and the report's name."""

    place: str
    words: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that one or several reports have alike, shortened, with the first few of them."""

    text: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """That a report has a claim: ``words`` are where, ``told`` says on whose authority."""

    place: str
    words: str
    label: str
    look: str
    told: str
    family: int


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
        reports = self.lookup.story_reports(self.story)
        return tuple(sorted(reports, key=lambda report: self.family(report.id)))

    @cached_property
    def texts(self) -> tuple[Report, ...]:
        """The reports as above, each with the earlier versions of its article behind it."""
        order = {report.id: place for place, report in enumerate(self.reports)}
        versions = self.lookup.versions(self.story)
        return tuple(sorted(versions, key=lambda report: order[self.lookup.latest(report.id)]))

    def family(self, report: str) -> int:
        """Give the number of the family that a report, or a later version of it, belongs to."""
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
    def shared(self) -> tuple[tuple[Claim, dict[str, tuple[Statement, ...]]], ...]:
        """Claims of more than one report, with their statements by report."""
        return tuple(one for one in self._claims_with_statements if len(one[1]) > 1)

    def cells(
        self, claim: Claim, appearances: dict[str, tuple[Statement, ...]]
    ) -> Iterator[Cell | None]:
        """Give a row of the matrix: for each report whether it has a claim, and how."""
        first = self.lookup.statement(claim.first_appearance).report
        for report in self.reports:
            said = appearances.get(report.id)
            yield self._cell(said[0], is_first=report.id == first) if said else None

    def _cell(self, statement: Statement, *, is_first: bool) -> Cell:
        label, source = self.lookup.label(statement.report), wording.source(statement)
        return Cell(
            place=f"{self.mark}-{self.lookup.number(statement.report)}",
            words=self.words(statement.content[:1]),
            label=label,
            look=("own" if statement.voice == "own" else "said") + (" first" if is_first else ""),
            told=f"{label} has it{' first' if is_first else ''}, {source}",
            family=self.family(statement.report) % _COLOURS,
        )

    @cached_property
    def lone(self) -> tuple[Claim, ...]:
        """Claims of a single report."""
        return tuple(claim for claim, said in self._claims_with_statements if len(said) == 1)

    @cached_property
    def _claims_with_statements(
        self,
    ) -> tuple[tuple[Claim, dict[str, tuple[Statement, ...]]], ...]:
        return tuple((claim, self.lookup.appearances(claim)) for claim in self.story.claims)

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody who is quoted or cited, the most quoted first."""
        entities = {entity.id: entity for entity in self.story.entities}
        said: dict[str, list[Statement]] = {}
        for statement in self.story.statements:
            if statement.source is not None:
                key = statement.source.entity or statement.source.name
                said.setdefault(key, []).append(statement)
        order = sorted(said.items(), key=lambda entry: (-len(entry[1]), entry[0]))
        return tuple(
            Speaker(
                name=entities[key].name if key in entities else key,
                role=entities[key].description if key in entities else None,
                sayings=self._sayings(statements),
            )
            for key, statements in order
        )

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {name: claim for claim in self.story.claims for name in claim.appearances}

    def _sayings(self, statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], ...]:
        """Put together what is one claim, or the same words."""
        sayings: dict[str, list[Statement]] = {}
        for statement in statements:
            claim = self._claims.get(statement.id)
            sayings.setdefault(claim.id if claim else statement.text, []).append(statement)
        return tuple(map(tuple, sayings.values()))

    def labels(self, statements: Iterable[Statement]) -> str:
        """Name the reports of statements, each once, with whom they have it from."""
        labels = (
            ", via ".join((self.lookup.label(one.report), *(layer.name for layer in one.via)))
            for one in statements
        )
        return "; ".join(dict.fromkeys(labels))

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
        number = self.lookup.number
        return " ".join(
            f"{number(one.report)}.{one.start}-{one.end}" for one in dict.fromkeys(spans)
        )

    def said(self, statements: Iterable[Statement]) -> tuple[Span, ...]:
        """Give the words of statements with those that name their speakers."""
        return tuple(
            span
            for one in statements
            for span in (*one.content, *(one.source.spans if one.source else ()))
        )

    def given(self, value: Value) -> tuple[Span, ...]:
        """Give the words of a figure, and of those that repeat it."""
        return tuple(figure.span for figure in (value.figure, *value.also))

    def claimed(self, claim: Claim) -> tuple[Span, ...]:
        """Give the words of all appearances of a claim."""
        return tuple(
            span for name in claim.appearances for span in self.lookup.statement(name).content
        )

    def edge_spans(self, edge: Edge) -> tuple[Span, ...]:
        """Give all words that an edge rests on."""
        return tuple(span for evidence in edge.evidence for span in evidence.spans)

    def list_labels(self, reports: Iterable[str]) -> str:
        """Name reports in a row."""
        return ", ".join(map(self.lookup.label, reports))

    def passages(self, spans: Iterable[Span]) -> tuple[Passage, ...]:
        """Quote evidence, what has the same words once."""
        alike: dict[str, list[Span]] = {}
        worded: dict[str, str] = {}
        for span in spans:
            words = " ".join(self.lookup.quote(span).split())
            alike.setdefault(words.casefold(), []).append(span)
            worded.setdefault(words.casefold(), words)
        return tuple(
            Passage(text=_shorten(text), cites=tuple(map(self._cite, alike[key][:_MOST_CITED])))
            for key, text in worded.items()
        )

    def _cite(self, span: Span) -> Cite:
        return Cite(
            place=f"{self.mark}-{self.lookup.number(span.report)}",
            words=self.words((span,)),
            label=self.lookup.label(span.report),
        )

    def anchor(self, name: str) -> str:
        """Name the place of a claim or a finding on the page: "claim-9f86d081884c7d65"."""
        kind, _, digest = name.partition(":")
        return f"{kind}-{digest.rpartition(':')[2]}"

    def address(self, name: str) -> str:
        """Give the permanent address of a claim or a finding: on the desk, or within the page."""
        if not self.desk:
            return f"#{self.anchor(name)}"
        kind, _, digest = name.partition(":")
        story = self.story.id.rpartition(":")[2]
        return f"/{kind}/{digest.rpartition(':')[2]}?story={story}"


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"
