"""People and firms are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    "line",
    [
        "Peter Marsh would not be drawn on whether the cover extends to third parties.",
        "Peter Marsh has refused to be drawn on who was at fault.",
        "The navy referred questions to the ministry.",
        "The navy did not respond to emails.",
        "The navy declined to respond.",
    ],
)
def test_a_refusal_to_answer_is_a_response(tell: Tell, line: str):
    assert [one.act for one in tell(line)] == ["response"]


@pytest.mark.parametrize(
    "line",
    [
        "The soldiers refused to respond to the slap.",
        "The soldiers refused to respond in the face of the slap.",
        "The map was not drawn to scale.",
        "The teacher referred the boy to a doctor.",
        "Ada Rook asked not to be named because she feared for her job.",
    ],
)
def test_what_answers_nobody_is_no_response(tell: Tell, line: str):
    assert "response" not in [one.act for one in tell(line)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry declined to comment.",
        "The ministry did not immediately respond to a request for comment.",
        "The ministry did not respond.",
        "The ministry could not be reached for comment.",
        "The ministry refused to discuss the report.",
        "The ministry was not available for comment.",
        "The ministry has not said how many people were hurt.",
    ],
)
def test_refusals_are_responses_and_no_claims(tell: Tell, sentence: str):
    (statement,) = tell(sentence)
    assert statement.act == "response"
    assert statement.source is not None
    assert statement.source.name == "ministry"
