"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_what_goes_before_the_speaker_without_a_verb_is_not_said(tell: Tell):
    (statement,) = tell("Commenting on the prizes, Ida Noll told Reuters, “women should step up.”")
    assert statement.text == "“women should step up.”"
