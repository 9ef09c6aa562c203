"""What holds for every run, whatever the reports say."""

from itertools import permutations
from pathlib import Path

import pytest

import stemma
from stemma.model import Coverage

EXAMPLES = Path(__file__).parents[2] / "examples" / "coverage"
SOME = sorted(str(path) for path in EXAMPLES.iterdir())[::4]


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return stemma.report([str(EXAMPLES)])


def test_a_second_run_is_the_same_to_the_byte(coverage: Coverage):
    assert stemma.to_json(stemma.report([str(EXAMPLES)])) == stemma.to_json(coverage)


def test_several_workers_give_what_one_gives(coverage: Coverage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("stemma.crew._SEVERAL", 2)
    assert stemma.to_json(stemma.report([str(EXAMPLES)], workers=2)) == stemma.to_json(coverage)


def test_the_order_of_the_sources_makes_no_difference():
    orders = list(permutations(SOME))
    written = {stemma.to_json(stemma.report(order)) for order in (orders[0], orders[-1])}
    assert len(written) == 1


def test_every_statement_is_its_spans(coverage: Coverage):
    texts = {report.id: report.text for report in coverage.reports}
    for story in coverage.stories:
        for statement in story.statements:
            words = [span.of(texts[span.report]) for span in statement.content]
            assert words
            assert all(word.strip() and word in statement.text for word in words)


def test_every_claim_is_worded_by_one_of_its_statements(coverage: Coverage):
    for story in coverage.stories:
        statements = {statement.id: statement for statement in story.statements}
        for claim in story.claims:
            assert claim.worded_by in claim.appearances
            assert claim.text == statements[claim.worded_by].text
            assert claim.first_appearance == claim.appearances[0]


def test_every_english_report_is_in_exactly_one_story_and_one_family(coverage: Coverage):
    english = sorted(report.id for report in coverage.reports if report.language == "en")
    assert sorted(report for story in coverage.stories for report in story.reports) == english
    for story in coverage.stories:
        families = story.stemma.families
        members = sorted(report for family in families for report in family)
        assert members == sorted(story.reports)


def test_counts_never_pretend(coverage: Coverage):
    for story in coverage.stories:
        for counts in (story.counts, *(claim.counts for claim in story.claims)):
            assert 1 <= counts.families <= counts.outlets <= counts.reports
            assert 0 <= counts.origins.low <= counts.origins.high <= counts.reports


def test_every_edge_says_why_and_joins_nodes_of_the_stemma(coverage: Coverage):
    for story in coverage.stories:
        nodes = {node.id for node in story.stemma.nodes}
        for edge in story.stemma.edges:
            assert {edge.source, edge.target} <= nodes
            assert edge.evidence
            assert 0 <= edge.weight <= 1


def test_findings_come_by_weight_and_rest_on_words(coverage: Coverage):
    for story in coverage.stories:
        weights = [finding.weight for finding in story.findings]
        assert weights == sorted(weights, reverse=True)
        assert all(finding.evidence for finding in story.findings)
