"""Reports of an invented fire at an invented mill, by invented outlets, with real annotations."""

from collections.abc import Callable

import pytest
from tests.invented import make_report, make_statement

from stemma.language import load_annotator, load_encoder
from stemma.model import Extracted
from stemma.ports import Encoder

Maker = Callable[..., Extracted]


def make_extracted(
    outlet: str,
    text: str,
    *said: dict[str, object],
    day: str | None = "2025-03-04",
) -> Extracted:
    """Annotate a report; without ``said`` every sentence is a statement in its own voice."""
    report = make_report(text, name=outlet, outlet=outlet, published=day)
    annotated = load_annotator().annotate(report)
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
    return load_encoder()
