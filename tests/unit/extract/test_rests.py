"""Rests of sentences are clauses, or nothing; all names are invented."""

from collections.abc import Callable

import pytest

Own = Callable[..., list[str]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Asked about the driver on the way out, she said: “He was calm.”",
        "Speaking outside the hall, where he was waiting, Noll said the dam was safe.",
        "If the past is any guide, the dam will fail, experts say.",
        "When the two councils try to make a deal, however, they fail, experts say.",
    ],
)
def test_settings_of_speech_are_not_told(own: Own, sentence: str):
    assert own(sentence) == []


def test_a_clause_given_as_a_fact_stands_without_its_conjunction(own: Own):
    found = own("She asked to remain unnamed because she was not allowed to speak.")
    assert found == ["she was not allowed to speak"]


def test_a_tag_of_the_sentence_before_tells_nothing(own: Own):
    assert own("The Marrow agency reported.") == []


def test_a_verb_with_its_subject_elsewhere_gets_it(own: Own):
    found = own(
        "The bank, after learning that thieves had its files, slowly began to warn customers."
    )
    assert len(found) == 1
    assert found[0].startswith("The bank")


def test_a_rest_ends_before_what_leads_into_somebodys_words(own: Own):
    found = own("The club named an heir on Tuesday, one day after Rolf Imsen said he would leave.")
    assert found == ["The club named an heir on Tuesday"]
