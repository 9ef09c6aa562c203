"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_a_quotation_broken_in_two_is_one_statement(tell: Tell):
    (statement,) = tell("“We will stay,” said Ida Noll, “until the bridge is safe.”")
    assert statement.text == "“We will stay,” … “until the bridge is safe.”"
    assert statement.voice == "direct"


def test_a_question_before_she_asked_has_its_speaker(tell: Tell):
    (statement,) = tell("“Who will pay for the bridge?” Ida Noll asked.")
    assert statement.source is not None
    assert statement.source.name == "Ida Noll"
    assert statement.act == "question"


def test_what_is_claimed_by_nobody_has_no_speaker(tell: Tell):
    (statement,) = tell("The bridge was unsafe, it has been claimed.")
    assert statement.source is None
    assert statement.voice == "indirect"


def test_a_condition_before_the_speaker_is_part_of_what_is_said(tell: Tell):
    (statement,) = tell("Without a new dam, engineers said, the valley would be lost.")
    assert statement.text == "Without a new dam … the valley would be lost"


def test_where_somebody_spoke_is_no_part_of_what_is_said(tell: Tell):
    (statement,) = tell("In an interview, engineers said, the valley would be lost.")
    assert statement.text == "the valley would be lost"
