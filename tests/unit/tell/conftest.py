"""A small coverage made by hand; the town, the outlets and the people are invented."""

import pytest

from stemma.model import (
    BriefLine,
    Claim,
    Counts,
    Coverage,
    Cut,
    Edge,
    Entity,
    Event,
    Evidence,
    Factuality,
    Failure,
    Figure,
    Finding,
    Node,
    Origins,
    Part,
    Published,
    Report,
    Source,
    Span,
    Statement,
    Stemma,
    Story,
)

FIRST = "Bridge shut\nUp to 40 people were hurt, Mayor Ida Noll said."
SECOND = "Bridge closed <b>again</b>\nMore than 30 people were hurt, officials said."
FOREIGN = "El puente está cerrado."


def make_report(name: str, text: str, outlet: str, **changes: object) -> Report:
    headline = text.index("\n") if "\n" in text else 0
    values: dict[str, object] = {
        "id": f"report:{name}",
        "article_id": f"article:{name}",
        "paths": (f"{name}.txt",),
        "url": None,
        "outlet": outlet,
        "family": outlet,
        "agency": None,
        "title": text.split("\n", maxsplit=1)[0],
        "authors": (),
        "published": Published(value="2026-03-10", precision="day", basis="its dateline"),
        "language": "en",
        "parts": (
            Part(kind="headline", start=0, end=headline),
            Part(kind="body", start=min(headline + 1, len(text)), end=len(text)),
        ),
        "credits": (),
        "text": text,
        "cut": (),
    }
    return Report(**{**values, **changes})  # pyright: ignore[reportArgumentType] - a test's shorthand


def span(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return report.span(start, start + len(words))


def said(report: Report, words: str, source: Source | None, cue: str) -> Statement:
    return Statement(
        id=f"statement:{report.id}",
        report=report.id,
        content=(span(report, words),),
        text=words,
        voice="indirect",
        act="assertion",
        factuality=Factuality(),
        source=source,
        via=(),
        cue=span(report, cue),
    )


@pytest.fixture
def coverage() -> Coverage:
    first = make_report(
        "first", FIRST, "Harbour Post", cut=(Cut(text="Share this", reason="page furniture", at=0),)
    )
    second = make_report("second", SECOND, "Valley News")
    foreign = make_report("tercero", FOREIGN, "El Diario", language="es", parts=())
    mayor = Source(
        name="Ida Noll", kind="person", spans=(span(first, "Mayor Ida Noll"),), entity="entity:noll"
    )
    officials = Source(name="officials", kind="unnamed", spans=(span(second, "officials"),))
    statements = (
        said(first, "Up to 40 people were hurt", mayor, "said"),
        said(second, "More than 30 people were hurt", officials, "said"),
    )
    counts = Counts(reports=2, outlets=2, families=2, origins=Origins(low=1, high=2))
    claim = Claim(
        id="claim:hurt",
        text=statements[0].text,
        worded_by=statements[0].id,
        appearances=tuple(statement.id for statement in statements),
        first_appearance=statements[0].id,
        counts=counts,
        status="conflicting",
    )
    story = Story(
        id="story:bridge",
        title="Bridge shut",
        reports=(first.id, second.id),
        counts=counts,
        entities=(
            Entity(
                id="entity:noll",
                name="Ida Noll",
                kind="person",
                aliases=("Ida Noll",),
                misspellings=(),
                description="mayor",
                mentions=(span(first, "Ida Noll"),),
            ),
        ),
        statements=statements,
        claims=(claim,),
        figures=(
            Figure(
                id="figure:40",
                span=span(first, "Up to 40 people"),
                value=40.0,
                counted="person",
                bound="at_most",
                statement=statements[0].id,
            ),
            Figure(
                id="figure:30",
                span=span(second, "More than 30 people"),
                value=30.0,
                counted="person",
                bound="at_least",
                statement=statements[1].id,
            ),
        ),
        findings=(
            Finding(
                id="finding:hurt",
                kind="figure_conflict",
                message="“Up to 40 people” (Harbour Post) stands beside “More than 30 people”.",
                weight=0.9,
                evidence=(span(first, "Up to 40 people"), span(second, "More than 30 people")),
                values=("at most 40", "more than 30"),
                claims=(claim.id,),
            ),
        ),
        timeline=(
            Event(
                date="2026-03-10",
                precision="day",
                text="people were hurt",
                spans=(span(first, "people were hurt"),),
                claim=claim.id,
            ),
        ),
        stemma=Stemma(
            nodes=(
                Node(id="agency:cpa", kind="agency", name="CPA"),
                Node(id=first.id, kind="report", name="Harbour Post"),
                Node(id=second.id, kind="report", name="Valley News"),
            ),
            edges=(
                Edge(
                    source="agency:cpa",
                    target=first.id,
                    kind="credit",
                    strength="certain",
                    weight=1.0,
                    evidence=(Evidence(reason="its dateline names CPA", spans=()),),
                ),
                Edge(
                    source=first.id,
                    target=second.id,
                    kind="borrowing",
                    strength="possible",
                    weight=0.4,
                    evidence=(Evidence(reason="rare words shared", spans=(span(second, "hurt"),)),),
                ),
            ),
            families=((first.id,), (second.id,)),
        ),
        brief=(BriefLine(text="2 reports; 1 to 2 independent origins", citations=()),),
    )
    return Coverage(
        reports=(first, second, foreign),
        failures=(Failure(path="x.bin", error="UnreadableError", message="x.bin: binary"),),
        stories=(story,),
    )
