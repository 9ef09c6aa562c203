"""Reports that quote one speaker in the same words; all of it invented."""

from collections.abc import Callable

from stemma.model import Extracted
from stemma.trace import count, trace

Maker = Callable[..., Extracted]

POST = "The works will stay shut until every valve has been taken out and tested by us"
OWN = "Nobody in the valley had been told a single word about it before Monday evening"


def told(report: Maker, name: str, lead: str, *said: tuple[str, str]) -> Extracted:
    lines = [lead, *(f"“{words},” {speaker} said." for words, speaker in said)]
    statements = [(words, speaker, "person") for words, speaker in said]
    return report(name, "\n".join(lines), *statements, outlet=name, authors=("Ada Quill",))


def strengths(story: list[Extracted]) -> set[str]:
    return {edge.strength for edge in trace(story).edges}


def origins(story: list[Extracted]) -> tuple[int, int]:
    reports = [one.annotated.report for one in story]
    counted = count(trace(story), reports, [one.id for one in reports]).origins
    return counted.low, counted.high


def test_who_quotes_nobody_else_is_possibly_of_the_same_origin(report: Maker):
    story = [
        told(report, "Lantern", "Purple water reached the weir at Tolk.", (POST, "Olga Sorenko")),
        told(report, "Heron", "A carpet maker has closed its works.", (POST, "Olga Sorenko")),
    ]
    assert strengths(story) == {"possible"}
    assert origins(story) == (1, 2)


def test_who_quotes_somebody_else_too_is_not(report: Maker):
    lantern = told(
        report,
        "Lantern",
        "Purple water reached the weir at Tolk.",
        (POST, "Olga Sorenko"),
        (OWN, "Tomas Wray"),
    )
    heron = told(
        report,
        "Heron",
        "A carpet maker has closed its works.",
        (POST, "Olga Sorenko"),
        (OWN[::-1], "Anna Weld"),
    )
    assert strengths([lantern, heron]) == set()


def test_other_words_of_one_speaker_are_no_echo(report: Maker):
    story = [
        told(report, "Lantern", "Purple water reached the weir at Tolk.", (POST, "Olga Sorenko")),
        told(report, "Heron", "A carpet maker has closed its works.", (OWN, "Olga Sorenko")),
    ]
    assert strengths(story) == set()
