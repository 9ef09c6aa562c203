"""Alerts about an invented flood."""

from collections.abc import Iterator

import pytest

from stemma.model import Alert, Span
from stemma.stores import Store, open_store


@pytest.fixture
def alert() -> Alert:
    return Alert(
        id="alert:sha256:0123456789abcdef",
        kind="new_conflict",
        story="story:sha256:fedcba9876543210",
        at="2026-01-14T06:00:00Z",
        message="Gate fails: The figures differ: “four dead” and “five & more”.",
        evidence=(
            Span(report="report:one", start=10, end=19),
            Span(report="report:two", start=0, end=11),
        ),
        quotes=("four dead", "five & more"),
    )


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("memory:")
    yield opened
    opened.close()
