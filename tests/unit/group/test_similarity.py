from collections.abc import Callable

import pytest

from stemma.group.features import find_features
from stemma.group.similarity import compare_all, explain
from stemma.group.spread import count_words
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
    alone = compare_all(features[:2]).scores
    among = compare_all(features).scores
    assert among[0, 1] == pytest.approx(alone[0, 1], abs=0.05)


def test_words_of_hundreds_of_reports_tell_no_story(almery: list[Annotated]):
    features = [find_features(one) for one in almery]
    few = compare_all(features)
    many = compare_all([*features, *([features[2]] * 200)])
    assert many.words[0] < few.words[0]


def test_a_collection_that_reports_are_from_counts_as_if_it_were_at_hand(almery: list[Annotated]):
    features = [find_features(one) for one in almery]
    everything = [*features, *([features[2]] * 200)]
    spread = count_words(report.words for report in everything)
    among = compare_all(features, spread=spread).scores
    assert among[0, 1] == pytest.approx(compare_all(everything).scores[0, 1])


def test_the_first_reports_may_be_compared_alone(almery: list[Annotated], bakery: Annotated):
    features = [find_features(one) for one in (*almery, bakery)]
    everything = compare_all(features).scores
    first = compare_all(features, first=1).scores
    assert first == {pair: score for pair, score in everything.items() if pair[0] == 0}


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
