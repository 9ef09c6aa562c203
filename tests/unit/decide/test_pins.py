from collections.abc import Sequence

import pytest

from stemma.decide import find_pins, say
from stemma.model import Verdict

from .conftest import HEADLINE, MakePiece, MakeVerdict

NAMES = ("a", "b", "c", "d")
LATEST = {f"report:{name}": f"report:{name}" for name in NAMES}


def named(pairs: Sequence[tuple[str, str]]) -> set[str]:
    return {"".join(name.removeprefix("report:") for name in pair) for pair in pairs}


def take_out(make_piece: MakePiece, make_verdict: MakeVerdict, *names: str) -> Verdict:
    places = [(make_piece(name), HEADLINE) for name in names]
    return make_verdict("different_story", *places)


def test_pins_follow_reports_to_their_latest_versions(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    verdict = take_out(make_piece, make_verdict, "courier", "bell")
    latest = {"report:courier": "report:revised", "report:bell": "report:bell"}
    assert find_pins([verdict], latest).apart == (("report:revised", "report:bell"),)
    assert find_pins([verdict], {"report:bell": "report:bell"}).apart == ()


def test_a_report_is_taken_out_of_all_that_it_leaves_and_those_stay_together(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    pins = find_pins([take_out(make_piece, make_verdict, *NAMES)], LATEST)
    assert named(pins.apart) == {"ab", "ac", "ad"}
    assert named(pins.together) == {"bc", "cd"}
    assert pins.taken_out == {"report:a"}


def test_who_is_taken_out_next_is_held_by_nothing_that_was_said_before(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    first = take_out(make_piece, make_verdict, *NAMES)
    second = take_out(make_piece, make_verdict, "c", "b", "d")
    pins = find_pins([first, second], LATEST)
    assert named(pins.together) == {"bd"}
    assert pins.overruled == ()


def test_two_reports_that_are_parted_are_not_taken_out_of_anything(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    pins = find_pins([take_out(make_piece, make_verdict, "a", "b")], LATEST)
    assert (pins.taken_out, pins.together) == (frozenset(), ())


def test_to_put_a_report_back_with_one_overrules_the_taking_out_as_a_whole(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    out = take_out(make_piece, make_verdict, *NAMES)
    places = [(make_piece(name), HEADLINE) for name in ("c", "a")]
    back = make_verdict("same_story", *places, at="2026-03-06T12:00:00Z")
    pins = find_pins([out, back], LATEST)
    assert (named(pins.together), pins.apart, pins.taken_out) == ({"ca"}, (), frozenset())
    assert pins.overruled == ((out, back),)


def test_a_report_taken_out_is_told_with_one_of_its_story_and_how_many_more(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    told = say(take_out(make_piece, make_verdict, *NAMES))
    assert told == f"“{HEADLINE}” is not of the story of “{HEADLINE}” and 2 more reports"


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ('"Beds were wet": town hit', "“‘Beds were wet’: town hit”"),
        ("“Beds were wet”", "“Beds were wet”"),
        ("Beds were “wet”", "“Beds were ‘wet’”"),
    ],
)
def test_marks_within_the_words_of_a_verdict_are_single(
    make_piece: MakePiece, make_verdict: MakeVerdict, headline: str, told: str
):
    piece = make_piece("a", f"{headline}\nNobody was hurt.")
    assert say(make_verdict("own_origin", (piece, headline))) == f"{told} is its own origin"
