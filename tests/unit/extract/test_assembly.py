"""People, places and outlets are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_mixed_words_are_told_from_wholly_quoted_ones(tell: Tell):
    (statement,) = tell("Ida Noll said the bridge was “not worth the paint” and should go.")
    assert statement.voice == "mixed"


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Ida Noll asked whether the bridge was safe.", "question"),
        ("Ida Noll ordered the crew to leave the bridge.", "directive"),
        ("Ida Noll condemned the attack on the bridge.", "attitude"),
        ("Ida Noll called for a new bridge.", "directive"),
        ("Ida Noll denied that the bridge was unsafe.", "assertion"),
    ],
)
def test_acts_are_told_apart(tell: Tell, sentence: str, act: str):
    assert [statement.act for statement in tell(sentence)] == [act]
