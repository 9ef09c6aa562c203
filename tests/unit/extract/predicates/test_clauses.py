"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_a_day_behind_the_verb_is_not_what_is_said(tell: Tell):
    (statement,) = tell("Ida Noll said Friday the bridge is shut.")
    assert statement.text == "the bridge is shut"


def test_a_predicate_right_behind_the_verb_is_said_of_the_noun_before(tell: Tell):
    (statement,) = tell("It is a step that the mayor hopes will end the strike.")
    assert statement.source is not None
    assert "will end the strike" in statement.text


def test_a_question_that_is_told_is_what_is_told(tell: Tell):
    (statement,) = tell("Ada Rook is telling guests how she saved the mill.")
    assert statement.text == "how she saved the mill"


def test_what_a_survey_has_found_may_stand_before_it(tell: Tell):
    (statement,) = tell("The two are tied, researchers have found.")
    assert statement.text == "The two are tied"
