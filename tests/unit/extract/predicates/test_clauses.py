"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_a_day_behind_the_verb_is_not_what_is_said(tell: Tell):
    (statement,) = tell("Ida Noll said Friday the bridge is shut.")
    assert statement.text == "the bridge is shut"
