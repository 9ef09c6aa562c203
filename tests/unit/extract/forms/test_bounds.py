"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_a_comma_within_a_nickname_separates_nothing(tell: Tell):
    (statement,) = tell("Peter Marsh, known for his “no risk, no fun” style, said he was done.")
    assert statement.source is not None
    assert statement.source.name == "Peter Marsh"
