"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_scare_quotes_make_nobody_speak(tell: Tell):
    assert tell("The so-called “bridge tax” was dropped last year.") == []


def test_a_quoted_title_before_its_verb_says_nothing(tell: Tell):
    assert tell("'Black Monday' claimed the jobs of several trainers.") == []
