"""People and places are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_a_speaker_before_a_colon_has_the_quotation(tell: Tell):
    (statement,) = tell("Her answer to the council was blunt: “We will not pay for this bridge.”")
    assert statement.text == "“We will not pay for this bridge.”"


def test_a_signature_after_a_dash_is_the_speaker(tell: Tell):
    (statement,) = tell("“This bridge was the pride of our town.” — Ida Noll, baker")
    assert statement.source is not None
    assert statement.source.name == "Ida Noll"
