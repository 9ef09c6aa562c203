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


def test_he_is_the_unnamed_spokesman_who_spoke_last(tell: Tell):
    found = tell(
        "Peter Marsh said the port was shut.",
        "A spokesman for the navy said the crew was safe. “Nobody is hurt,” he said.",
    )
    assert names(found)[1] == names(found)[2]
    assert names(found)[2] != "Peter Marsh"


def test_he_added_after_one_of_several_is_that_one(tell: Tell):
    found = tell(
        "Peter Marsh said the dam was safe.",
        "The lake fell by a metre, one of the engineers said. “That is a river,” he added.",
    )
    assert names(found)[2] == "one of the engineers"


def test_a_spokeswoman_is_no_he(tell: Tell):
    found = tell(
        "Peter Marsh said the port was shut.",
        "A spokeswoman said the crew was safe.",
        "“It was close,” he said.",
    )
    assert names(found)[2] == "Peter Marsh"


def test_somebody_unnamed_who_acts_ends_the_search(tell: Tell):
    found = tell(
        "Peter Marsh said the port was shut.",
        "The driver climbed out of the cab.",
        "“It was close,” he said.",
    )
    assert names(found)[1] != "Peter Marsh"


def test_she_after_a_long_quotation_is_its_speaker(tell: Tell):
    found = tell(
        "The mayor, Ida Noll, spoke to the Gazette on the steps.",
        "‘We have rebuilt before. We know how it is done. We will do it again.",
        "‘But nobody rang. Nobody came. Nobody wrote. I ask who was awake?’",
        "She said that the school would open on Monday.",
    )
    assert set(names(found)) == {"Ida Noll"}


def test_a_rank_may_be_called_an_officer(tell: Tell):
    found = tell("Major Ida Noll said the road was open.", "The bridge was shut, the officer said.")
    assert names(found)[1] == "Ida Noll"


def test_a_trade_not_told_before_is_that_of_the_one_who_just_spoke(tell: Tell):
    found = tell(
        "Peter Marsh, who spent 31 years with the gates, said they were old.",
        "“They get tired,” the engineer said.",
    )
    assert names(found)[1] == "Peter Marsh"


def test_a_trade_that_somebody_else_has_is_not_passed_on(tell: Tell):
    found = tell(
        "An engineer opened the gates at noon.",
        "Peter Marsh said they were old.",
        "“They get tired,” the engineer said.",
    )
    assert names(found)[1] == "engineer"


def test_an_office_is_not_passed_on_to_whoever_spoke(tell: Tell):
    found = tell("Ida Noll said the minister had told her that the bridge was safe.")
    assert names(found)[1] != "Ida Noll"


def test_the_thirty_year_old_is_who_has_that_age(tell: Tell):
    found = tell(
        "Ida Noll, 30, won the race. Peter Marsh was second.",
        "The 30-year-old said it was hot.",
    )
    assert names(found) == ["Ida Noll"]


def test_the_engineers_are_the_three_who_spoke(tell: Tell):
    found = tell(
        "Three engineers said the dam was cracked.", "Four managers knew, the engineers said."
    )
    assert found[1].source is not None
    assert (found[1].source.kind, found[1].source.count) == ("unnamed", 3)


def test_it_is_the_note_just_told_of(tell: Tell):
    found = tell("A note was tied to its neck. “Sorry,” it read. “He wants to stay.”")
    assert found[0].source is not None
    assert (found[0].source.name, found[0].source.kind) == ("A note", "document")


def test_it_says_what_the_diary_says(tell: Tell):
    found = tell("One of them keeps a diary. Under 4 May it says, in ink: “Wait for the thaw.”")
    assert found[0].source is not None
    assert found[0].source.kind == "document"


def test_her_cousin_tells_that_the_singer_is_a_woman(tell: Tell):
    found = tell(
        "Oriane is mourning the death of her cousin. She wrote: “I can not believe it.”",
        "In the film he says it is over.",
    )
    assert names(found)[-2:] == ["Oriane", "he"]


def test_who_is_the_name_right_before(tell: Tell):
    found = tell("“No one wants it,” said Ida Noll, who said the plan was bad.")
    assert names(found) == ["Ida Noll", "Ida Noll"]


def test_it_is_the_firm_and_no_file_that_the_firm_told_of(tell: Tell):
    found = tell(
        "The firm said a file with a million names was stolen.", "It added: “We will write to all.”"
    )
    assert names(found) == ["firm", "firm"]
