import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from stemma.language.trees import find_heads


def is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        steps, place = 0, word
        while place:
            place = heads[place - 1]
            steps += 1
            if steps > len(heads):
                return False
    return True


def scores(words: int) -> st.SearchStrategy[np.ndarray]:
    finite = st.floats(-50, 50, width=32)
    return arrays(np.float32, (words, words + 1), elements=finite)


@given(st.integers(1, 9).flatmap(scores))
def test_any_scores_give_a_tree_with_one_root(table: np.ndarray):
    assert is_tree(find_heads(table))


def test_the_best_heads_are_kept_where_they_make_a_tree():
    table = np.zeros((3, 4), np.float32)
    table[0, 2] = table[1, 0] = table[2, 2] = 9
    assert find_heads(table) == [2, 0, 2]


def test_a_cycle_is_broken_where_it_costs_least():
    table = np.full((3, 4), -9, np.float32)
    table[0, 2] = 8
    table[1, 1] = 8
    table[1, 3] = 7
    table[0, 3] = 1
    table[2, 0] = 9
    assert find_heads(table) == [2, 3, 0]
