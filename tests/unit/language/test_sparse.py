import numpy as np
import pytest

from stemma.language.sparse import SparseRows

ROWS = [
    {"dam": 0.5, "river": 0.25},
    {},
    {"river": 1.0, "otter": -2.0, "dam": 3.0},
    {"otter": 0.125},
    {"unshared": 7.0},
]


@pytest.fixture
def dense() -> np.ndarray:
    names = sorted({name for row in ROWS for name in row})
    return np.array([[row.get(name, 0.0) for name in names] for row in ROWS])


def test_products_are_those_of_full_rows(dense: np.ndarray):
    assert np.array_equal(SparseRows(ROWS).products(0, len(ROWS)), dense @ dense.T)


def test_a_block_of_rows_gives_its_part_of_the_whole(dense: np.ndarray):
    assert np.array_equal(SparseRows(ROWS).products(1, 4), (dense @ dense.T)[1:4])


def test_pairs_may_come_in_any_order_and_more_than_once(dense: np.ndarray):
    lefts, rights = np.array([4, 2, 0, 2, 1, 2, 0]), np.array([4, 0, 2, 3, 1, 0, 0])
    found = SparseRows(ROWS).products_of_pairs(lefts, rights)
    assert np.array_equal(found, (dense @ dense.T)[lefts, rights])


@pytest.mark.parametrize("rows", [[], [{}], [{}, {}]])
def test_rows_without_weights_have_products_of_zero(rows: list[dict[str, float]]):
    assert SparseRows(rows).products(0, len(rows)).shape == (len(rows), len(rows))
    assert not SparseRows(rows).products(0, len(rows)).any()


def test_no_pairs_have_no_products():
    none = np.zeros(0, np.intp)
    assert SparseRows(ROWS).products_of_pairs(none, none).shape == (0,)
