"""People, places and outlets are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "speaker", "text"),
    [
        (
            "In the latest Orlen survey, Rook leads Fenn by six points.",
            "Orlen survey",
            "Rook leads Fenn by six points",
        ),
        (
            "In a poll of 400 dockers, conducted in May, one in three had no contract.",
            "a poll of 400 dockers",
            "one in three had no contract",
        ),
        (
            "In Ada Rook’s view, the dam was never safe.",
            "Ada Rook",
            "the dam was never safe",
        ),
    ],
)
def test_a_survey_or_a_view_tells_the_sentence(tell: Tell, sentence: str, speaker: str, text: str):
    (statement,) = tell(sentence)
    assert statement.source is not None
    assert speaker in statement.source.name
    assert statement.text == text


def test_who_speaks_in_a_survey_speaks_for_themselves(tell: Tell):
    (statement,) = tell("In a survey, voters said that the dam was safe.")
    assert statement.source is not None
    assert (statement.source.name, statement.text) == ("voters", "the dam was safe")


@pytest.mark.parametrize(
    "sentence",
    [
        "In the north, the dam was never safe.",
        "In view of the flood, the gates were shut.",
        "In the poll, a marathon of three rounds.",
    ],
)
def test_places_and_settings_tell_nothing(tell: Tell, sentence: str):
    assert tell(sentence) == []
