"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_times_and_amounts_are_no_speakers(tell: Tell):
    found = tell("It comes two years after hundreds of women reported being hurt, Ida Noll said.")
    assert [one.source and one.source.name for one in found] == ["Ida Noll"]


def test_the_writer_is_no_source(tell: Tell):
    assert tell("I knew that it was bad when I saw it.") == []
