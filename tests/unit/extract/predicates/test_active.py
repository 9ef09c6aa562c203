"""People, places and outlets are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_a_shared_subject_speaks_twice(tell: Tell):
    refusal, statement = tell(
        "A State Department spokesman declined to say whether the talks had ended, "
        "but said the deal was close."
    )
    assert refusal.act == "response"
    assert statement.act == "assertion"
    assert {one.source and one.source.name for one in (refusal, statement)} == {"State Department"}
    assert statement.text == "the deal was close"


def test_asked_about_something_nobody_asks(tell: Tell):
    (statement,) = tell("Asked about the bridge, Ida Noll said it was safe.")
    assert statement.text == "it was safe"


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Cy Fenn talks freely of his years at sea.", "his years at sea"),
        ("Cy Fenn is talking to voters about the dam.", "the dam"),
        ("Cy Fenn warned in March of a flood.", None),
    ],
)
def test_what_is_spoken_about_stands_behind_adverbs_and_those_told(
    tell: Tell, sentence: str, text: str | None
):
    assert [one.text for one in tell(sentence)] == ([text] if text else [])


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "Critics see the plan as a trick.",
            "the plan as a trick",
        ),
        (
            "He called Ada Rook’s quarrel with the mayor unusual.",
            "Ada Rook’s quarrel with the mayor unusual",
        ),
    ],
)
def test_what_is_seen_as_something_is_judged(tell: Tell, sentence: str, text: str):
    (statement,) = tell(sentence)
    assert (statement.act, statement.text) == ("attitude", text)


def test_what_is_only_seen_is_not_judged(tell: Tell):
    assert tell("Critics saw the plan on Monday.") == []


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "Rook called the critic “a very noisy man who was looking to make trouble.”",
            "the critic “a very noisy man who was looking to make trouble.”",
        ),
        (
            "Cy Fenn described the club during an interview as “a remnant of another age.”",
            "the club … as “a remnant of another age.”",
        ),
        (
            "Ida Noll referred to Ada Rook as “the best of us” on Monday.",
            "Ada Rook as “the best of us”",
        ),
    ],
)
def test_the_name_that_something_gets_is_told_with_it(tell: Tell, sentence: str, text: str):
    (statement,) = tell(sentence)
    assert statement.text.startswith(text)
