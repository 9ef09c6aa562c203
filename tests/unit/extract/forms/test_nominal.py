"""People, places and outlets are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Extracted, Statement

Tell = Callable[..., list[Statement]]
Read = Callable[..., Extracted]


@pytest.mark.parametrize(
    ("sentence", "speaker", "text"),
    [
        ("The claim that the bridge was unsafe drew anger.", None, "the bridge was unsafe"),
        ("Her comments about the bridge drew anger.", "Her", "the bridge"),
        ("Ida Noll’s criticism of the bridge drew anger.", "Ida Noll", "the bridge"),
        ("The council’s call for a new bridge was heard.", "council", "a new bridge"),
    ],
)
def test_nouns_that_report_have_speakers(tell: Tell, sentence: str, speaker: str | None, text: str):
    (statement,) = tell(sentence)
    assert (statement.source and statement.source.name, statement.text) == (speaker, text)


def test_a_noun_that_reports_leaves_the_sentence_to_the_report(read: Read):
    found = read("Fears that the bridge could fall grew.").statements
    assert [one.text for one in found if one.voice == "own"] == [
        "Fears that the bridge could fall grew"
    ]
