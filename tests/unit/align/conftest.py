"""Reports of an invented fire at an invented mill, by invented outlets, with real annotations."""

from collections.abc import Callable
from functools import cache

import pytest

from stemma.language import load_annotator, load_encoder
from stemma.model import (
    Claim,
    Counts,
    Extracted,
    Factuality,
    Origins,
    Part,
    Published,
    Report,
    Source,
    Statement,
    Stemma,
    digest,
)
from stemma.model.statement import Act, SourceKind, Voice
from stemma.ports import Annotator, Encoder

Maker = Callable[..., Extracted]
Sayer = Callable[..., tuple[str, dict[str, object]]]


@cache
def annotator() -> Annotator:
    return load_annotator()


@cache
def sentence_encoder() -> Encoder:
    return load_encoder()


def make_report(outlet: str, text: str, day: str | None) -> Report:
    parts: list[Part] = []
    start = 0
    for line in text.split("\n"):
        parts.append(Part(kind="body", start=start, end=start + len(line)))
        start += len(line) + 1
    return Report(
        id=f"report:{outlet}",
        article_id=f"article:{outlet}",
        paths=(f"{outlet}.txt",),
        url=None,
        outlet=outlet,
        family=None,
        agency=None,
        title=None,
        authors=(),
        published=Published(value=day, precision="day", basis="said so") if day else None,
        language="en",
        parts=tuple(parts),
        credits=(),
        text=text,
        cut=(),
    )


def make_statement(  # noqa: PLR0913 - a statement has as many sides
    report: Report,
    words: str,
    *,
    by: str | None = None,
    kind: SourceKind = "person",
    act: Act = "assertion",
    voice: Voice = "indirect",
    cue: str | None = None,
    hedged: bool = False,
    negated: bool = False,
) -> Statement:
    """Say that ``words`` of the report are ``by``'s; both, and the cue, stand in its text."""
    start = report.text.index(words)
    source = None
    if by is not None:
        named = report.text.index(by)
        source = Source(name=by, kind=kind, spans=(report.span(named, named + len(by)),))
    at = None if cue is None else report.text.index(cue)
    return Statement(
        id=digest("statement", report.id, start, words),
        report=report.id,
        content=(report.span(start, start + len(words)),),
        text=words,
        voice="own" if by is None else voice,
        act=act,
        factuality=Factuality(hedged=hedged, negated=negated),
        source=source,
        via=(),
        cue=None if at is None or cue is None else report.span(at, at + len(cue)),
    )


def make_extracted(
    outlet: str,
    text: str,
    *said: dict[str, object],
    day: str | None = "2025-03-04",
) -> Extracted:
    """Annotate a report; without ``said`` every sentence is a statement in its own voice."""
    report = make_report(outlet, text, day)
    annotated = annotator().annotate(report)
    if said:
        statements = [make_statement(report, **one) for one in said]  # pyright: ignore[reportArgumentType] - the keys are those of make_statement
    else:
        statements = [
            make_statement(report, text[sentence.start : sentence.end].rstrip("."))
            for sentence in annotated.sentences
        ]
    return Extracted(
        annotated=annotated,
        statements=tuple(statements),
        figures=annotated.figures,
        moments=annotated.moments,
    )


@pytest.fixture
def extracted() -> Maker:
    return make_extracted


@pytest.fixture
def encoder() -> Encoder:
    return sentence_encoder()


@pytest.fixture
def no_stemma() -> Stemma:
    return Stemma(nodes=(), edges=(), families=())


@pytest.fixture
def counted() -> Callable[..., Claim]:
    """Make a claim that so many outlets have, from so many origins."""

    def make(outlets: int, low: int, high: int | None = None) -> Claim:
        return Claim(
            id=f"claim:{outlets}:{low}",
            text="The mill burnt down",
            worded_by="statement:1",
            appearances=("statement:1",),
            first_appearance="statement:1",
            counts=Counts(
                reports=outlets,
                outlets=outlets,
                families=outlets,
                origins=Origins(low=low, high=high or low),
            ),
            status="single_outlet",
        )

    return make
