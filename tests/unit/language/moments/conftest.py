"""Invented reports, marked by the real annotator."""

from collections.abc import Callable

import pytest

from stemma.language import load_annotator
from stemma.language.moments import find_moments
from stemma.model import Moment, Part, Published, Report

FindMoments = Callable[..., dict[str, Moment]]


def make_report(text: str, published: str | None, *, headline: bool = False) -> Report:
    parts: list[Part] = []
    at = 0
    for line in text.split("\n"):
        kind = "headline" if headline and not parts else "body"
        parts.append(Part(kind=kind, start=at, end=at + len(line)))
        at += len(line) + 1
    return Report(
        id="report:invented",
        article_id="article:invented",
        paths=("invented.txt",),
        url=None,
        outlet=None,
        family=None,
        agency=None,
        title=None,
        authors=(),
        published=Published(value=published, precision="day", basis="invented")
        if published
        else None,
        language="en",
        parts=tuple(parts),
        credits=(),
        text=text,
        cut=(),
    )


@pytest.fixture(scope="session")
def tell() -> FindMoments:
    """Find the moments of a text, by their words."""
    annotator = load_annotator()

    def find(
        text: str, published: str | None = "2024-11-18", *, headline: bool = False
    ) -> dict[str, Moment]:
        report = make_report(text, published, headline=headline)
        marked = annotator.annotate(report)
        found = find_moments(report, marked.tokens, marked.sentences)
        return {moment.span.of(text): moment for moment in found}

    return find
