from hypothesis import given
from hypothesis import strategies as some

from stemma.decide import reconcile
from stemma.decide.consistency import Opinion
from stemma.model import Verdict


def opinion(one: str, sign: str, other: str, day: int = 1) -> Opinion[str]:
    kind = "same_claim" if sign == "=" else "different_claim"
    verdict = Verdict(kind=kind, author=f"{one}{sign}{other}", at=f"2026-03-{day:02}")
    return Opinion(verdict=verdict, one=one, others=(other,))


def test_decisions_that_agree_all_hold():
    pairs, overruled = reconcile([opinion("a", "=", "b"), opinion("b", "!", "c")])
    assert pairs.together == (("a", "b"),)
    assert pairs.apart == (("b", "c"),)
    assert overruled == ()


def test_of_two_that_contradict_each_other_the_later_one_rules():
    earlier, later = opinion("a", "=", "b", 1), opinion("b", "!", "a", 2)
    pairs, overruled = reconcile([earlier, later])
    assert pairs.together == ()
    assert pairs.apart == (("b", "a"),)
    assert overruled == ((earlier.verdict, later.verdict),)


def test_a_contradiction_by_way_of_others_is_found():
    first, second, third = opinion("a", "=", "b"), opinion("b", "=", "c"), opinion("a", "!", "c")
    pairs, overruled = reconcile([first, second, third])
    assert pairs.together == (("b", "c"),)
    assert pairs.apart == (("a", "c"),)
    assert [earlier for earlier, _ in overruled] == [first.verdict]


@given(
    some.lists(
        some.tuples(some.sampled_from("abcd"), some.sampled_from("=!"), some.sampled_from("abcd")),
        max_size=10,
    )
)
def test_what_is_kept_never_contradicts_itself_and_the_last_word_is_kept(
    said: list[tuple[str, str, str]],
):
    opinions = [
        opinion(one, sign, other, day)
        for day, (one, sign, other) in enumerate(said, start=1)
        if one != other
    ]
    pairs, overruled = reconcile(opinions)
    assert len(pairs.together) + len(pairs.apart) + len(overruled) == len(opinions)
    again, none = reconcile(
        [opinion(*pair) for pair in [(a, "=", b) for a, b in pairs.together]]
        + [opinion(*pair) for pair in [(a, "!", b) for a, b in pairs.apart]]
    )
    assert none == ()
    assert set(again.together) == set(pairs.together)
    if opinions:
        last = opinions[-1]
        assert (last.one, last.others[0]) in {*pairs.together, *pairs.apart}
