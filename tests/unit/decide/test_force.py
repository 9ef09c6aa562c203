from hypothesis import given
from hypothesis import strategies as some

from stemma.decide import in_force, stand
from stemma.model import Anchor, Span, Verdict


def decided(number: int) -> Verdict:
    span = Span(report=f"report:{number}", start=0, end=4)
    anchor = Anchor(span=span, words="Fire", before="", article=f"article:{number}")
    return Verdict(kind="own_origin", author="Ann Lee", at=f"2026-03-0{number}", subject=(anchor,))


def undoing(verdict: Verdict, at: str = "2026-03-09") -> Verdict:
    return Verdict(kind="undo", author="Bo Falk", at=at, undoes=verdict.id)


FIRST, SECOND = decided(1), decided(2)


def test_a_verdict_holds_until_it_is_undone():
    assert in_force([FIRST, SECOND]) == (FIRST, SECOND)
    assert in_force([FIRST, SECOND, undoing(FIRST)]) == (SECOND,)


def test_undoing_an_undo_brings_the_verdict_back():
    undo = undoing(FIRST)
    redo = undoing(undo, "2026-03-10")
    assert in_force([FIRST, undo, redo]) == (FIRST,)
    assert in_force([FIRST, undo, redo, undoing(redo, "2026-03-11")]) == ()


def test_each_verdict_is_told_with_the_one_that_took_it_back():
    undo = undoing(FIRST)
    standing = stand([FIRST, undo])
    assert [(one.verdict, one.undone_by) for one in standing] == [(FIRST, undo), (undo, None)]


@given(some.lists(some.integers(min_value=0, max_value=20), max_size=12))
def test_whatever_is_undone_in_the_end_leaves_what_was_before(places: list[int]):
    verdicts = [FIRST, SECOND]
    for at, place in enumerate(places):
        target = verdicts[place % len(verdicts)]
        verdicts.append(undoing(target, f"2026-04-{at + 1:02}"))
    before = in_force(verdicts)
    third = decided(3)
    assert in_force([*verdicts, third]) == (*before, third)
    assert in_force([*verdicts, third, undoing(third, "2026-05-01")]) == before
