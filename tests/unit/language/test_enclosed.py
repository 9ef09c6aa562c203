import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.language.test_trees import is_tree, scores

from stemma.language.enclosed import hang_pairs
from stemma.language.trees import find_heads

MARKS = ("“", "”", '"', "(", ")", "'")


def hang(words: str, heads: list[int]) -> list[int]:
    split = words.split()
    relations = ["punct" if word in {*MARKS, "."} else "dep" for word in split]
    return hang_pairs(split, heads, relations)


def test_both_marks_hang_on_the_head_of_what_is_quoted():
    assert hang('He called it " a sham " .', [2, 0, 2, 2, 6, 2, 2, 2]) == [2, 0, 2, 6, 6, 2, 6, 2]


def test_brackets_in_quotes_have_a_head_each():
    assert hang("“ Talks ( in Orlen ) failed ”", [7, 7, 2, 5, 2, 7, 0, 2]) == [
        7,
        7,
        5,
        5,
        2,
        5,
        0,
        7,
    ]


def test_marks_around_what_is_no_phrase_stay():
    heads = [2, 0, 5, 2, 2, 5]
    assert hang('We " met Ada " today', [3, 3, 0, 3, 4, 3]) == [3, 3, 0, 3, 3, 3]
    assert hang('" Ada saw " Cy', [3, 3, 0, 3, 2]) == [3, 3, 0, 3, 2]
    assert hang("one ( two three ) four", heads) == heads


def test_a_mark_that_something_hangs_on_stays():
    heads = [0, 3, 2, 1]
    assert hang("so ( it )", heads) == heads


def test_an_apostrophe_that_is_no_mark_closes_nothing():
    words, heads = ["'", "dockers", "'", "union"], [4, 4, 2, 0]
    assert hang_pairs(words, heads, ["punct", "nmod:poss", "case", "root"]) == heads


@given(st.integers(1, 9).flatmap(scores), st.data())
def test_a_tree_stays_one(table: np.ndarray, data: st.DataObject):
    heads = find_heads(table)
    words = data.draw(
        st.lists(st.sampled_from((*MARKS, "a")), min_size=len(heads), max_size=len(heads))
    )
    relations = ["dep" if word == "a" else "punct" for word in words]
    hung = hang_pairs(words, heads, relations)
    assert is_tree(hung)
    assert all(
        head == new or word in MARKS for head, new, word in zip(heads, hung, words, strict=True)
    )
