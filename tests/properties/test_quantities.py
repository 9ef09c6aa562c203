"""Dates and figures in any text at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.language.figures import find_quantities
from stemma.language.moments import Direction, place, resolve, scan
from stemma.language.moments.words import UNITS

PIECES = st.sampled_from(
    [
        *(
            "5",
            "12,000",
            "1/2",
            "2024",
            "99/99/9999",
            "31",
            ":",
            "-",
            "–",
            "$",
            "€",
            "%",
            "m",
            "bn",
        ),
        *(
            "November",
            "May",
            "Monday",
            "last",
            "next",
            "year",
            "years",
            "ago",
            "later",
            "Q3",
            "the",
        ),
        *("a", "half", "of", "and", "between", "to", "9 p.m.", "GMT", "quarter", "century", "199"),
        *("million", "dozens", "two thirds", "(", ")", "\n", "’s", "½", "Easter", "9999-12-31"),
    ]
)
TEXTS = (
    st.text(max_size=60)
    | st.lists(PIECES, max_size=12).map(" ".join)
    | st.lists(PIECES).map("".join)
)
DIRECTIONS: st.SearchStrategy[Direction | None] = st.sampled_from([None, "past", "future"])
REFERENCES = (
    st.none()
    | st.dates()
    | st.sampled_from(
        [
            "2024-11-18",
            "2024-11",
            "2024",
            "2024-11-18/2024-11-19",
            "9999-12-31",
            "0001-01-01",
            "soon",
            "",
        ]
    )
)


@given(TEXTS)
def test_expressions_quote_the_text_in_order(text: str):
    end = 0
    for expression in scan(text):
        assert expression.text == text[expression.start : expression.end]
        assert end <= expression.start < expression.end
        end = expression.end


@given(TEXTS, REFERENCES, DIRECTIONS, st.none() | st.text(max_size=10))
def test_any_expression_resolves_or_stays_open(
    text: str, reference: str | date | None, direction: Direction | None, previous: str | None
):
    for expression in scan(text):
        value = resolve(expression, reference, direction=direction, previous=previous)
        assert value is None or value


@given(TEXTS)
def test_a_text_is_placed_without_tokens(text: str):
    assert len(place(text, "2024-11-18")) == len(scan(text))


@given(TEXTS)
def test_quantities_stand_in_order(text: str):
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start <= quantity.number_start < quantity.number_end <= quantity.end
        assert quantity.high is None or quantity.high > quantity.value
        end = quantity.end


@pytest.mark.parametrize("word", sorted({*UNITS, "semester", "season", "term", "age"}))
@pytest.mark.parametrize("frame", ["last {}", "next {}", "this {}", "a {} ago", "two {}s later"])
def test_any_word_for_a_stretch_of_time_can_be_read(frame: str, word: str):
    text = frame.format(word)
    assert all(text[found.start : found.end] for found in scan(text))
