from collections.abc import Callable

import pytest

from stemma.group.features import find_features
from stemma.group.similarity import compare_all, explain
from stemma.model import Annotated


def test_reports_of_one_event_score_high_and_say_why(almery: list[Annotated]):
    score = explain(find_features(almery[0]), find_features(almery[1]))
    assert score.value > 0.8
    assert "brodersen" in " ".join(score.reasons)


def test_reports_that_share_no_rare_word_score_nothing(almery: list[Annotated], bakery: Annotated):
    score = explain(find_features(almery[0]), find_features(bakery))
    assert score.value < 0.1


def test_a_pair_scores_much_the_same_among_two_and_among_many(
    almery: list[Annotated], corvin: list[Annotated]
):
    features = [find_features(one) for one in (*almery, *corvin)]
    alone = list(compare_all(features[:2]))
    among = [one for one in compare_all(features) if one[:2] == (0, 1)]
    assert among[0][2].probability == pytest.approx(alone[0][2].probability, abs=0.05)


def test_words_of_hundreds_of_reports_tell_no_story(almery: list[Annotated]):
    features = [find_features(one) for one in almery]
    few = next(compare_all(features))[2]
    many = next(compare_all([*features, *([features[2]] * 200)]))[2]
    assert many.words < few.words


def test_half_a_year_between_them_speaks_against_one_story(
    almery: list[Annotated], report: Callable[..., Annotated]
):
    text = almery[0].report.text
    first = find_features(report("first", text, day="2025-01-05"))
    soon = find_features(report("soon", almery[1].report.text, day="2025-01-06"))
    late = find_features(report("late", almery[1].report.text, day="2025-09-01"))
    assert explain(first, late).value < explain(first, soon).value


def test_a_date_that_is_no_day_speaks_neither_way(
    almery: list[Annotated], report: Callable[..., Annotated]
):
    first = find_features(report("first", almery[0].report.text, day="2025-01"))
    late = find_features(report("late", almery[1].report.text, day="2025-09-01"))
    undated = find_features(almery[1])
    assert explain(first, late).value == explain(first, undated).value
