from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from stemma import app, language, pipeline
from stemma.model import Annotated, Report

TEXT = (
    "{town} bridge shut\n\n{town}, March 3 - The bridge in {town} was shut on Monday after a "
    "surveyor found cracks in the second pier, the council said. Buses take the long way round "
    "by the mill, which costs them half an hour, and the ferry runs until midnight."
)


class Stumbling:
    """An annotator with a bug that one town brings to light."""

    def __init__(self) -> None:
        self.sound = language.load_annotator()

    def annotate(self, report: Report) -> Annotated:
        if "Halden" in report.text:
            message = "no such town"
            raise KeyError(message)
        return self.sound.annotate(report)

    def redate(self, annotated: Annotated, report: Report) -> Annotated:
        return self.sound.redate(annotated, report)


@cache
def load_stumbling() -> pipeline.Parts:
    return pipeline.Parts(annotator=Stumbling(), encoder=language.load_encoder())


def choose_stumbling(**_: str) -> Callable[[], pipeline.Parts]:
    return load_stumbling


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], str]:
    def write(town: str) -> str:
        path = tmp_path / f"{town}.txt"
        path.write_text(TEXT.format(town=town), encoding="utf-8")
        return str(path)

    return write


def test_a_bug_that_one_report_brings_to_light_does_not_cost_the_others(
    write: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(app, "LoadParts", choose_stumbling)
    coverage = app.report([write("Halden"), write("Marrow")])
    assert len(coverage.reports) == 2
    assert [len(story.reports) for story in coverage.stories] == [1]
    (failure,) = coverage.failures
    assert failure.error == "KeyError"
    assert "Halden.txt" in failure.message
