"""Invented reports, read by the real annotator."""

from collections.abc import Callable

import pytest
from tests.invented import make_report

from stemma.extract import extract
from stemma.language import load_annotator
from stemma.model import Extracted, Statement

Read = Callable[..., Extracted]


@pytest.fixture(scope="session")
def read() -> Read:
    annotator = load_annotator()

    def read_lines(*lines: str, headline: str | None = None) -> Extracted:
        text = "\n".join(lines if headline is None else (headline, *lines))
        report = make_report(text, first="body" if headline is None else "headline")
        return extract(annotator.annotate(report))

    return read_lines


@pytest.fixture(scope="session")
def tell(read: Read) -> Callable[..., list[Statement]]:
    """Give the statements that are somebody's."""

    def tell_lines(*lines: str, headline: str | None = None) -> list[Statement]:
        found = read(*lines, headline=headline).statements
        return [statement for statement in found if statement.voice != "own"]

    return tell_lines


@pytest.fixture(scope="session")
def own(read: Read) -> Callable[..., list[str]]:
    """Give the texts of the report's own statements."""

    def own_lines(*lines: str, headline: str | None = None) -> list[str]:
        found = read(*lines, headline=headline).statements
        return [statement.text for statement in found if statement.voice == "own"]

    return own_lines
