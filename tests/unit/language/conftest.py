"""Invented reports for language parts."""

from collections.abc import Callable

import pytest
from tests.invented import make_report

from stemma.language import load_annotator
from stemma.model import Annotated


@pytest.fixture(scope="session")
def annotate() -> Callable[..., Annotated]:
    annotator = load_annotator()

    def run(text: str, language: str = "en") -> Annotated:
        return annotator.annotate(make_report(text, language=language))

    return run
