"""Invented reports, read by the real annotator."""

from collections.abc import Callable

import pytest

from stemma.extract import extract
from stemma.language import load_annotator
from stemma.model import Extracted, Part, Report, Statement, digest
from stemma.model.report import PartKind

Read = Callable[..., Extracted]


def make_report(*lines: str, headline: str | None = None) -> Report:
    kinds: list[tuple[PartKind, str]] = [("body", line) for line in lines]
    if headline is not None:
        kinds.insert(0, ("headline", headline))
    parts: list[Part] = []
    at = 0
    for kind, line in kinds:
        parts.append(Part(kind=kind, start=at, end=at + len(line)))
        at += len(line) + 1
    text = "\n".join(line for _, line in kinds)
    return Report(
        id=digest("report", text),
        article_id=digest("article", text),
        paths=("invented.txt",),
        url=None,
        outlet=None,
        family=None,
        agency=None,
        title=headline,
        authors=(),
        published=None,
        language="en",
        parts=tuple(parts),
        credits=(),
        text=text,
        cut=(),
    )


@pytest.fixture(scope="session")
def read() -> Read:
    annotator = load_annotator()

    def read_lines(*lines: str, headline: str | None = None) -> Extracted:
        return extract(annotator.annotate(make_report(*lines, headline=headline)))

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
