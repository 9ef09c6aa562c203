"""Small golden cases; people, places and outlets are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Extracted, Report, Statement
from stemma.model.annotated import Annotated

Tell = Callable[..., list[Statement]]
Read = Callable[..., Extracted]


@pytest.mark.parametrize(
    ("sentence", "speaker", "text"),
    [
        (
            "Officials said the bridge would stay shut for a week.",
            "Officials",
            "the bridge would stay shut for a week",
        ),
        (
            "The harbour mayor, Ida Noll, said that the bridge was unsafe.",
            "Ida Noll",
            "the bridge was unsafe",
        ),
        (
            "The bridge was unsafe when the truck crossed it, Ida Noll said.",
            "Ida Noll",
            "The bridge was unsafe when the truck crossed it",
        ),
        (
            "The bridge was unsafe, said Ida Noll, an engineer at Marrow College.",
            "Ida Noll",
            "The bridge was unsafe",
        ),
        (
            "The bridge was unsafe, according to two engineers.",
            "two engineers",
            "The bridge was unsafe",
        ),
        (
            "According to the transport ministry, the bridge was unsafe.",
            "transport ministry",
            "the bridge was unsafe",
        ),
        (
            "Ida Noll told reporters the bridge was unsafe.",
            "Ida Noll",
            "the bridge was unsafe",
        ),
        (
            "The plan, Ida Noll said, would cost too much.",
            "Ida Noll",
            "The plan … would cost too much",
        ),
        (
            "Police urged drivers to stay at home.",
            "Police",
            "drivers to stay at home",
        ),
        (
            "The union accused the ministry of hiding the report.",
            "union",
            "the ministry of hiding the report",
        ),
        (
            "The company vowed to repair the bridge.",
            "company",
            "to repair the bridge",
        ),
    ],
)
def test_the_speaker_and_what_is_said_are_found(tell: Tell, sentence: str, speaker: str, text: str):
    (statement,) = tell(sentence)
    assert (statement.source and statement.source.name, statement.text) == (speaker, text)


def test_the_parts_that_are_no_news_make_no_statement(read: Read):
    assert read("").statements == ()


def test_a_report_that_was_not_read_has_no_statements(read: Read):
    report: Report = read("Nobody said a word.").annotated.report
    from stemma.extract import extract  # noqa: PLC0415 -- the one test that needs it bare

    assert extract(Annotated(report=report)).statements == ()
