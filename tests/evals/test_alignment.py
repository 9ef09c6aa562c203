import pytest
from evals.readers.ecbplus import Mention
from evals.scorers.alignment import say_the_same
from evals.scorers.ranking import Ranking


def ranked(pairs: list[tuple[float, bool]]) -> Ranking:
    ranking = Ranking()
    for score, right in pairs:
        ranking.add(score, right=right)
    return ranking


def test_average_precision_is_precision_at_each_hit():
    ranking = ranked([(0.9, True), (0.8, False), (0.7, True), (0.1, False)])
    assert ranking.average_precision == pytest.approx((1 + 2 / 3) / 2)
    assert ranking.best_f1 == pytest.approx(0.8)


def test_ties_cannot_be_ordered_in_ones_favour():
    assert ranked([(0, True), (0, False), (0, False), (0, False)]).average_precision == 0.25
    assert ranked([(0, False), (0, False), (0, False), (0, True)]).average_precision == 0.25


def test_nothing_to_find_is_nought():
    assert ranked([(0.5, False)]).average_precision == 0


def mentions(actions: str, others: str = "") -> list[Mention]:
    kinds = [(chain, True) for chain in actions] + [(chain, False) for chain in others]
    return [Mention(sentence=0, chain=chain, is_action=action) for chain, action in kinds]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (mentions("ab", "x"), mentions("ab", "x"), True),
        (mentions("a", "xy"), mentions("a", "xyz"), True),
        (mentions("a", "xy"), mentions("a", "xyzuvw"), None),
        (mentions("a", "x"), mentions("a", "x"), None),
        (mentions("a", "xyz"), mentions("b", "xyz"), False),
        (mentions("", "xyz"), mentions("a", "xyz"), None),
    ],
)
def test_sentences_say_the_same_by_what_they_tell_of(
    left: list[Mention], right: list[Mention], *, same: bool | None
):
    assert say_the_same(left, right) is same
