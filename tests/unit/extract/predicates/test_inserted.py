"""Clauses that a reporting verb is put into or behind; all names are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("line", "said", "who"),
    [
        (
            (
                "The pier will cost €90 million for the harbour that Brell lost in May, the Union "
                "of Harbour Masters estimated on Monday, the first sum to be named."
            ),
            "The pier will cost €90 million for the harbour that Brell lost in May",
            "Union of Harbour Masters",
        ),
        (
            (
                "Brell Water was told in a letter that the old sluice “must not be opened in a "
                "storm”, the Evening Lantern has learned."
            ),
            "Brell Water was told in a letter that the old sluice “must not be opened in a storm”",
            "Evening Lantern",
        ),
        ("The pier, Ida Noll said, was shut in May.", "The pier … was shut in May", "Ida Noll"),
        ("The pier was shut in May, as Ida Noll said.", "The pier was shut in May", "Ida Noll"),
    ],
)
def test_the_whole_clause_around_the_verb_is_said(tell: Tell, line: str, said: str, who: str):
    heard = [(one.text, one.source.name) for one in tell(line) if one.source is not None]
    assert (said, who) in heard


def test_a_relative_clause_is_not_an_aside(tell: Tell):
    assert tell("Ida Noll repaired the pier that Bo Marr had reported on Monday.") == []


@pytest.mark.parametrize(
    ("line", "said", "who"),
    [
        (
            (
                "“You have a choice,” Ida Noll, the envoy, said Monday — an offer Mr. Marr said, "
                "in May and again in June, he would refuse."
            ),
            "in May and again in June, he would refuse",
            "Marr",
        ),
        (
            (
                "“We can go back to the table,” Ida Noll, the envoy, said on Monday of the talks — "
                "a thing Mr. Corrie said in the campaign he was ready to try."
            ),
            "he was ready to try",
            "Corrie",
        ),
    ],
)
def test_what_one_says_of_an_offer_is_not_the_quotation_before_it(
    tell: Tell, line: str, said: str, who: str
):
    heard = [(one.text, one.source.name) for one in tell(line) if one.source is not None]
    assert (said, who) in heard
    assert [name for text, name in heard if "“" in text] == ["Ida Noll"]


def test_a_word_for_a_person_before_the_name_is_no_offer(tell: Tell):
    (statement,) = tell("“It held all night,” the shift engineer Bo Marr said, “and it will hold.”")
    assert statement.source is not None
    assert statement.source.name == "Bo Marr"
    assert statement.text == "“It held all night,” … “and it will hold.”"
