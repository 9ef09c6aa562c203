"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_things_do_not_speak(tell: Tell):
    assert tell("The recent floods suggest that the wall is too low.") == []


def test_a_speaker_far_before_the_verb_keeps_the_clause(tell: Tell):
    (statement,) = tell(
        "In Tarnby, 40 km upstream, farmers who draw their water from the lake said that they "
        "had been told nothing."
    )
    assert statement.text == "they had been told nothing"
    assert statement.source is not None
    assert statement.source.name == "farmers"


def test_who_warns_is_who_said_the_quotation(tell: Tell):
    found = tell(
        "“Firms are trying it on our kids, and no one is holding them accountable,” said Peter "
        "Marsh, founder of Fen Trust, warning that models may hurt kids."
    )
    assert {one.source and one.source.name for one in found} == {"Peter Marsh"}


def test_what_is_added_is_added_by_who_spoke_not_by_the_topic(tell: Tell):
    found = tell(
        "Ida Noll looks at the sky. Meteors that fall in showers are the size of sand, she said, "
        "adding that lone meteors are rarer."
    )
    assert {one.source and one.source.name for one in found} == {"Ida Noll"}


def test_a_speaker_within_what_is_said_does_not_take_over(tell: Tell):
    found = tell(
        "The minister told reporters the plan was what Peter Marsh said it was, adding that it "
        "would work."
    )
    assert [one for one in found if one.text == "it would work"] == []


def test_a_thing_that_no_table_lists_speaks_where_the_network_is_sure(tell: Tell):
    (statement,) = tell("The T-shirts said that the strike was over.")
    assert statement.text == "the strike was over"
