"""Reports of an invented spill on an invented river, by invented outlets."""

from collections.abc import Callable
from typing import Unpack

import pytest
from tests.invented import ReportFields, make_report, make_statement

from stemma.language import load_annotator
from stemma.model import Credit, Extracted
from stemma.model.statement import SourceKind

Maker = Callable[..., Extracted]


def make(
    name: str,
    text: str,
    *statements: tuple[str, str, SourceKind],
    outlet: str | None = None,
    day: str | None = None,
    credit: str | None = None,
    **others: Unpack[ReportFields],
) -> Extracted:
    """Make a report, with statements given as (words, speaker, kind of speaker)."""
    if credit is not None:
        others["credits"] = (Credit(agency=credit, basis="metadata", span=None),)
    report = make_report(text, name=name, outlet=outlet, published=day, **others)
    return Extracted(
        annotated=load_annotator().annotate(report),
        statements=tuple(
            make_statement(
                report,
                words,
                by=speaker,
                kind=kind,
                voice="direct" if kind == "person" else "indirect",
            )
            for words, speaker, kind in statements
        ),
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
