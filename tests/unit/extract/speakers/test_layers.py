"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_an_agency_that_passes_on_a_speaker_is_a_layer(tell: Tell):
    (statement,) = tell("The bridge is shut, said Ida Noll, according to the Reuters news agency.")
    assert statement.source is not None
    assert statement.source.name == "Ida Noll"
    assert [layer.kind for layer in statement.via] == ["outlet"]


def test_what_somebody_says_of_another_speaker_is_told_through_them(tell: Tell):
    outer, inner = tell("Ida Noll said the minister had told her that the bridge was safe.")
    assert outer.via == ()
    assert inner.text == "the bridge was safe"
    assert [layer.name for layer in inner.via] == ["Ida Noll"]


def test_what_somebody_says_of_their_own_thoughts_is_one_statement(tell: Tell):
    (statement,) = tell("Ida Noll said she thinks the bridge is safe.")
    assert statement.text == "she thinks the bridge is safe"


def test_who_judges_somebodys_remarks_does_not_tell_them(tell: Tell):
    found = tell("The firm praised remarks by Ida Noll, who said that the bridge was safe.")
    (statement,) = (one for one in found if one.text == "the bridge was safe")
    assert statement.via == ()
