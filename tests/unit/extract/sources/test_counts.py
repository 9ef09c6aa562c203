"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_several_sources_are_counted_and_kept_whole(tell: Tell):
    (statement,) = tell("The deal is off, a senior official and two other sources told Reuters.")
    assert statement.source is not None
    assert statement.source.name == "a senior official and two other sources"
    assert (statement.source.kind, statement.source.count) == ("unnamed", 3)
