"""Versions of an invented report of an invented fire, read and understood as any other."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from tests import invented

from stemma.extract import extract
from stemma.language import load_annotator
from stemma.model import Extracted, Report, digest

HEADLINE = "Three dead in warehouse fire in Halden"
LEAD = "A fire in a warehouse on Quay Street killed three people on Monday, the fire service said."
HURT = "Twelve people were taken to hospital, police said."
SPREAD = "The blaze broke out at night and spread to a neighbouring paint shop within minutes."
SAID = '"The doors at the back were locked," said Ann Lee, the chief of the fire service.'
OWNER = "The owner of the warehouse, Tormund Vale, could not be reached for comment."
CLOSED = "The street will stay closed until Wednesday, the council said."
LINES = (HEADLINE, LEAD, HURT, SPREAD, SAID, OWNER, CLOSED)

MakeReport = Callable[..., Report]
Understand = Callable[[Report], Extracted]


@cache
def _understand(report: Report) -> Extracted:
    return extract(load_annotator().annotate(report))


@pytest.fixture
def understand() -> Understand:
    return _understand


def report_of(
    lines: tuple[str, ...],
    *,
    outlet: str | None = "Halden Courier",
    url: str | None = "https://haldencourier.example/fire",
    published: str | None = "2025-03-04",
    path: str = "fire.html",
) -> Report:
    text = "\n".join(lines)
    return invented.make_report(
        text,
        first="headline",
        outlet=outlet,
        published=published,
        id=digest("report", url, outlet, text),
        article_id=digest("article", url or lines[0]),
        paths=(path,),
        url=url,
    )


@pytest.fixture
def make_report() -> MakeReport:
    """Make a report of lines, the first of them the headline.

    ``changed`` gives other words for some of them, or None for those to leave out; ``end`` adds
    lines.
    """

    def make(
        changed: dict[str, str | None] | None = None,
        *,
        end: tuple[str, ...] = (),
        lines: tuple[str, ...] = LINES,
        **about: Any,  # noqa: ANN401 - what report_of takes
    ) -> Report:
        kept = [(changed or {}).get(line, line) for line in lines]
        return report_of(tuple(line for line in (*kept, *end) if line is not None), **about)

    return make
