from random import Random

from hypothesis import given
from hypothesis import strategies as st

from stemma.group.linkage import link, part


def test_near_ones_join_and_far_ones_do_not():
    scores = [(0, 1, 0.9), (2, 3, 0.8), (1, 2, 0.3)]
    assert link(4, scores, threshold=0.5) == [[0, 1], [2, 3]]


def test_one_bridge_does_not_join_two_clusters():
    scores = [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.9)]
    assert link(4, scores, threshold=0.5) == [[0, 1], [2, 3]]


def test_a_pair_without_a_score_counts_as_nothing_alike():
    assert link(3, [(0, 1, 0.9), (1, 2, 0.7)], threshold=0.5) == [[0, 1], [2]]


@given(st.integers(2, 7), st.randoms(use_true_random=False))
def test_the_order_of_scores_changes_nothing(count: int, random: Random):
    scores = [
        (left, right, random.choice([0.2, 0.5, 0.7, 0.9]))
        for left in range(count)
        for right in range(left + 1, count)
    ]
    shuffled = list(scores)
    random.shuffle(shuffled)
    assert link(count, scores, threshold=0.5) == link(count, shuffled, threshold=0.5)


@given(st.integers(0, 6))
def test_everything_is_in_one_cluster_exactly(count: int):
    scores = [(left, left + 1, 0.6) for left in range(count - 1)]
    clusters = link(count, scores, threshold=0.5)
    assert sorted(at for cluster in clusters for at in cluster) == list(range(count))


def test_what_is_held_together_counts_as_one_from_the_start():
    scores = [(1, 2, 0.9)]
    assert link(3, scores, threshold=0.4, held=[[0, 1]]) == [[0, 1, 2]]
    assert link(3, scores, threshold=0.5, held=[[0, 1]]) == [[0, 1], [2]]


def test_what_is_apart_never_comes_together_through_others():
    scores = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.7)]
    assert link(3, scores, threshold=0.1, apart=[(0, 2)]) == [[0, 1], [2]]


def test_parting_undoes_the_last_step():
    scores = [(0, 1, 0.9), (2, 3, 0.8), (1, 2, 0.2)]
    assert part(4, scores) == [[0, 1], [2, 3]]


def test_parting_leaves_apart_all_that_is_least_alike():
    assert part(3, [(0, 1, 0.5), (0, 2, 0.0), (1, 2, 0.0)]) == [[0, 1], [2]]
    assert part(3, [(0, 1, 0.0), (0, 2, 0.0), (1, 2, 0.0)]) == [[0], [1], [2]]
    assert part(1, []) == [[0]]
