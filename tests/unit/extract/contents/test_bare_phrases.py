"""What is done is not said; all names are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]
Own = Callable[..., list[str]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rita Olm has announced her retirement from singing",
        "Norvo Bank disclosed two attacks on its servers",
        "Olm is mourning the death of her cousin",
        "Thousands celebrated the new year in Marrow",
        "The singer posted a clip of her cousin smiling",
        "The keeper showed great courage",
        "The soldiers' refusal to react was filmed",
    ],
)
def test_deeds_are_told_by_the_report(tell: Tell, own: Own, sentence: str):
    assert tell(f"{sentence}.") == []
    assert own(f"{sentence}.") == [sentence]


def test_what_is_announced_in_a_clause_is_said(tell: Tell):
    (statement,) = tell("Rita Olm announced that she will retire.")
    assert statement.text == "she will retire"


def test_what_goes_on_is_said_too(tell: Tell):
    (statement,) = tell("The agency reported that Tarnia is supplying weapons.")
    assert statement.source is not None
    assert statement.text == "Tarnia is supplying weapons"


def test_praise_and_blame_leave_the_sentence_whole(tell: Tell, own: Own):
    sentence = "The union criticised the plan as a betrayal, and workers marched through Marrow"
    (statement,) = tell(f"{sentence}.")
    assert (statement.act, statement.text) == ("attitude", "the plan as a betrayal")
    assert own(f"{sentence}.") == [sentence]


def test_what_is_said_without_that_is_no_phrase(tell: Tell):
    (statement,) = tell("The army confirmed shots had been fired at the bridge.")
    assert statement.act == "assertion"


@pytest.mark.parametrize(
    "sentence",
    [
        "The attack suggests that the group is strong",
        "It suggests that they are not safe",
        "The flight reminds us that time is strange",
    ],
)
def test_things_do_not_speak(tell: Tell, own: Own, sentence: str):
    assert tell(f"{sentence}.") == []
    assert own(f"{sentence}.") == [sentence]


def test_times_and_amounts_do_not_speak(tell: Tell):
    first = tell("Two years after hundreds of women reported it, Ida Noll said it rained.")
    second = tell("It named 145 towns, some 20 more than it had disclosed, officials said.")
    assert [one.source.name for one in first if one.source] == ["Ida Noll"]
    assert [one.source.name for one in second if one.source] == ["officials"]


def test_a_share_of_people_speaks(tell: Tell):
    (statement,) = tell("Only 52 percent of voters agreed that the mayor is honest.")
    assert statement.text == "the mayor is honest"


@pytest.mark.parametrize(
    "sentence",
    [
        "The campaign will focus on 55 schools in Marrow",
        "The police set up a number for friends to call for information",
        "The otter weighs 38 kilos",
        "The update comes as Rolf Imsen will testify before the council",
    ],
)
def test_aims_and_measures_are_not_said(tell: Tell, own: Own, sentence: str):
    assert tell(f"{sentence}.") == []
    assert own(f"{sentence}.") == [sentence]


def test_a_promise_in_a_clause_is_an_assertion_of_the_future(tell: Tell):
    (statement,) = tell("Ida Noll promised that the bridge would be rebuilt.")
    assert statement.act == "assertion"
    assert statement.factuality.future


def test_more_than_a_number_of_people_speak(tell: Tell):
    (statement,) = tell("More than 200 workers said the plant was unsafe.")
    assert statement.text == "the plant was unsafe"
