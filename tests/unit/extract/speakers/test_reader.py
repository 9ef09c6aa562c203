"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_who_stands_for_the_noun_before(tell: Tell):
    (statement,) = tell("The engineer Ida Noll, who said the bridge was unsafe, left the town.")
    assert statement.source is not None
    assert statement.source.name == "Ida Noll"
