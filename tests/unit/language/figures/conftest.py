"""Invented sentences, marked by the real annotator."""

from collections.abc import Callable

import pytest

from stemma.language import load_annotator
from stemma.language.figures import find_figures
from stemma.model import Figure, Part, Report

FindFigures = Callable[[str], tuple[Figure, ...]]


@pytest.fixture(scope="session")
def count() -> FindFigures:
    """Find the figures of one paragraph."""
    annotator = load_annotator()

    def find(text: str) -> tuple[Figure, ...]:
        report = Report(
            id="report:invented",
            article_id="article:invented",
            paths=("invented.txt",),
            url=None,
            outlet=None,
            family=None,
            agency=None,
            title=None,
            authors=(),
            published=None,
            language="en",
            parts=(Part(kind="body", start=0, end=len(text)),),
            credits=(),
            text=text,
            cut=(),
        )
        marked = annotator.annotate(report)
        return find_figures(report, marked.tokens, marked.sentences)

    return find
