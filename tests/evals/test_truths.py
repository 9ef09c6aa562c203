"""Scores on what is told of whole stories, with truths made by hand."""

import hashlib
import json
from pathlib import Path

import pytest
from evals.examples import Entry, Told
from evals.material import make_report
from evals.outcome import Selection
from evals.readers.annotations import StaleAnnotationError, told_of_events
from evals.scorers import conflicts, origins
from tests.invented import make_counts

from stemma.model import Finding, Report, Stemma, Story
from stemma.model.finding import FindingKind

LEFT = make_report("Up to 14,000 people left the town.", name="left")
RIGHT = make_report("More than 11,000 people left it.", name="right")
SIDES = [
    [{"report": "left", "text": "Up to 14,000 people"}],
    [{"report": "right", "text": "More than 11,000 people"}],
]
TRUE = {"kind": "figure_conflict", "sides": SIDES}


def finding(kind: FindingKind, *reports: Report) -> Finding:
    evidence = tuple(report.span(0, 12) for report in reports)
    return Finding(
        id="finding", kind=kind, message="", weight=0.5, evidence=evidence, values=("a", "b")
    )


def told(
    *findings: Finding, low: int = 1, high: int = 2, wanted: list[Entry] | None = None
) -> Told:
    story = Story(
        id="story",
        title="The town",
        reports=(LEFT.id, RIGHT.id),
        counts=make_counts(2, low, high),
        entities=(),
        statements=(),
        claims=(),
        figures=(),
        findings=findings,
        timeline=(),
        stemma=Stemma(nodes=(), edges=(), families=()),
        brief=(),
    )
    stories = [{"id": "town", "reports": ["left", "right"], "origins": 2}]
    return Told(
        truth={"stories": stories, "findings": wanted or [TRUE]},
        reports={"left": LEFT, "right": RIGHT},
        stories=(story,),
    )


def test_a_conflict_is_found_where_kind_and_both_sides_are_right():
    found, shown = conflicts.measure([told(finding("figure_conflict", LEFT, RIGHT))])
    assert (found.recall, shown.precision) == (1, 1)


@pytest.mark.parametrize(
    "wrong",
    [finding("date_conflict", LEFT, RIGHT), finding("figure_conflict", LEFT)],
    ids=["another kind", "one side alone"],
)
def test_another_finding_is_not_the_true_one(wrong: Finding):
    found, shown = conflicts.measure([told(wrong)])
    assert (found.recall, shown.precision) == (0, 0)


def test_findings_of_support_are_not_counted():
    found, shown = conflicts.measure([told(finding("corroborated", LEFT, RIGHT))])
    assert (found.wanted, shown.given) == (1, 0)


def test_only_the_first_ten_are_looked_at():
    wrong = [finding("denial", LEFT)] * 10
    found, shown = conflicts.measure([told(*wrong, finding("figure_conflict", LEFT, RIGHT))])
    assert (found.recall, shown.given, shown.precision) == (1, 10, 0)


@pytest.mark.parametrize(("low", "high", "inside"), [(1, 2, True), (2, 3, True), (3, 4, False)])
def test_the_true_number_is_in_the_range_or_not(low: int, high: int, *, inside: bool):
    assert origins.measure([told(low=low, high=high)]) == ([inside], [high - low])


TEXTS = {
    "a1": "Up to 14,000 people left the town of Ostwick on Tuesday, the mayor said. " * 3,
    "b2": "More than 11,000 people left the town of Ostwick on Tuesday, police said. " * 3,
}


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "news_cluster" / "news_cluster"
    folder.mkdir(parents=True)
    for key, text in TEXTS.items():
        record = {"title": f"Town {key} is empty after the flood", "text": text, "dId": key}
        (folder / f"{key}.json").write_text(json.dumps(record), encoding="utf-8")
    return tmp_path


def annotate(folder: Path, digests: dict[str, str]) -> Path:
    sides = [[["a1", 0, 19]], [["b2", 0, 23]]]
    annotation = {
        "event": 70,
        "reports": digests,
        "origins": 2,
        "findings": [{"kind": "figure_conflict", "sides": sides, "because": "two counts"}],
    }
    (folder / "event-70.json").write_text(json.dumps(annotation), encoding="utf-8")
    return folder


def test_an_annotated_event_is_told_and_quoted_from_its_texts(corpora: Path, tmp_path: Path):
    digests = {key: hashlib.sha256(text.encode()).hexdigest() for key, text in TEXTS.items()}
    folder = annotate(tmp_path, digests)
    (answer,) = told_of_events(Selection(corpora=corpora), folder=folder)
    assert set(answer.reports) == {"a1", "b2"}
    (left,), (right,) = answer.truth["findings"][0]["sides"]
    assert left == {"report": "a1", "text": "Up to 14,000 people"}
    assert right == {"report": "b2", "text": "More than 11,000 people"}
    assert answer.places(left)
    assert answer.truth["stories"][0]["origins"] == 2


def test_an_annotation_of_another_text_is_refused(corpora: Path, tmp_path: Path):
    folder = annotate(tmp_path, {"a1": "0" * 64, "b2": "0" * 64})
    with pytest.raises(StaleAnnotationError, match=r"a1\.json"):
        told_of_events(Selection(corpora=corpora), folder=folder)


def test_a_sample_leaves_annotated_events_out(corpora: Path, tmp_path: Path):
    digests = {key: hashlib.sha256(text.encode()).hexdigest() for key, text in TEXTS.items()}
    folder = annotate(tmp_path, digests)
    assert told_of_events(Selection(corpora=corpora, sample=10), folder=folder) == []


def test_an_event_that_is_not_at_hand_is_left_out(tmp_path: Path):
    folder = annotate(tmp_path, {"a1": "0" * 64, "b2": "0" * 64})
    assert told_of_events(Selection(corpora=tmp_path / "none"), folder=folder) == []
    assert told_of_events(Selection(corpora=None), folder=folder) == []
