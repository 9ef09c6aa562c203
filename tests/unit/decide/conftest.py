"""Reports and statements of an invented fire, and verdicts about them."""

from collections.abc import Callable

import pytest

from stemma.model import (
    Anchor,
    Annotated,
    Extracted,
    Factuality,
    Part,
    Report,
    Source,
    Statement,
    Verdict,
    anchor,
    digest,
)
from stemma.model.verdict import VerdictKind

HEADLINE = "Fire at the mill"
SAID = "the doors at the back of the mill were locked that night"
TEXT = f"{HEADLINE}\nAnn Lee said {SAID}. Bo Falk saw smoke over the river."

MakePiece = Callable[..., Extracted]
MakeVerdict = Callable[..., Verdict]


def _statement(report: Report, said: str, by: str) -> Statement:
    start, at = report.text.index(said), report.text.find(by)
    spans = (report.span(at, at + len(by)),) if at >= 0 else ()
    return Statement(
        id=digest("statement", report.id, start),
        report=report.id,
        content=(report.span(start, start + len(said)),),
        text=said,
        voice="indirect",
        act="assertion",
        factuality=Factuality(),
        source=Source(name=by, kind="person", spans=spans),
        via=(),
        cue=None,
    )


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
        end = text.find("\n")
        report = Report(
            id=f"report:{name}",
            article_id=article or f"article:{name}",
            paths=(f"{name}.txt",),
            url=None,
            outlet=name.title(),
            family=None,
            agency=None,
            title=text[:end],
            authors=(),
            published=None,
            language="en",
            parts=(
                Part(kind="headline", start=0, end=end),
                Part(kind="body", start=end + 1, end=len(text)),
            ),
            credits=(),
            text=text,
            cut=(),
        )
        return Extracted(
            annotated=Annotated(report=report),
            statements=(_statement(report, said, by),) if said in text else (),
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
