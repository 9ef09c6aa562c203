import pytest

from stemma.group.bag import fill
from stemma.group.spread import Spread, count_words, least_count
from stemma.language.rarity import rarity


def test_as_many_reports_as_one_story_may_have_cost_a_word_nothing():
    assert not count_words([fill({"zebulon": 1})] * 40).telling


def test_a_word_tells_the_less_the_more_reports_have_it():
    among = Spread(1000, {"zebulon": 100, "quarrix": 900})
    assert rarity("zebulon") > among.telling["zebulon"] > among.telling["quarrix"] > 0


def test_a_word_of_every_day_is_no_more_telling_for_being_rare_among_the_reports():
    assert "say" not in Spread(1000, {"say": 60}).telling


@pytest.mark.parametrize("reports", [10, 1_000, 100_000])
def test_words_of_fewer_reports_need_not_be_counted(reports: int):
    least = least_count(reports)
    assert not Spread(reports, {"zebulon": least - 1}).telling
    assert Spread(reports, {"zebulon": least + 1}).telling
