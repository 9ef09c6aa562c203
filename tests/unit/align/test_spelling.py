import pytest

from stemma.align.spelling import acronym_of, same_given_name, slipped, transliterated, words


@pytest.mark.parametrize(
    ("left", "right"),
    [("petrenko", "petrenko"), ("lysenko", "lisenko"), ("orlovskiy", "orlovsky"), ("kiev", "kyiv")],
)
def test_two_ways_out_of_another_alphabet_are_one_name(left: str, right: str):
    assert transliterated(left, right)


@pytest.mark.parametrize(("left", "right"), [("harland", "harlan"), ("marwick", "marrick")])
def test_other_names_are_no_transliterations(left: str, right: str):
    assert not transliterated(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("marchetti", "marchteti"), ("halloran", "hallorin"), ("brannigan", "branigen")],
)
def test_long_names_with_one_or_two_wrong_letters_are_slips(left: str, right: str):
    assert slipped(left, right)


@pytest.mark.parametrize(("left", "right"), [("moore", "moose"), ("crane", "drane"), ("a", "b")])
def test_short_names_and_other_beginnings_are_no_slips(left: str, right: str):
    assert not slipped(left, right)


def test_the_dots_of_an_acronym_and_a_possessive_do_not_count():
    assert words("the U.N. and UN’s") == ("the", "un", "and", "un")


@pytest.mark.parametrize(
    ("left", "right"), [("joe", "joseph"), ("j", "jane"), ("dmitri", "dmytro")]
)
def test_pet_names_and_initials_are_the_same_given_name(left: str, right: str):
    assert same_given_name(left, right)


def test_different_given_names_stay_apart():
    assert not same_given_name("donna", "ronald")


def test_an_acronym_takes_the_first_letters():
    assert acronym_of("un", ("united", "nations"))
    assert acronym_of("fbi", ("federal", "bureau", "of", "investigation"))
    assert not acronym_of("un", ("union", "station"))


def test_loosely_a_word_may_give_several_letters():
    long = ("river", "barrage", "control", "system")
    assert acronym_of("ribacs", long, loosely=True)
    assert not acronym_of("ribacs", long)
    assert not acronym_of("rixacs", long, loosely=True)
