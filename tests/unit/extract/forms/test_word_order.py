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
