"""People, places and outlets are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]
Own = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue", "text"),
    [
        (
            "Ada Rook is confident that the bridge will hold.",
            "Ada Rook",
            "is confident",
            "the bridge will hold",
        ),
        (
            "Rook was sure the toll would fall.",
            "Rook",
            "was sure",
            "the toll would fall",
        ),
        (
            "The mayor made it clear that the dam would go.",
            "mayor",
            "made it clear",
            "the dam would go",
        ),
    ],
)
def test_an_adjective_tells_what_somebody_thinks(
    tell: Tell, sentence: str, speaker: str, cue: str, text: str
):
    (statement,) = tell(sentence)
    assert statement.source is not None
    assert speaker in statement.source.name
    assert statement.cue is not None
    assert statement.cue.of(sentence) == cue
    assert (statement.text, statement.act) == (text, "assertion")


def test_what_is_thought_is_hedged(tell: Tell):
    (statement,) = tell("Voters are worried that the mill will close.")
    assert statement.factuality.hedged


def test_who_is_not_sure_does_not_say_it(tell: Tell):
    (statement,) = tell("The mayor was not convinced that the bridge was safe.")
    assert statement.factuality.negated
    assert statement.text == "was not convinced that the bridge was safe"


def test_who_does_not_know_whether_asks(tell: Tell):
    (statement,) = tell("She was unsure how to protect herself.")
    assert (statement.act, statement.text) == ("question", "how to protect herself")


@pytest.mark.parametrize(
    "sentence",
    [
        "The union is opposed to the toll",
        "The council remains determined to build the dam",
    ],
)
def test_an_attitude_leaves_the_sentence_to_the_report(tell: Tell, own: Own, sentence: str):
    (statement,) = tell(f"{sentence}.")
    assert statement.act == "attitude"
    assert own(f"{sentence}.") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is clear that the dam leaks.",
        "We are happy that you came.",
        "The bridge is open to cyclists.",
        "The sea is calm about the island.",
    ],
)
def test_nobody_and_things_feel_nothing(tell: Tell, sentence: str):
    assert tell(sentence) == []


def test_an_attitude_to_what_another_says_leaves_it_to_them(tell: Tell):
    found = tell("Fishermen are nervous about the ministry’s warning that the dam could break.")
    assert "the dam could break" in [one.text for one in found]
