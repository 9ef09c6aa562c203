"""Nobody is made to say the opposite of what was said; all names are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]
Own = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "The Marrow bank does not believe these people are at risk.",
            "does not believe these people are at risk",
        ),
        (
            "Dara Quill denied that her firm had been warned.",
            "denied that her firm had been warned",
        ),
        (
            "Tom Ferrin doubts a judge will throw the cases out.",
            "doubts a judge will throw the cases out",
        ),
        ("The club disputed that it owed the money.", "disputed that it owed the money"),
        ("The letter did not call for his removal.", "did not call for his removal"),
        ("The council no longer thinks the dam is safe.", "no longer thinks the dam is safe"),
        (
            "The firm failed to mention that the gate was open.",
            "failed to mention that the gate was open",
        ),
        ("He hardly believes that the dam is safe.", "hardly believes that the dam is safe"),
        (
            "Nor does the mayor believe that the dam is safe.",
            "Nor does the mayor believe that the dam is safe",
        ),
        (
            "The ministry neither confirmed nor denied that the plant closed.",
            "neither confirmed nor denied that the plant closed",
        ),
        (
            "The fire is not believed to have been set on purpose.",
            "The fire is not believed to have been set on purpose",
        ),
    ],
)
def test_a_cue_that_denies_stands_in_the_words(tell: Tell, sentence: str, text: str):
    (statement,) = tell(sentence)
    assert statement.text == text
    assert statement.factuality.negated
    assert statement.act == "assertion"


def test_two_clauses_that_are_denied_stay_together(tell: Tell):
    (statement,) = tell("The firm denied that it was warned and that the gate had failed.")
    assert statement.text == "denied that it was warned and that the gate had failed"


def test_doubt_is_a_hedge_as_well(tell: Tell):
    (statement,) = tell("Tom Ferrin doubts that the dam is safe.")
    assert statement.factuality.hedged


def test_what_is_denied_in_somebodys_own_words_stays_as_it_is(tell: Tell):
    (statement,) = tell("“We were never warned,” the firm denied.")
    assert statement.text == "“We were never warned,”"


def test_a_negation_within_the_quotation_is_not_the_cues(tell: Tell):
    (statement,) = tell("“A house is cheap. A town is not,” said Ida Noll.")
    assert statement.text == "“A house is cheap. A town is not,”"


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody said that the bridge was safe",
        "No official has said that the bridge is safe",
        "Few people believe that the bridge will reopen",
        "Neither the mayor nor the council said that the bridge was safe",
    ],
)
def test_what_nobody_says_is_said_by_the_report(own: Own, tell: Tell, sentence: str):
    assert tell(f"{sentence}.") == []
    assert own(f"{sentence}.") == [sentence]


def test_a_few_people_are_somebody(tell: Tell):
    (statement,) = tell("A few people believe that the bridge will reopen.")
    assert statement.text == "the bridge will reopen"


@pytest.mark.parametrize("verb", ["confirm", "say whether", "comment on", "respond to"])
def test_not_to_answer_is_a_response(tell: Tell, verb: str):
    (statement,) = tell(f"The firm did not immediately {verb} these details were right.")
    assert statement.act == "response"


def test_what_a_clause_denies_is_not_put_into_anothers_mouth(tell: Tell):
    assert not [
        statement
        for statement in tell("The square will not be fenced off, as some reports claimed.")
        if statement.source is not None
    ]
