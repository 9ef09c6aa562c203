"""What tests invent, so that each tells only what it is about."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypedDict, Unpack

from stemma.model import (
    Claim,
    Counts,
    Credit,
    Cut,
    Factuality,
    Origins,
    Part,
    Published,
    Report,
    Source,
    Span,
    Statement,
    digest,
)
from stemma.model.claim import ClaimStatus
from stemma.model.report import PartKind
from stemma.model.statement import Act, SourceKind, Voice
from stemma.read.dating.published import precision_of


class ReportFields(TypedDict, total=False):
    """What few tests tell of a report."""

    id: str
    article_id: str
    paths: tuple[str, ...]
    url: str | None
    family: str | None
    agency: str | None
    title: str | None
    authors: tuple[str, ...]
    language: str
    parts: tuple[Part, ...]
    credits: tuple[Credit, ...]
    cut: tuple[Cut, ...]


class StatementFields(TypedDict, total=False):
    """What few tests tell of a statement."""

    id: str
    via: tuple[Source, ...]


class ClaimFields(TypedDict, total=False):
    """What few tests tell of a claim."""

    id: str
    text: str
    worded_by: str


def make_report(
    text: str = "",
    *,
    name: str = "invented",
    first: PartKind = "body",
    outlet: str | None = None,
    published: str | None = None,
    **others: Unpack[ReportFields],
) -> Report:
    """Make a report of lines: each is a part, the first of the kind ``first``, the others body.

    A headline is the title, too. ``published`` is EDTF.
    """
    report = Report(
        id=f"report:{name}",
        article_id=f"article:{name}",
        paths=(f"{name}.txt",),
        url=None,
        outlet=outlet,
        family=None,
        agency=None,
        title=text.partition("\n")[0] if first == "headline" else None,
        authors=(),
        published=_published(published),
        language="en",
        parts=tuple(_parts(text, first)),
        credits=(),
        text=text,
        cut=(),
    )
    return replace(report, **others)


def span_of(report: Report, words: str) -> Span:
    """Point at words where they first stand in a report."""
    start = report.text.index(words)
    return report.span(start, start + len(words))


def make_statement(  # noqa: PLR0913 - a statement has as many sides
    report: Report,
    words: str,
    *,
    by: Source | str | None = None,
    kind: SourceKind = "person",
    voice: Voice = "indirect",
    cue: str | None = None,
    act: Act = "assertion",
    hedged: bool = False,
    negated: bool = False,
    **others: Unpack[StatementFields],
) -> Statement:
    """Say that words of a report are ``by``'s, or the report's own; name and cue stand in it."""
    content = span_of(report, words)
    source = Source(name=by, kind=kind, spans=(span_of(report, by),)) if isinstance(by, str) else by
    statement = Statement(
        id=digest("statement", report.id, content.start, words),
        report=report.id,
        content=(content,),
        text=words,
        voice=voice if source else "own",
        act=act,
        factuality=Factuality(hedged=hedged, negated=negated),
        source=source,
        via=(),
        cue=span_of(report, cue) if cue else None,
    )
    return replace(statement, **others)


def make_counts(outlets: int, low: int, high: int | None = None) -> Counts:
    """Count as many reports and families as outlets, from ``low`` to ``high`` origins."""
    origins = Origins(low=low, high=high or low)
    return Counts(reports=outlets, outlets=outlets, families=outlets, origins=origins)


def make_claim(
    *appearances: str, counts: Counts, status: ClaimStatus, **others: Unpack[ClaimFields]
) -> Claim:
    """Make a claim of statements: the first of them words it."""
    first = appearances[0]
    claim = Claim(
        id=f"claim:{first}",
        text="",
        worded_by=first,
        appearances=appearances,
        first_appearance=first,
        counts=counts,
        status=status,
    )
    return replace(claim, **others)


def _parts(text: str, first: PartKind) -> Iterator[Part]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Part(kind="body" if start else first, start=start, end=start + len(line))
        start += len(line) + 1


def _published(value: str | None) -> Published | None:
    if value is None:
        return None
    return Published(value=value, precision=precision_of(value), basis="invented")
