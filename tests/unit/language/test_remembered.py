from collections.abc import Sequence
from threading import Thread

from hypothesis import given
from hypothesis import strategies as st

from stemma.language.remembered import Remembered


class Work:
    """Counts letters, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> list[int]:
        self.asked += texts
        return [len(text) for text in texts]


def test_what_was_asked_before_is_not_worked_out_again():
    work, remembered = Work(), Remembered[str, int](most=10)
    assert remembered.answer(["weir", "otter", "weir"], work) == [4, 5, 4]
    assert remembered.answer(["otter", "mill"], work) == [5, 4]
    assert work.asked == ["weir", "otter", "mill"]


def test_nothing_asked_is_nothing_done():
    work = Work()
    assert Remembered[str, int](most=10).answer([], work) == []
    assert not work.asked


def test_the_oldest_answers_go_first():
    work, remembered = Work(), Remembered[str, int](most=2)
    remembered.answer(["weir", "otter", "mill"], work)
    remembered.answer(["otter", "mill"], work)
    assert work.asked == ["weir", "otter", "mill"]
    remembered.answer(["weir"], work)
    assert work.asked[3:] == ["weir"]


@given(st.lists(st.lists(st.text(max_size=3), max_size=8)), st.integers(1, 4))
def test_answers_are_those_of_the_work_however_few_are_kept(asked: list[list[str]], most: int):
    remembered = Remembered[str, int](most=most)
    for texts in asked:
        assert remembered.answer(texts, Work()) == [len(text) for text in texts]


def test_several_threads_may_ask_at_once():
    remembered = Remembered[str, int](most=3)
    wrong: list[str] = []

    def ask(first: int) -> None:
        for at in range(first, first + 400):
            texts = [str(at % 7), str(at % 11), "x" * (at % 5)]
            if remembered.answer(texts, Work()) != [len(text) for text in texts]:
                wrong.extend(texts)

    threads = [Thread(target=ask, args=(first,)) for first in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
