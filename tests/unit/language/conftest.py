"""Invented reports for language parts."""

from collections.abc import Callable

import pytest

from stemma.language import load_annotator
from stemma.model import Annotated, Part, Report


def write_report(text: str, language: str = "en") -> Report:
    parts: list[Part] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part(kind="body", start=start, end=start + len(line)))
        start += len(line) + 1
    return Report(
        id="report:test",
        article_id="article:test",
        paths=("test.txt",),
        url=None,
        outlet=None,
        family=None,
        agency=None,
        title=None,
        authors=(),
        published=None,
        language=language,
        parts=tuple(parts),
        credits=(),
        text=text,
        cut=(),
    )


@pytest.fixture(scope="session")
def annotate() -> Callable[..., Annotated]:
    annotator = load_annotator()

    def run(text: str, language: str = "en") -> Annotated:
        return annotator.annotate(write_report(text, language))

    return run
