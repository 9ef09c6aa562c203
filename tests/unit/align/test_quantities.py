import pytest

from stemma.align.quantities import agree, both_possible, comparable, counted_noun, same_value
from stemma.model import Figure, Span
from stemma.model.figure import Bound


def figure(value: float, bound: Bound = "exact", **other: object) -> Figure:
    span = Span(report="report:1", start=0, end=1)
    kept = {"counted": "person", "unit": None, **other}
    return Figure(id="figure:1", span=span, value=value, bound=bound, **kept)  # pyright: ignore[reportArgumentType] - the keys are those of Figure


def test_up_to_and_more_than_are_both_possible_and_do_not_agree():
    left, right = figure(12_000, "at_most"), figure(10_000, "at_least")
    assert both_possible(left, right)
    assert not agree(left, right)


def test_two_exact_figures_exclude_each_other():
    assert not both_possible(figure(12), figure(14))


@pytest.mark.parametrize(("fine", "rough"), [(1_234, 1_230), (56.2, 56), (9_980, 10_000)])
def test_rounding_is_no_difference(fine: float, rough: float):
    assert same_value(figure(fine), figure(rough))


def test_a_round_number_does_not_swallow_its_neighbours():
    assert not same_value(figure(12_000), figure(10_000))


def test_about_holds_what_is_near():
    assert agree(figure(1_680, "about"), figure(1_688))


def test_about_is_nearer_the_more_digits_there_are():
    assert agree(figure(1_000, "about"), figure(1_090))
    assert not agree(figure(850, "about"), figure(1_000, "about"))


def test_service_members_are_troops():
    assert counted_noun("service member") == counted_noun("troop")


def test_nought_is_not_a_rounding():
    assert not same_value(figure(0), figure(0.4))


def test_soldiers_are_troops_but_not_just_people():
    assert counted_noun("soldier") == counted_noun("troop")
    assert counted_noun("soldier") != counted_noun("person")
    assert not comparable(figure(3, counted="mill"), figure(3, counted="horse"))


def test_money_is_compared_in_its_own_currency_only():
    assert comparable(figure(3, unit="EUR", counted=None), figure(4, unit="EUR", counted=None))
    assert not comparable(figure(3, unit="EUR"), figure(3, unit="USD"))
