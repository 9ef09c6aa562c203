"""People and places are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]

CASES = {
    "a surname takes the full name of the report": (
        ["Ida Noll said the bridge was shut.", "Noll said it would open soon."],
        ["Ida Noll", "Ida Noll"],
    ),
    "he is not the woman who spoke last": (
        [
            "Peter Marsh said the bridge was shut.",
            "Sarah Noll said it was safe.",
            "“It is not,” he said.",
        ],
        ["Peter Marsh", "Sarah Noll", "Peter Marsh"],
    ),
    "two who tie leave the pronoun as it is": (
        [
            "The council gave prizes to Peter Marsh and Thomas Reed on Sunday.",
            "He said the prize was too small.",
        ],
        ["He"],
    ),
    "the analyst is the lecturer who spoke": (
        [
            "The plan will fail, said Oskar Brandt, senior lecturer in politics at Marrow College.",
            "The analyst said the ministry was divided.",
        ],
        ["Oskar Brandt", "Oskar Brandt"],
    ),
    "a role that nobody has keeps its words": (
        ["Ida Noll, a doctor, said the ward was full.", "The sheriff said it was not."],
        ["Ida Noll", "sheriff"],
    ),
    "they are the several who spoke": (
        ["Two officials said the dam was weak.", "They said it could break."],
        ["Two officials", "Two officials"],
    ),
    "it is the body that is the subject": (
        ["The navy launched a new ship that it said could cross the ice."],
        ["navy"],
    ),
    "he is the unnamed spokesman who spoke last": (
        [
            "Peter Marsh said the port was shut.",
            "A spokesman for the navy said the crew was safe. “Nobody is hurt,” he said.",
        ],
        ["Peter Marsh", "A spokesman for the navy", "A spokesman for the navy"],
    ),
    "he added after one of several is that one": (
        [
            "Peter Marsh said the dam was safe.",
            "The lake fell by a metre, one of the engineers said. “That is a river,” he added.",
        ],
        ["Peter Marsh", "one of the engineers", "one of the engineers"],
    ),
    "a spokeswoman is no he": (
        [
            "Peter Marsh said the port was shut.",
            "A spokeswoman said the crew was safe.",
            "“It was close,” he said.",
        ],
        ["Peter Marsh", "A spokeswoman", "Peter Marsh"],
    ),
    "somebody unnamed who acts ends the search": (
        [
            "Peter Marsh said the port was shut.",
            "The driver climbed out of the cab.",
            "“It was close,” he said.",
        ],
        ["Peter Marsh", "he"],
    ),
    "she after a long quotation is its speaker": (
        [
            "The mayor, Ida Noll, spoke to the Gazette on the steps.",
            "‘We have rebuilt before. We know how it is done. We will do it again.",
            "‘But nobody rang. Nobody came. Nobody wrote. I ask who was awake?’",
            "She said that the school would open on Monday.",
        ],
        ["Ida Noll", "Ida Noll", "Ida Noll"],
    ),
    "a rank may be called an officer": (
        ["Major Ida Noll said the road was open.", "The bridge was shut, the officer said."],
        ["Ida Noll", "Ida Noll"],
    ),
    "a trade not told before is that of the one who just spoke": (
        [
            "Peter Marsh, who spent 31 years with the gates, said they were old.",
            "“They get tired,” the engineer said.",
        ],
        ["Peter Marsh", "Peter Marsh"],
    ),
    "a trade that somebody else has is not passed on": (
        [
            "An engineer opened the gates at noon.",
            "Peter Marsh said they were old.",
            "“They get tired,” the engineer said.",
        ],
        ["Peter Marsh", "engineer"],
    ),
    "an office is not passed on to whoever spoke": (
        ["Ida Noll said the minister had told her that the bridge was safe."],
        ["Ida Noll", "minister"],
    ),
    "the thirty-year-old is who has that age": (
        ["Ida Noll, 30, won the race. Peter Marsh was second.", "The 30-year-old said it was hot."],
        ["Ida Noll"],
    ),
    "her cousin tells that the singer is a woman": (
        [
            "Oriane is mourning the death of her cousin. She wrote: “I can not believe it.”",
            "In the film he says it is over.",
        ],
        ["Oriane", "he"],
    ),
    "who is the name right before": (
        ["“No one wants it,” said Ida Noll, who said the plan was bad."],
        ["Ida Noll", "Ida Noll"],
    ),
    "it is the firm and no file that the firm told of": (
        [
            "The firm said a file with a million names was stolen.",
            "It added: “We will write to all.”",
        ],
        ["firm", "firm"],
    ),
}


@pytest.mark.parametrize(("lines", "speakers"), CASES.values(), ids=CASES)
def test_who_speaks_is_found(tell: Tell, lines: list[str], speakers: list[str]):
    assert [one.source and one.source.name for one in tell(*lines)] == speakers


def test_she_is_the_last_speaker_and_both_places_tell_so(tell: Tell):
    first, second = tell("Sarah Noll said the bridge was shut.", "“It will open soon,” she added.")
    assert first.source is not None
    assert second.source is not None
    assert first.source.name == second.source.name == "Sarah Noll"
    assert len(second.source.spans) == 2


def test_the_engineers_are_the_three_who_spoke(tell: Tell):
    found = tell(
        "Three engineers said the dam was cracked.", "Four managers knew, the engineers said."
    )
    assert found[1].source is not None
    assert (found[1].source.kind, found[1].source.count) == ("unnamed", 3)


@pytest.mark.parametrize(
    ("line", "document"),
    [
        ("A note was tied to its neck. “Sorry,” it read. “He wants to stay.”", "A note"),
        ("One of them keeps a diary. Under 4 May it says, in ink: “Wait for the thaw.”", "a diary"),
    ],
)
def test_it_is_what_is_written_and_just_told_of(tell: Tell, line: str, document: str):
    (statement,) = tell(line)
    assert statement.source is not None
    assert (statement.source.name, statement.source.kind) == (document, "document")
