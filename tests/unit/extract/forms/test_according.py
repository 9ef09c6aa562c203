"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_a_speaker_cited_by_an_agency_has_two_layers(tell: Tell):
    (statement,) = tell("According to a source cited by the Associated Press, the bridge is shut.")
    assert statement.source is not None
    assert (statement.source.kind, statement.source.count) == ("unnamed", 1)
    assert [(layer.name, layer.kind) for layer in statement.via] == [("Associated Press", "outlet")]


def test_people_briefed_on_something_keep_that(tell: Tell):
    (statement,) = tell(
        "The minister approved the plan, according to two people briefed on the decision."
    )
    assert statement.source is not None
    assert statement.source.name == "two people briefed on the decision"
    assert statement.source.count == len(("one", "other"))


def test_according_to_takes_the_whole_quotation(tell: Tell):
    (statement,) = tell("According to the letter, however, “They are late. They are wrong.”")
    assert statement.text == "“They are late. They are wrong.”"


def test_a_clock_time_before_a_bracket_ends_no_sentence(tell: Tell):
    (statement,) = tell("The gate failed at 2:40 a.m. (0140 GMT), according to a log.")
    assert statement.text == "The gate failed at 2:40 a.m. (0140 GMT)"
