"""Reports and statements of an invented fire, and verdicts about them."""

from collections.abc import Callable

import pytest
from tests.invented import make_report, make_statement

from stemma.model import (
    Anchor,
    Annotated,
    Extracted,
    Source,
    Verdict,
    anchor,
)
from stemma.model.verdict import VerdictKind

HEADLINE = "Fire at the mill"
SAID = "the doors at the back of the mill were locked that night"
TEXT = f"{HEADLINE}\nAnn Lee said {SAID}. Bo Falk saw smoke over the river."

MakePiece = Callable[..., Extracted]
MakeVerdict = Callable[..., Verdict]


@pytest.fixture
def make_piece() -> MakePiece:
    """Make a report in which somebody says something."""

    def make(
        name: str = "courier",
        text: str = TEXT,
        *,
        said: str = SAID,
        by: str = "Ann Lee",
        article: str | None = None,
    ) -> Extracted:
        report = make_report(
            text,
            name=name,
            first="headline",
            outlet=name.title(),
            article_id=article or f"article:{name}",
        )
        speaker = by if by in text else Source(name=by, kind="person", spans=())
        return Extracted(
            annotated=Annotated(report=report),
            statements=(make_statement(report, said, by=speaker),) if said in text else (),
            figures=(),
            moments=(),
        )

    return make


@pytest.fixture
def make_verdict() -> MakeVerdict:
    """Make a verdict about words of reports."""

    def make(
        kind: VerdictKind,
        *places: tuple[Extracted, str],
        answer: str | None = None,
        at: str = "2026-03-05T12:00:00Z",
        author: str = "Ida Noll",
    ) -> Verdict:
        anchors: list[Anchor] = []
        for piece, words in places:
            report = piece.annotated.report
            start = report.text.index(words)
            span = report.span(start, start + len(words))
            anchors.append(anchor(report, span))
        return Verdict(kind=kind, author=author, at=at, subject=tuple(anchors), answer=answer)

    return make
