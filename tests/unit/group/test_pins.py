from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from stemma.group import group
from stemma.group.pins import Pins, bring_together, keep_out, places
from stemma.model import Annotated

PAIRS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]),
    max_size=5,
    unique=True,
)


def test_what_a_person_put_together_brings_its_stories_together(
    almery: list[Annotated], bakery: Annotated
):
    pins = Pins(together=frozenset({(almery[0].report.id, bakery.report.id)}))
    assert len(group([*almery, bakery], pins=pins)) == 1


def test_what_a_person_put_apart_stays_apart(almery: list[Annotated]):
    first, second, third = (one.report.id for one in almery)
    for one, other in permutations((first, second, third), 2):
        stories = group(almery, pins=Pins(apart=frozenset({(one, other)})))
        assert not any({one, other} <= set(story) for story in stories)


def test_reports_come_alone_where_their_stories_must_stay_apart():
    stories = bring_together([[0, 1, 2], [3, 4]], [(0, 3)], [(1, 4)])
    assert stories == [[0, 1, 2, 3], [4]]


def test_two_pins_bring_three_stories_together():
    assert bring_together([[0], [1], [2], [3]], [(0, 1), (1, 2)], []) == [[0, 1, 2], [3]]


def test_a_pin_to_a_report_that_is_not_there_is_left_out():
    assert places(frozenset({("b", "a"), ("a", "away")}), ["a", "b"]) == [(0, 1)]


def test_partners_are_those_of_either_kind_of_pin():
    pins = Pins(together=frozenset({("a", "b")}), apart=frozenset({("c", "a"), ("c", "d")}))
    assert pins.partners("a") == {"b", "c"}


@given(PAIRS, PAIRS)
def test_every_report_stays_in_one_story_and_pins_apart_hold(
    together: list[tuple[int, int]], apart: list[tuple[int, int]]
):
    stories = bring_together([[at] for at in range(6)], together, apart)
    assert sorted(report for story in stories for report in story) == list(range(6))
    assert not any({*pair} <= {*story} for pair in apart for story in stories)


@given(PAIRS)
def test_pins_together_hold_where_none_is_apart(together: list[tuple[int, int]]):
    stories = bring_together([[0, 3], [1, 4], [2, 5]], together, [])
    assert all(any({*pair} <= {*story} for story in stories) for pair in together)


def test_what_was_taken_out_keeps_the_ties_that_are_stronger_than_those_it_left():
    scores = {(0, 1): 0.6, (0, 2): 0.5, (0, 3): 0.7, (1, 2): 0.4}
    assert keep_out(scores, [0], [(0, 1)]) == {(0, 1): 0.6, (0, 3): 0.7, (1, 2): 0.4}
