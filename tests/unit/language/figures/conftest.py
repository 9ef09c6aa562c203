"""Invented sentences, marked by the real annotator."""

from collections.abc import Callable

import pytest
from tests.invented import make_report

from stemma.language import load_annotator
from stemma.language.figures import find_figures
from stemma.model import Figure

FindFigures = Callable[[str], tuple[Figure, ...]]


@pytest.fixture(scope="session")
def count() -> FindFigures:
    """Find the figures of one paragraph."""
    annotator = load_annotator()

    def find(text: str) -> tuple[Figure, ...]:
        report = make_report(text)
        marked = annotator.annotate(report)
        return find_figures(report, marked.tokens, marked.sentences)

    return find
