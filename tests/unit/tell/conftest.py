"""A small coverage made by hand; the town, the outlets and the people are invented."""

from functools import partial

import pytest
from tests.invented import make_claim, make_counts, make_report, make_statement, span_of

from stemma.model import (
    BriefLine,
    Coverage,
    Cut,
    Edge,
    Entity,
    Event,
    Evidence,
    Failure,
    Figure,
    Finding,
    Node,
    Report,
    Source,
    Statement,
    Stemma,
    Story,
)

FIRST = "Bridge shut\nUp to 40 people were hurt, Mayor Ida Noll said."
SECOND = "Bridge closed <b>again</b>\nMore than 30 people were hurt, officials said."
FOREIGN = "El puente está cerrado."


def said(report: Report, words: str, by: Source) -> Statement:
    return make_statement(report, words, by=by, cue="said", id=f"statement:{report.id}")


@pytest.fixture
def coverage() -> Coverage:
    make = partial(make_report, first="headline", published="2026-03-10")
    furniture = (Cut(text="Share this", reason="page furniture", at=0),)
    first = make(FIRST, name="first", outlet="Harbour Post", family="Harbour Post", cut=furniture)
    second = make(SECOND, name="second", outlet="Valley News", family="Valley News")
    foreign = make(
        FOREIGN, name="tercero", outlet="El Diario", family="El Diario", language="es", parts=()
    )
    mayor = Source(
        name="Ida Noll",
        kind="person",
        spans=(span_of(first, "Mayor Ida Noll"),),
        entity="entity:noll",
    )
    officials = Source(name="officials", kind="unnamed", spans=(span_of(second, "officials"),))
    statements = (
        said(first, "Up to 40 people were hurt", mayor),
        said(second, "More than 30 people were hurt", officials),
    )
    counts = make_counts(2, 1, 2)
    claim = make_claim(
        *(statement.id for statement in statements),
        id="claim:hurt",
        text=statements[0].text,
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
                mentions=(span_of(first, "Ida Noll"),),
            ),
        ),
        statements=statements,
        claims=(claim,),
        figures=(
            Figure(
                id="figure:40",
                span=span_of(first, "Up to 40 people"),
                value=40.0,
                counted="person",
                bound="at_most",
                statement=statements[0].id,
            ),
            Figure(
                id="figure:30",
                span=span_of(second, "More than 30 people"),
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
                evidence=(
                    span_of(first, "Up to 40 people"),
                    span_of(second, "More than 30 people"),
                ),
                values=("at most 40", "more than 30"),
                claims=(claim.id,),
            ),
        ),
        timeline=(
            Event(
                date="2026-03-10",
                precision="day",
                text="people were hurt",
                spans=(span_of(first, "people were hurt"),),
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
                    evidence=(
                        Evidence(reason="rare words shared", spans=(span_of(second, "hurt"),)),
                    ),
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
