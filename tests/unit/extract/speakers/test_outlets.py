"""People, places and outlets are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Noll told Reuters the bridge was shut.",
        "The bridge is shut, Ida Noll told Reuters on Monday.",
        "“The bridge is shut,” Ida Noll said in an interview with Reuters.",
        "“The bridge is shut,” Ida Noll said, as cited by Reuters.",
    ],
)
def test_the_outlet_that_was_told_is_a_layer(tell: Tell, sentence: str):
    (statement,) = tell(sentence)
    assert [layer.name for layer in statement.via] == ["Reuters"]


def test_an_outlet_that_is_talked_about_is_no_layer(tell: Tell):
    (statement,) = tell("Ida Noll said that Reuters had shut its office.")
    assert statement.via == ()


def test_who_told_an_outlet_speaks_through_it(tell: Tell):
    (statement,) = tell(
        "“It is new. It can grow a potato,” Ida Noll, designer of the box, told the Chronicle, "
        "according to the Fenland Daily."
    )
    assert statement.text == "“It is new. It can grow a potato,”"
    assert statement.source is not None
    assert statement.source.name == "Ida Noll"
    assert [layer.name for layer in statement.via] == ["Chronicle", "Fenland Daily"]
