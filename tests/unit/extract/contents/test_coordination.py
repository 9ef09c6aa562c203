"""People and places are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_two_that_clauses_are_two_statements(tell: Tell):
    found = tell("Ida Noll said that the water came at night, and that the sirens never sounded.")
    assert [one.text for one in found] == [
        "the water came at night",
        "the sirens never sounded",
    ]
    assert found[0].source == found[1].source


def test_what_hangs_on_another_verb_stays_together(tell: Tell):
    (statement,) = tell("Ida Noll said that she knew that it was bad and that it was late.")
    assert statement.text == "she knew that it was bad and that it was late"
