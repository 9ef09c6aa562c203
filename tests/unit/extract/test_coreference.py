"""People and places are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def names(statements: list[Statement]) -> list[str | None]:
    return [statement.source and statement.source.name for statement in statements]


def test_a_surname_takes_the_full_name_of_the_report(tell: Tell):
    found = tell("Ida Noll said the bridge was shut.", "Noll said it would open soon.")
    assert names(found) == ["Ida Noll", "Ida Noll"]


def test_she_is_the_last_speaker(tell: Tell):
    found = tell("Sarah Noll said the bridge was shut.", "“It will open soon,” she added.")
    assert names(found) == ["Sarah Noll", "Sarah Noll"]
    assert found[1].source is not None
    assert len(found[1].source.spans) == 2


def test_he_is_not_the_woman_who_spoke_last(tell: Tell):
    found = tell(
        "Peter Marsh said the bridge was shut.",
        "Sarah Noll said it was safe.",
        "“It is not,” he said.",
    )
    assert names(found)[2] == "Peter Marsh"


def test_two_who_tie_leave_the_pronoun_as_it_is(tell: Tell):
    found = tell(
        "The council gave prizes to Peter Marsh and Thomas Reed on Sunday.",
        "He said the prize was too small.",
    )
    assert names(found) == ["He"]


def test_the_analyst_is_the_lecturer_who_spoke(tell: Tell):
    found = tell(
        "The plan will fail, said Oskar Brandt, senior lecturer in politics at Marrow College.",
        "The analyst said the ministry was divided.",
    )
    assert names(found) == ["Oskar Brandt", "Oskar Brandt"]


def test_a_role_that_nobody_has_keeps_its_words(tell: Tell):
    found = tell("Ida Noll, a doctor, said the ward was full.", "The sheriff said it was not.")
    assert names(found)[1] == "sheriff"


def test_they_are_the_several_who_spoke(tell: Tell):
    found = tell("Two officials said the dam was weak.", "They said it could break.")
    assert names(found) == ["Two officials", "Two officials"]


def test_it_is_the_body_that_is_the_subject(tell: Tell):
    (found,) = tell("The navy launched a new ship that it said could cross the ice.")
    assert found.source is not None
    assert found.source.name == "navy"
