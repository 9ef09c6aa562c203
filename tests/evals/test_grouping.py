import numpy as np
import pytest
from evals.material import make_report
from evals.scorers import tfidf
from evals.scorers.grouping import arrive, b_cubed, stories_of


def test_b_cubed_is_that_of_the_paper():
    cubed = b_cubed(["a", "a", "a", "b"], [1, 1, 2, 2])
    assert cubed.precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert cubed.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert cubed.false_merges == 0.5


def test_everything_alone_is_precise_and_everything_together_is_complete():
    assert b_cubed(["a", "a", "b"], [1, 2, 3]).precision == 1
    assert b_cubed(["a", "a", "b"], [1, 1, 1]).recall == 1
    assert b_cubed(["a", "a", "b"], [1, 1, 2]).f1 == 1


def test_average_linkage_weighs_by_size():
    alike = np.array(
        [[1, 0.9, 0.6, 0], [0.9, 1, 0.2, 0], [0.6, 0.2, 1, 0], [0, 0, 0, 1]], dtype=np.float32
    )
    joined = tfidf.link(alike, least=0.35)
    assert joined[0] == joined[1] == joined[2] != joined[3]
    apart = tfidf.link(alike, least=0.45)
    assert apart[0] == apart[1] != apart[2]


def test_texts_of_the_same_words_are_most_alike():
    alike = tfidf.similarities(["the dam broke", "the dam broke", "an otter came home"])
    assert alike[0, 1] == pytest.approx(1, abs=1e-5)
    assert alike[0, 2] == pytest.approx(0, abs=1e-5)


def test_reports_that_come_one_by_one_are_grouped_as_those_that_come_at_once():
    reports = [
        make_report(text, name=str(at), title=True)
        for at, text in enumerate(
            [
                "Ferry burns off Port Almery\nThe ferry Marigold burned off Port Almery on Sunday.",
                "Marigold burns\nThe Marigold, a ferry, burned off Port Almery late on Sunday.",
                "Bakery wins gold\nBerit Aune of Sollum won the national prize for rye bread.",
            ]
        )
    ]
    assert b_cubed(["a", "a", "b"], stories_of(reports)).f1 == 1
    for order in range(3):
        assert b_cubed(["a", "a", "b"], arrive(reports, order=order)).f1 == 1
