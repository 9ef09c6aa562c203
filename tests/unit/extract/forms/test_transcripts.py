"""People are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_paragraphs_headed_by_speakers_are_what_they_say(tell: Tell):
    found = tell(
        "NOLL: I think the bridge should open.",
        "MARSH: Well, it is not safe yet.",
        "NOLL: Then repair it this year.",
        "MARSH: We will do that soon.",
    )
    assert [one.source and one.source.name for one in found] == ["NOLL", "MARSH", "NOLL", "MARSH"]


def test_a_single_capital_head_is_no_speaker(tell: Tell):
    assert tell("Update: The bridge is open again this morning.") == []
