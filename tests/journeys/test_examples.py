"""Every entry of the truth about the examples, held against one run over all of them."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import stemma
from stemma.model import (
    Claim,
    Coverage,
    Edge,
    Entity,
    Finding,
    Report,
    Source,
    Span,
    Statement,
    Story,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
COVERAGE = EXAMPLES / "coverage"
ALIKE = 0.5
"""How much of two stretches together both must cover to be the same content."""

Entry = dict[str, Any]

TRUTH: dict[str, list[Entry]] = json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))


def each(section: str, *, kind: str | None = None, having: str = "id") -> pytest.MarkDecorator:
    """Make every entry of a section (of a kind, with a key) a test of its own, named by its id.

    An entry that Stemma does not reach yet says why; the day it does, the reason has to go.
    """
    entries = [
        pytest.param(
            entry,
            id=entry["id"],
            marks=[pytest.mark.xfail(reason=entry["not_yet"])] if "not_yet" in entry else [],
        )
        for entry in TRUTH[section]
        if kind in (None, entry.get("kind")) and entry.get(having)
    ]
    return pytest.mark.parametrize("entry", entries)


def each_string(key: str) -> pytest.MarkDecorator:
    """Make every string that reports must hold, or must not, a test of its own."""
    cases = [(report["id"], words) for report in TRUTH["reports"] for words in report[key]]
    return pytest.mark.parametrize(("key", "words"), cases)


def each_stating(key: str) -> pytest.MarkDecorator:
    """Make a test for every report whose entry asserts this."""
    reports = [report for report in TRUTH["reports"] if report.get(key) is not None]
    return pytest.mark.parametrize("entry", reports, ids=lambda entry: entry["id"])


def plain(name: str) -> str:
    """Give a name in lower case, without an article, apostrophes made straight."""
    return re.sub(r"^the\s+", "", " ".join(name.casefold().replace("’", "'").split()))


def offsets(span: Span) -> set[int]:
    return set(range(span.start, span.end))


def share(left: set[int], right: set[int]) -> float:
    """Give how much of both together both cover, 0 to 1."""
    return len(left & right) / max(len(left | right), 1)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the run said, found again by the ids of the truth."""

    coverage: Coverage

    def report(self, key: str) -> Report:
        entry = next(report for report in TRUTH["reports"] if report["id"] == key)
        found = [report for report in self.coverage.reports if self._is(report, entry)]
        assert len(found) == 1, f"{key}: {[report.paths for report in found]}"
        return found[0]

    @staticmethod
    def _is(report: Report, entry: Entry) -> bool:
        if not any(f"/{entry['path']}" in path for path in report.paths):
            return False
        return "record" not in entry or plain(report.title or "") == plain(entry["title"])

    def story(self, key: str) -> Story:
        """Find the story that holds most of the reports which belong to it."""
        entry = next(story for story in TRUTH["stories"] if story["id"] == key)
        members = {self.report(report).id for report in entry["reports"]}
        return max(self.coverage.stories, key=lambda story: len(members & set(story.reports)))

    def story_of(self, report: str) -> Story:
        key = self.report(report).id
        found = [story for story in self.coverage.stories if key in story.reports]
        assert len(found) == 1
        return found[0]

    def places(self, quote: Entry) -> list[Span]:
        """Find all the places where a report has the words of a quote."""
        report = self.report(quote["report"])
        pattern = r"\s+".join(re.escape(word) for word in quote["text"].split())
        found = [report.span(*match.span()) for match in re.finditer(pattern, report.text)]
        assert found, f"not in the text of {quote['report']}: {quote['text']!r}"
        return found

    def content(self, statement: Statement) -> set[int]:
        return {offset for span in statement.content for offset in offsets(span)}

    def saying(self, quote: Entry) -> list[Statement]:
        """Find the statements whose content is about these words, no less and no more."""
        places = self.places(quote)
        return [
            statement
            for statement in self._statements(quote["report"])
            if any(share(self.content(statement), offsets(place)) >= ALIKE for place in places)
        ]

    def holding(self, quote: Entry) -> list[Statement]:
        """Find the statements whose content holds most of these words, and maybe more."""
        places = [offsets(place) for place in self.places(quote)]
        return [
            statement
            for statement in self._statements(quote["report"])
            if any(len(self.content(statement) & place) > ALIKE * len(place) for place in places)
        ]

    def _statements(self, report: str) -> list[Statement]:
        story = self.story_of(report)
        key = self.report(report).id
        return [statement for statement in story.statements if statement.report == key]

    def claims(self, quotes: Sequence[Entry]) -> list[Claim]:
        """Find the claims with a statement at every one of the quotes."""
        stories = {self.story_of(quote["report"]).id: quote["report"] for quote in quotes}
        if len(stories) > 1:
            return []
        wanted = [{statement.id for statement in self.holding(quote)} for quote in quotes]
        return [
            claim
            for claim in self.story_of(quotes[0]["report"]).claims
            if all(ids & set(claim.appearances) for ids in wanted)
        ]

    def touches(self, finding: Finding, quotes: Iterable[Entry]) -> bool:
        """Tell whether evidence of the finding lies at one of the quotes."""
        places = [place for quote in quotes for place in self.places(quote)]
        return any(place.overlaps(span) for place in places for span in finding.evidence)

    def findings(self, kind: str, sides: Iterable[Sequence[Entry]]) -> list[Finding]:
        """Find the findings of a kind with evidence on every side."""
        listed = [list(side) for side in sides]
        story = self.story_of(listed[0][0]["report"])
        return [
            finding
            for finding in story.findings
            if finding.kind == kind and all(self.touches(finding, side) for side in listed)
        ]

    def names(self, source: Source, story: Story) -> set[str]:
        """Give all the names that a source goes by."""
        known = {entity.id: entity for entity in story.entities}
        entity = known.get(source.entity or "")
        names = {source.name} if entity is None else {source.name, entity.name, *entity.aliases}
        return {plain(name) for name in names}

    def is_called(self, source: Source, story: Story, name: str) -> bool:
        return any(plain(name) in known for known in self.names(source, story))

    def stand_for(self, agency: Entry) -> set[str]:
        """Give the nodes of an agency: its own node, and its own report where there is one."""
        names = {plain(name) for name in agency["names"]}
        nodes = self.story(agency["story"]).stemma.nodes
        found = {
            node.id
            for node in nodes
            if node.kind != "report" and any(name in plain(node.name) for name in names)
        }
        own = agency.get("report")
        return found if own is None else found | {self.report(own).id}

    def source_nodes(self, report: str) -> set[str]:
        """Give the nodes a copy of this report may hang from: it, or the agency it is of."""
        agencies = [agency for agency in TRUTH["agencies"] if agency.get("report") == report]
        return {self.report(report).id}.union(*(self.stand_for(agency) for agency in agencies))

    def edges(self, sources: Iterable[str], target: str, kind: str) -> list[Edge]:
        wanted = set(sources)
        key = self.report(target).id
        edges = self.story_of(target).stemma.edges
        return [e for e in edges if e.source in wanted and e.target == key and e.kind == kind]


@pytest.fixture(scope="session")
def answer() -> Answer:
    return Answer(stemma.report([str(path) for path in sorted(COVERAGE.iterdir())]))


def test_nothing_fails_to_be_read(answer: Answer):
    assert answer.coverage.failures == ()
    assert len(answer.coverage.reports) == len(TRUTH["reports"])


@each_stating("title")
def test_a_report_has_its_title(answer: Answer, entry: Entry):
    assert plain(answer.report(entry["id"]).title or "") == plain(entry["title"])


@each_stating("outlet")
def test_a_report_has_its_outlet(answer: Answer, entry: Entry):
    wanted = [entry["outlet"]] if isinstance(entry["outlet"], str) else entry["outlet"]
    assert plain(answer.report(entry["id"]).outlet or "") in {plain(name) for name in wanted}


@each_stating("published")
def test_a_report_has_its_date(answer: Answer, entry: Entry):
    published = answer.report(entry["id"]).published
    assert published is not None
    assert published.value.startswith(entry["published"])


@each_stating("authors")
def test_a_report_has_its_authors(answer: Answer, entry: Entry):
    authors = [plain(author) for author in answer.report(entry["id"]).authors]
    assert authors == [plain(author) for author in entry["authors"]]


@each_stating("language")
def test_a_report_has_its_language(answer: Answer, entry: Entry):
    assert answer.report(entry["id"]).language == entry["language"]


@each_stating("language")
def test_only_an_english_report_is_in_a_story(answer: Answer, entry: Entry):
    key = answer.report(entry["id"]).id
    stories = [story for story in answer.coverage.stories if key in story.reports]
    assert len(stories) == (1 if entry["language"] == "en" else 0)


@each_stating("folds_with")
def test_copies_of_one_article_fold_into_one_report(answer: Answer, entry: Entry):
    paths = answer.report(entry["id"]).paths
    for path in [entry["path"], *entry["folds_with"]]:
        assert any(kept.endswith(f"/{path}") for kept in paths)


@each_string("present")
def test_no_news_is_lost(answer: Answer, key: str, words: str):
    assert answer.places({"report": key, "text": words})


@each_string("absent")
def test_no_residue_is_left(answer: Answer, key: str, words: str):
    assert words not in answer.report(key).text


@each("stories")
def test_a_story_has_its_reports_and_no_others(answer: Answer, entry: Entry):
    members = {answer.report(report).id for report in entry["reports"]}
    assert set(answer.story(entry["id"]).reports) == members


@each("stories")
def test_a_story_tells_how_many_origins_it_may_have(answer: Answer, entry: Entry):
    origins = answer.story(entry["id"]).counts.origins
    assert origins.low <= entry["origins"] <= origins.high <= entry["origins_at_most"]


@each("families")
def test_copies_of_one_origin_are_one_family(answer: Answer, entry: Entry):
    family = {answer.report(report).id for report in entry["reports"]}
    assert family in [set(members) for members in answer.story(entry["story"]).stemma.families]


@each("agencies", having="credited_by")
def test_an_agency_is_credited(answer: Answer, entry: Entry):
    for target in entry["credited_by"]:
        assert answer.edges(answer.stand_for(entry), target, "credit"), target


@each("agencies", having="cited_by")
def test_an_agency_is_cited(answer: Answer, entry: Entry):
    for target in entry["cited_by"]:
        assert answer.edges(answer.stand_for(entry), target, "citation"), target


@each("lost")
def test_copy_that_is_not_held_has_a_node(answer: Answer, entry: Entry):
    nodes = answer.stand_for(entry)
    assert nodes
    for target in entry["reports"]:
        kinds = ["credit", "borrowing"]
        assert any(answer.edges(nodes, target, kind) for kind in kinds), target


@each("copies")
def test_a_copy_hangs_from_what_it_was_made_from(answer: Answer, entry: Entry):
    sources = answer.source_nodes(entry["source"])
    edges = answer.edges(sources, entry["target"], "borrowing")
    assert {edge.strength for edge in edges} & set(entry["strengths"])


@each("claims")
def test_what_is_said_alike_is_one_claim(answer: Answer, entry: Entry):
    claims = answer.claims(entry["quotes"])
    assert claims
    statuses = {claim.status for claim in claims}
    assert statuses & set(entry["status"]), statuses


@each("attributions")
def test_a_statement_has_its_speaker(answer: Answer, entry: Entry):
    said = answer.saying(entry)
    if entry["speaker"] is None:
        assert not [statement.source for statement in said if statement.source]
        assert answer.holding(entry)
        return
    said = said or answer.holding(entry)
    heard = [(statement.source and statement.source.name, statement.text) for statement in said]
    assert any(is_attributed(answer, statement, entry) for statement in said), heard


def is_attributed(answer: Answer, statement: Statement, entry: Entry) -> bool:
    source = statement.source
    story = answer.story_of(entry["report"])
    if source is None or not answer.is_called(source, story, entry["speaker"]):
        return False
    kinds = entry.get("kind", source.kind)
    return (
        source.kind in ([kinds] if isinstance(kinds, str) else kinds)
        and statement.voice == entry.get("voice", statement.voice)
        and source.count == entry.get("count", source.count)
        and all(getattr(statement.factuality, mark) for mark in entry.get("factuality", []))
        and all(
            any(answer.is_called(layer, story, name) for layer in statement.via)
            for name in entry.get("via", [])
        )
    )


@each("responses")
def test_a_refusal_to_answer_is_a_response(answer: Answer, entry: Entry):
    story = answer.story_of(entry["report"])
    places = answer.places(entry)
    responses = [
        statement
        for statement in story.statements
        if statement.act == "response"
        and any(
            place.overlaps(span)
            for place in places
            for span in (*statement.content, *([statement.cue] if statement.cue else []))
        )
    ]
    assert responses
    sources = [statement.source for statement in responses if statement.source]
    assert any(answer.is_called(source, story, entry["speaker"]) for source in sources), sources


@each("figures")
def test_a_figure_has_its_value(answer: Answer, entry: Entry):
    places = answer.places(entry)
    figures = [
        figure
        for figure in answer.story_of(entry["report"]).figures
        if any(place.overlaps(figure.span) for place in places)
    ]
    stated = {key: entry[key] for key in ("high", "unit", "counted", "bound") if key in entry}
    assert any(
        figure.value == pytest.approx(entry["value"])
        and all(getattr(figure, key) == value for key, value in stated.items())
        for figure in figures
    ), figures


@each("findings")
def test_an_editor_is_told(answer: Answer, entry: Entry):
    assert answer.findings(entry["kind"], entry["sides"])


def called(entity: Entity) -> set[str]:
    return {plain(name) for name in (entity.name, *entity.aliases, *entity.misspellings)}


@each("entities")
def test_one_entity_goes_by_all_its_names(answer: Answer, entry: Entry):
    entities = answer.story(entry["story"]).entities
    found = [entity for entity in entities if plain(entry["name"]) in called(entity)]
    assert len(found) == 1
    assert found[0].kind == entry["kind"]
    text = " ".join(report.text for report in answer.coverage.reports)
    for alias in entry["aliases"]:
        assert any(plain(alias) in name for name in called(found[0])), alias
        assert alias in text
    slips = {plain(name) for name in entry["misspellings"]}
    assert {plain(name) for name in found[0].misspellings} <= slips
    assert bool(found[0].misspellings) == bool(slips)


@each("timeline")
def test_a_date_is_on_the_timeline(answer: Answer, entry: Entry):
    places = [place for quote in entry["quotes"] for place in answer.places(quote)]
    events = answer.story(entry["story"]).timeline
    dated = [event for event in events if event.date.startswith(entry["date"])]
    assert any(place.overlaps(span) for event in dated for span in event.spans for place in places)


@each("never", kind="same_story")
def test_two_events_are_never_one_story(answer: Answer, entry: Entry):
    left, right = (answer.story_of(report).id for report in entry["reports"])
    assert left != right


@each("never", kind="same_family")
def test_two_origins_are_never_one_family(answer: Answer, entry: Entry):
    members = {answer.report(report).id for report in entry["reports"]}
    for family in answer.story_of(entry["reports"][0]).stemma.families:
        assert not members <= set(family)


@each("never", kind="citation")
def test_a_mention_is_never_a_citation(answer: Answer, entry: Entry):
    sources = answer.source_nodes(entry["source"])
    assert not answer.edges(sources, entry["target"], "citation")


@each("never", kind="same_claim")
def test_what_differs_is_never_one_claim(answer: Answer, entry: Entry):
    assert not answer.claims(entry["quotes"])


@each("never", kind="finding")
def test_an_editor_is_never_told_what_is_not_so(answer: Answer, entry: Entry):
    assert not answer.findings(entry["finding"], [[quote] for quote in entry["quotes"]])


@each("never", kind="direct_quote")
def test_scare_quotes_are_never_speech(answer: Answer, entry: Entry):
    said = answer.saying(entry["quote"])
    assert not [statement for statement in said if statement.voice == "direct"]


@each("never", kind="assertion")
def test_a_refusal_is_never_a_claim(answer: Answer, entry: Entry):
    said = answer.saying(entry["quote"])
    assert not [statement for statement in said if statement.act == "assertion"]
    claims = answer.story_of(entry["quote"]["report"]).claims
    appearing = {appearance for claim in claims for appearance in claim.appearances}
    assert not appearing & {statement.id for statement in said}


@each("never", kind="speaker")
def test_words_are_never_put_into_another_mouth(answer: Answer, entry: Entry):
    story = answer.story_of(entry["quote"]["report"])
    for statement in answer.holding(entry["quote"]):
        source = statement.source
        assert source is None or not answer.is_called(source, story, entry["speaker"])


@each("never", kind="same_entity")
def test_two_who_differ_are_never_one(answer: Answer, entry: Entry):
    names = {plain(name) for name in entry["names"]}
    for entity in answer.story(entry["story"]).entities:
        assert not names <= called(entity), entity.aliases


def test_no_entry_of_the_truth_goes_untested():
    known = {"same_story", "same_family", "citation", "same_claim", "finding"}
    known |= {"direct_quote", "assertion", "speaker", "same_entity"}
    assert {entry["kind"] for entry in TRUTH["never"]} <= known
