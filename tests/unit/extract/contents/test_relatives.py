"""Relative clauses that somebody says; all names are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]
Own = Callable[..., list[str]]


def test_a_predicate_gets_the_noun_before_it(tell: Tell, own: Own):
    sentence = "The court heard of a guard who police said was armed at the time"
    (statement,) = [one for one in tell(f"{sentence}.") if one.cue and one.act == "assertion"]
    assert statement.text == "a guard … was armed at the time"
    assert own(f"{sentence}.") == [sentence]


def test_what_somebody_says_was_so_stays_in_the_sentence(tell: Tell, own: Own):
    sentence = "The teenager was charged for what Marrow says was an assault on its troops"
    assert tell(f"{sentence}.") == []
    assert own(f"{sentence}.") == [sentence]


def test_a_question_word_belongs_to_what_is_explained(tell: Tell):
    (statement,) = tell("Ida Noll explains what to do if the water rises.")
    assert statement.text == "what to do if the water rises"
