import json

from stemma.model import Coverage
from stemma.tell.as_json import to_json


def test_every_span_quotes_words_of_its_report(coverage: Coverage):
    written = json.loads(to_json(coverage))
    texts = {report["id"]: report["text"] for report in written["reports"]}
    figures = written["stories"][0]["figures"]
    assert [
        texts[figure["span"]["report"]][figure["span"]["start"] : figure["span"]["end"]]
        for figure in figures
    ] == ["Up to 40 people", "More than 30 people"]


def test_whole_numbers_are_written_without_a_fraction(coverage: Coverage):
    assert '"value": 40,' in to_json(coverage)


def test_ids_of_statements_lead_from_claims_to_words(coverage: Coverage):
    story = json.loads(to_json(coverage))["stories"][0]
    statements = {statement["id"]: statement for statement in story["statements"]}
    assert [statements[name]["text"] for name in story["claims"][0]["appearances"]] == [
        "Up to 40 people were hurt",
        "More than 30 people were hurt",
    ]


def test_the_same_coverage_is_written_the_same(coverage: Coverage):
    assert to_json(coverage) == to_json(coverage)


def test_without_blanks_it_says_the_same(coverage: Coverage):
    compact = to_json(coverage, compact=True)
    assert json.loads(compact) == json.loads(to_json(coverage))
    assert '"value":40,' in compact
