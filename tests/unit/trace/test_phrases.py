"""Set phrases that name where something is from; reports are invented, outlets are real names."""

from collections.abc import Callable

import pytest

from stemma.model import Extracted, Report
from stemma.trace import trace
from stemma.trace.media import Media, know_media
from stemma.trace.phrases import find_cited, find_first_printers

Maker = Callable[..., Extracted]


def report_of(made: Extracted) -> Report:
    return made.annotated.report


def cited(report: Maker, text: str, **said: str) -> list[str]:
    made = report_of(report("a", text, **said))
    return [medium.name for _, medium in find_cited(made, know_media([made]))]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The dye was bought in March, according to a letter obtained by the New York Times.",
         "The New York Times"),
        ("Bremmel knew of the valve, per the Washington Post.", "The Washington Post"),
        ("The New York Times says the valve was old.", "The New York Times"),
        ("The valve was old, according to China Daily.", "China Daily"),
        ("“It was old,” a guard told Sky News.", "Sky News"),
    ],
)  # fmt: skip
def test_set_phrases_name_a_medium(report: Maker, text: str, outlet: str):
    assert cited(report, text, outlet="The Lantern") == [outlet]


@pytest.mark.parametrize(
    "text",
    [
        "The valve was old, according to Ada Quill.",
        "People said the water was violet.",
        "The report was published by Bremmel.",
        "A guard told Sky News’s Breakfast Hour.",
        "Sky News said in a statement that it would appeal.",
        "The New York Times building stands on the quay.",
    ],
)
def test_what_no_table_knows_or_nobody_takes_from_is_no_source(report: Maker, text: str):
    assert cited(report, text, outlet="The Lantern") == []


def test_a_short_name_is_the_outlet_named_in_full_in_the_report(report: Maker):
    text = "The New York Times has a letter. Bremmel knew of the valve, per the Times."
    assert cited(report, text, outlet="The Lantern") == ["The New York Times"]


def test_an_outlet_does_not_cite_itself(report: Maker):
    text = "“It was old,” a guard told the New York Times."
    assert cited(report, text, outlet="The New York Times") == []


def first_printers(report: Maker, text: str) -> list[str]:
    made = report_of(report("a", text, outlet="The Heron"))
    return [medium.name for _, medium in find_first_printers(made, know_media([made]))]


def test_a_report_that_first_appeared_elsewhere_says_so(report: Maker):
    text = "The river is violet.\nThis article originally appeared on dailykestrel.example."
    assert first_printers(report, text) == ["dailykestrel.example"]


def test_where_a_photograph_first_appeared_credits_nobody(report: Maker):
    text = "The photograph first appeared in Otter Weekly.\nThe river is violet."
    assert first_printers(report, text) == []


def test_a_reprint_is_credited_to_its_first_printer(report: Maker, copy: str):
    text = f"{copy}\nThis article originally appeared on dailykestrel.example."
    stemma = trace([report("a", text, outlet="The Heron")])
    edge = stemma.edges[0]
    assert (edge.kind, edge.strength) == ("credit", "certain")
    assert [node.name for node in stemma.nodes if node.id == edge.source] == [
        "dailykestrel.example"
    ]


def media_of(*outlets: str) -> Media:
    return Media(agencies={}, outlets={one.casefold(): one for one in outlets})


def test_two_names_of_one_outlet_are_one_medium():
    medium = media_of("BBC News").find("the BBC")
    assert medium is not None
    assert medium.name == "BBC News"


def test_a_mere_newspaper_is_no_medium():
    assert media_of().find("the Newspaper") is None


def test_an_agency_written_in_small_letters_is_the_agency():
    medium = know_media([]).find("Tass news agency")
    assert medium is not None
    assert (medium.name, medium.is_agency) == ("TASS", True)
