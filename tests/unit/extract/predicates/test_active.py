"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_a_shared_subject_speaks_twice(tell: Tell):
    refusal, statement = tell(
        "A State Department spokesman declined to say whether the talks had ended, "
        "but said the deal was close."
    )
    assert refusal.act == "response"
    assert statement.act == "assertion"
    assert {one.source and one.source.name for one in (refusal, statement)} == {"State Department"}
    assert statement.text == "the deal was close"


def test_asked_about_something_nobody_asks(tell: Tell):
    (statement,) = tell("Asked about the bridge, Ida Noll said it was safe.")
    assert statement.text == "it was safe"
