"""Invented reports, marked by the real annotator."""

from collections.abc import Callable

import pytest
from tests.invented import make_report

from stemma.language import load_annotator
from stemma.language.moments import find_moments
from stemma.model import Moment
from stemma.model.report import PartKind

FindMoments = Callable[..., dict[str, Moment]]


@pytest.fixture(scope="session")
def tell() -> FindMoments:
    """Find the moments of a text, by their words."""
    annotator = load_annotator()

    def find(
        text: str, published: str | None = "2024-11-18", *, first: PartKind = "body"
    ) -> dict[str, Moment]:
        report = make_report(text, first=first, published=published)
        marked = annotator.annotate(report)
        found = find_moments(report, marked.tokens, marked.sentences)
        return {moment.span.of(text): moment for moment in found}

    return find
