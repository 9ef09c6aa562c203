"""The answer as one self-contained HTML page that asks nothing of any network."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from stemma.model import Claim, Coverage, Edge, Figure, Report, Span, Statement, Story
from stemma.tell import wording
from stemma.tell.drawing import HEIGHT, WIDTH, Drawing, draw
from stemma.tell.lookup import Lookup
from stemma.tell.marking import Paragraph, paragraphs
from stemma.version import __version__

_FILES = ("page.html.j2", "story.html.j2", "answers.html.j2", "style.css", "script.js")


def to_html(coverage: Coverage) -> str:
    """Write a coverage as an HTML page, text escaped everywhere."""
    lookup = Lookup(coverage)
    pages = [
        StoryPage(story=story, lookup=lookup, mark=f"s{number}")
        for number, story in enumerate(coverage.stories, start=1)
    ]
    script = _sources()["script.js"]
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            coverage=coverage,
            pages=pages,
            lookup=lookup,
            wording=wording,
            box={"width": WIDTH, "height": HEIGHT},
            version=__version__,
            script=Markup(script),  # noqa: S704 - our own file, not a report's words
            script_digest=b64encode(sha256(script.encode()).digest()).decode(),
        )
    )


@cache
def _sources() -> dict[str, str]:
    folder = files("stemma.tell") / "page"
    return {name: (folder / name).read_text(encoding="utf-8") for name in _FILES}


@cache
def _environment() -> Environment:
    return Environment(
        loader=DictLoader(_sources()),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody with what the reports give as theirs; the same saying of several is one entry."""

    name: str
    role: str | None
    sayings: tuple[tuple[Statement, ...], ...]


@dataclass(frozen=True, kw_only=True)
class StoryPage:
    """What the template asks about one story; ``mark`` keeps its keys apart from others'."""

    story: Story
    lookup: Lookup
    mark: str

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports by family, then age."""
        family = {
            member: number
            for number, members in enumerate(self.story.stemma.families)
            for member in members
        }
        reports = self.lookup.story_reports(self.story)
        return tuple(sorted(reports, key=lambda report: family.get(report.id, len(family))))

    @property
    def texts(self) -> tuple[Report, ...]:
        """The reports as above, each with the earlier versions of its article behind it."""
        order = {report.id: place for place, report in enumerate(self.reports)}
        versions = self.lookup.versions(self.story)
        return tuple(sorted(versions, key=lambda report: order[self.lookup.latest(report.id)]))

    def family(self, report: str) -> int:
        """Give the number of the family that a report, or a later version of it, belongs to."""
        latest = self.lookup.latest(report)
        for number, members in enumerate(self.story.stemma.families):
            if latest in members:
                return number
        return -1

    def node_name(self, node: str) -> str:
        """Name a node of the stemma for people."""
        names = {one.id: one.name for one in self.story.stemma.nodes if one.kind != "report"}
        return names.get(node) or self.lookup.label(node)

    @cached_property
    def drawing(self) -> Drawing:
        """The stemma laid out."""
        return draw(self.story.stemma)

    @property
    def shared(self) -> tuple[Claim, ...]:
        """Claims of more than one report."""
        return tuple(one for one in self.story.claims if len(self.lookup.appearances(one)) > 1)

    @property
    def lone(self) -> tuple[Claim, ...]:
        """Claims of a single report."""
        return tuple(one for one in self.story.claims if len(self.lookup.appearances(one)) == 1)

    @property
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

    def saying_key(self, statement: Statement) -> str:
        """Name what lights up with a saying: its claim, or the statement alone."""
        claim = self._claims.get(statement.id)
        return self.keys[claim.id if claim else statement.id]

    def labels(self, statements: Iterable[Statement]) -> str:
        """Name the reports of statements, each once, with whom they have it from."""
        labels = (
            ", via ".join((self.lookup.label(one.report), *(layer.name for layer in one.via)))
            for one in statements
        )
        return "; ".join(dict.fromkeys(labels))

    @property
    def citations(self) -> int:
        """How many lines of the drawing are mere citations."""
        return sum(edge.kind == "citation" for edge in self.story.stemma.edges)

    @property
    def quantities(self) -> tuple[tuple[Claim, tuple[Figure, ...]], ...]:
        """Claims for which several reports give figures, with those figures."""
        by_statement: dict[str | None, list[Figure]] = {}
        for figure in self.story.figures:
            by_statement.setdefault(figure.statement, []).append(figure)
        found = (
            (claim, tuple(one for name in claim.appearances for one in by_statement.get(name, ())))
            for claim in self.story.claims
        )
        return tuple(
            (claim, figures)
            for claim, figures in found
            if len({figure.span.report for figure in figures}) > 1
        )

    def key(self, kind: str, number: int) -> str:
        """Name an answer of this story by its kind's letter and its place in the list."""
        return f"{self.mark}-{kind}{number}"

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

    def text(self, report: Report) -> tuple[Paragraph, ...]:
        """Give a report in paragraphs that know which answers point at them."""
        return paragraphs(report, self._pointers_by_report.get(report.id, ()))

    @cached_property
    def _pointers_by_report(self) -> dict[str, list[tuple[str, Span]]]:
        found: dict[str, list[tuple[str, Span]]] = {}
        for key, span in self._pointers():
            found.setdefault(span.report, []).append((key, span))
        return found

    def _pointers(self) -> Iterator[tuple[str, Span]]:
        story, keys = self.story, self.keys
        for claim in story.claims:
            yield from ((keys[claim.id], span) for span in self.claim_spans(claim))
        for finding in story.findings:
            yield from ((keys[finding.id], span) for span in finding.evidence)
        for statement in story.statements:
            if statement.source is not None:
                spans = (*statement.content, *statement.source.spans)
                yield from ((keys[statement.id], span) for span in spans)
        yield from ((keys[figure.id], figure.span) for figure in story.figures)
        for number, event in enumerate(story.timeline):
            yield from ((self.key("e", number), span) for span in event.spans)
        for number, edge in enumerate(story.stemma.edges):
            yield from ((self.key("x", number), span) for span in edge_spans(edge))

    def claim_spans(self, claim: Claim) -> tuple[Span, ...]:
        """Give the words of all appearances of a claim."""
        return tuple(
            span
            for appearance in claim.appearances
            for span in self.lookup.statement(appearance).content
        )


def edge_spans(edge: Edge) -> tuple[Span, ...]:
    """Give all words that an edge rests on."""
    return tuple(span for evidence in edge.evidence for span in evidence.spans)
