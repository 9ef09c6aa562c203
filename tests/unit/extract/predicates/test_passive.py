"""Passives keep their clause whole; all names are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]
Own = Callable[..., list[str]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Monday's crash is believed to be the first since 1959",
        "Thieves are feared to have stolen thousands of files",
        "He's expected to face anger from workers",
    ],
)
def test_what_is_believed_of_a_subject_is_one_clause_with_its_hedge(tell: Tell, sentence: str):
    (statement,) = tell(f"{sentence}.")
    assert statement.text == sentence
    assert statement.factuality.hedged
    assert statement.source is None


def test_it_is_believed_that_x_says_x(tell: Tell):
    (statement,) = tell("It is believed that the gate was open.")
    assert statement.text == "the gate was open"
    assert statement.factuality.hedged


def test_whom_it_is_told_to_is_not_what_is_told(tell: Tell):
    (statement,) = tell("Residents were told that the water was safe.")
    assert statement.text == "the water was safe"


def test_an_accusation_has_its_accuser(tell: Tell):
    (statement,) = tell("The mayor was accused by workers of lying about the dam.")
    assert statement.text == "The mayor was accused by workers of lying about the dam"
    assert statement.source is not None
    assert statement.source.name == "workers"


def test_a_judgement_has_its_judge_and_leaves_the_sentence_to_the_report(tell: Tell, own: Own):
    sentence = "The dam was described by Ada Rook as a menace"
    (statement,) = tell(f"{sentence}.")
    assert statement.source is not None
    assert (statement.source.name, statement.act) == ("Ada Rook", "attitude")
    assert statement.text == "The dam … as a menace"
    assert own(f"{sentence}.") == [sentence]


def test_what_is_rejected_is_denied_by_who_rejects_it(tell: Tell):
    (statement,) = tell("The plan was rejected by the council.")
    assert statement.source is not None
    assert (statement.source.name, statement.factuality.negated) == ("council", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The post was attacked by rebels.",
        "The mayor was quoted by the Orlen Post.",
        "The town was seen by few.",
        "The police were called by the mayor.",
    ],
)
def test_what_is_done_to_somebody_is_no_judgement(tell: Tell, sentence: str):
    assert tell(sentence) == []
