from collections.abc import Callable

from stemma.model import Extracted
from stemma.trace import trace

Maker = Callable[..., Extracted]

TOLD = (
    "Two guards saw the valve fail, they told Reuters on Monday.\nThe works were closed at once.\n"
    "Dye had reached the weir by noon."
)
RETOLD = (
    "Dye has coloured the River Ost, according to the Daily Kestrel.\nThe Daily Kestrel said a "
    "valve had failed.\nThe works were closed at once."
)


def kinds(story: list[Extracted]) -> set[tuple[str, str]]:
    stemma = trace(story)
    names = {node.id: node.name for node in stemma.nodes}
    return {(names[edge.source], f"{edge.kind} {edge.strength}") for edge in stemma.edges}


def test_what_sources_told_an_agency_in_a_report_nobody_signs_is_its_copy(report: Maker):
    assert kinds([report("a", TOLD, outlet="The Heron")]) == {("Reuters", "credit likely")}


def test_in_a_report_that_a_person_signs_it_is_a_citation(report: Maker):
    signed = report("a", TOLD, outlet="The Heron", authors=("Ada Quill",))
    assert kinds([signed]) == {("Reuters", "citation certain")}


def test_staff_is_nobody(report: Maker):
    signed = report("a", TOLD, outlet="The Heron", authors=("Heron staff",))
    assert kinds([signed]) == {("Reuters", "credit likely")}


def test_an_agency_does_not_cite_itself(report: Maker):
    assert kinds([report("a", TOLD, outlet="Reuters")]) == set()


def test_who_was_told_on_a_programme_is_no_agency(report: Maker):
    assert kinds([report("a", TOLD.replace("Reuters", "Reuters’s Breakfast Hour"))]) == set()


def test_a_medium_named_first_and_again_is_retold(report: Maker):
    retold = report(
        "a",
        RETOLD,
        ("Dye has coloured the River Ost", "the Daily Kestrel", "outlet"),
        ("a valve had failed", "The Daily Kestrel", "outlet"),
    )
    assert kinds([retold]) == {
        ("Daily Kestrel", "borrowing likely"),
        ("Daily Kestrel", "citation certain"),
    }


def test_who_signs_a_retelling_retells_all_the_same(report: Maker):
    retold = report(
        "a",
        RETOLD,
        ("Dye has coloured the River Ost", "the Daily Kestrel", "outlet"),
        ("a valve had failed", "The Daily Kestrel", "outlet"),
        authors=("Ada Quill",),
    )
    assert ("Daily Kestrel", "borrowing likely") in kinds([retold])


def test_a_medium_that_is_talked_about_is_nothing(report: Maker):
    assert kinds([report("a", RETOLD)]) == set()


def test_unnamed_media_are_nothing(report: Maker):
    text = "Dye has coloured the River Ost, local media reported.\nThe works were closed."
    story = [report("a", text, ("Dye has coloured the River Ost", "local media", "outlet"))]
    assert kinds(story) == set()


def test_a_retold_report_of_the_story_is_the_source(report: Maker, other: str):
    retold = report(
        "a",
        RETOLD,
        ("Dye has coloured the River Ost", "the Daily Kestrel", "outlet"),
        ("a valve had failed", "The Daily Kestrel", "outlet"),
    )
    stemma = trace([retold, report("b", other, outlet="Daily Kestrel")])
    assert {(edge.source, edge.target) for edge in stemma.edges} == {("report:b", "report:a")}
    assert stemma.families == (("report:a", "report:b"),)


def test_a_name_with_and_in_it_is_one_medium(report: Maker):
    words = "Dye has coloured the River Ost"
    text = f"{words}, Wool and Thread Daily reported.\nThe works were closed."
    cited = report("a", text, (words, "Wool and Thread Daily", "outlet"), authors=("Ada Quill",))
    assert kinds([cited]) == {("Wool and Thread Daily", "citation certain")}


def test_two_media_are_two_citations(report: Maker):
    words = "Dye has coloured the River Ost"
    text = f"{words}, the Kestrel and the Owl reported.\nThe works were closed."
    cited = report("a", text, (words, "the Kestrel and the Owl", "outlet"), authors=("Ada Quill",))
    assert kinds([cited]) == {("Kestrel", "citation certain"), ("Owl", "citation certain")}
