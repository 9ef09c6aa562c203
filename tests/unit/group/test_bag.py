from math import log

import pytest

from stemma.group.bag import fill
from stemma.language.rarity import rarity


def test_a_bag_knows_its_words():
    bag = fill({"ferry": 2, "almery": 1})
    assert bag.words == ("almery", "ferry")
    assert "ferry" in bag
    assert "boat" not in bag


def test_a_word_weighs_by_rarity_and_count():
    bag = fill({"almery": 3})
    assert bag.weights.tolist() == pytest.approx([(1 + log(3)) * rarity("almery")])


def test_counts_stop_at_what_a_byte_holds():
    assert fill({"live": 4000}).counts.tolist() == [255]


def test_nothing_fills_an_empty_bag():
    assert fill({}).words == ()
    assert not fill({}).weights.size
