import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stemma.align.clusters import cluster

LINKS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 1),
)


def run(size: int, links: dict[tuple[int, int], float], least: float = 0.5) -> list[list[int]]:
    pairs = sorted(links)
    left = np.array([pair[0] for pair in pairs], dtype=np.intp)
    right = np.array([pair[1] for pair in pairs], dtype=np.intp)
    return cluster(size, left, right, np.array([links[pair] for pair in pairs]), least=least)


def test_a_chain_of_likes_is_not_one_claim():
    assert run(4, {(0, 1): 0.9, (1, 2): 0.6, (2, 3): 0.9}) == [[0, 1], [2, 3]]


def test_what_is_alike_all_around_is_one():
    assert run(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}) == [[0, 1, 2]]


def test_nothing_is_merged_below_the_least():
    assert run(2, {(0, 1): 0.49}) == [[0], [1]]


@given(LINKS)
def test_clusters_are_a_partition(links: dict[tuple[int, int], float]):
    found = run(8, links)
    assert sorted(member for members in found for member in members) == list(range(8))


@given(LINKS)
def test_members_are_alike_on_average(links: dict[tuple[int, int], float]):
    for members in run(8, links):
        pairs = [(a, b) for a in members for b in members if a < b]
        if pairs:
            assert sum(links.get(pair, 0.0) for pair in pairs) / len(pairs) >= 0.5 - 1e-9
