"""Reports of an invented spill on an invented river, by invented outlets."""

from collections.abc import Callable
from functools import cache

import pytest

from stemma.language import load_annotator
from stemma.model import (
    Credit,
    Extracted,
    Factuality,
    Part,
    Published,
    Report,
    Source,
    Statement,
)
from stemma.model.statement import SourceKind
from stemma.ports import Annotator

Maker = Callable[..., Extracted]


@cache
def annotator() -> Annotator:
    return load_annotator()


def make_report(name: str, text: str, said: dict[str, str | list[str]]) -> Report:
    """Make a report; ``said`` may hold outlet, agency, credit, authors, day and url."""
    parts: list[Part] = []
    start = 0
    for line in text.split("\n"):
        parts.append(Part(kind="body", start=start, end=start + len(line)))
        start += len(line) + 1
    day, credit = said.get("day"), said.get("credit")
    return Report(
        id=f"report:{name}",
        article_id=f"article:{name}",
        paths=(f"{name}.txt",),
        url=str(said["url"]) if "url" in said else None,
        outlet=str(said["outlet"]) if "outlet" in said else None,
        family=None,
        agency=str(said["agency"]) if "agency" in said else None,
        title=None,
        authors=tuple(said.get("authors", ())),
        published=Published(value=str(day), precision="day", basis="said so") if day else None,
        language="en",
        parts=tuple(parts),
        credits=(Credit(agency=str(credit), basis="metadata", span=None),) if credit else (),
        text=text,
        cut=(),
    )


def make_statement(report: Report, words: str, speaker: str, kind: SourceKind) -> Statement:
    """Say that ``words`` of the report are ``speaker``'s, who is named in it too."""
    start = report.text.index(words)
    named = report.text.index(speaker)
    return Statement(
        id=f"statement:{report.id}:{start}",
        report=report.id,
        content=(report.span(start, start + len(words)),),
        text=words,
        voice="direct" if kind == "person" else "indirect",
        act="assertion",
        factuality=Factuality(),
        source=Source(
            name=speaker,
            kind=kind,
            spans=(report.span(named, named + len(speaker)),),
        ),
        via=(),
        cue=None,
    )


def make(
    name: str, text: str, *statements: tuple[str, str, SourceKind], **said: str | list[str]
) -> Extracted:
    """Make a report, with statements given as (words, speaker, kind of speaker)."""
    report = make_report(name, text, said)
    return Extracted(
        annotated=annotator().annotate(report),
        statements=tuple(make_statement(report, *statement) for statement in statements),
        figures=(),
        moments=(),
    )


@pytest.fixture(scope="session")
def report() -> Maker:
    return make


COPY = (
    "Some 40,000 litres of dye ran into the River Ost on Monday when a valve failed at the Bremmel "
    "works.\nThe water turned violet as far as the weir at Tolk, and anglers carried trout to "
    "clean ponds in buckets.\nThe works had been warned about the valve in March, according to "
    "the inspectorate.\nBremmel makes carpets and employs 310 people in the valley.\nA cleaning "
    "crew will pump out the canal over the coming week."
)
REWORDED = (
    "About 40,000 litres of dye poured into the River Ost on Monday after a valve at the Bremmel "
    "works gave way.\nAs far as the weir at Tolk the water went violet; anglers were carrying "
    "trout in buckets to clean ponds.\nThe inspectorate had given the works a warning about the "
    "valve in March.\nCarpet maker Bremmel has 310 employees in the valley."
)
OTHER = (
    "Children in Tolk found their swimming place coloured purple on Monday afternoon.\nThe mayor "
    "closed the bathing beach and asked everybody to keep dogs out of the stream.\nBy evening "
    "shopkeepers along the quay were selling purple lemonade.\nThe fire brigade laid a barrier of "
    "straw below the mill.\nSchools in the town will have lessons about rivers this week."
)


@pytest.fixture(scope="session")
def copy() -> str:
    return COPY


@pytest.fixture(scope="session")
def reworded() -> str:
    return REWORDED


@pytest.fixture(scope="session")
def other() -> str:
    return OTHER
