"""Who took from whom, as dates, houses and institutions tell it; all names are invented."""

from collections.abc import Callable
from itertools import permutations

from stemma.model import Extracted, Stemma
from stemma.trace import trace

Maker = Callable[..., Extracted]

CITING = (
    "A valve at the works failed on Monday, the Daily Kestrel reported.\nThe works were closed at "
    "once and children went home.\nNobody on the quay would talk."
)


def arrows(stemma: Stemma) -> set[tuple[str, str]]:
    names = {node.id: node.id if node.kind == "report" else node.name for node in stemma.nodes}
    return {(names[edge.source], edge.target) for edge in stemma.edges}


def test_of_two_publishers_neither_took_from_the_other_because_it_was_later(
    report: Maker, copy: str
):
    stemma = trace([
        report("a", copy, outlet="The Lantern", day="2031-05-05"),
        report("b", copy, outlet="The Heron", day="2031-05-06"),
    ])  # fmt: skip
    assert arrows(stemma) == {("a lost copy", "report:a"), ("a lost copy", "report:b")}


def test_the_same_author_in_two_outlets_printed_it_there_first(report: Maker, copy: str):
    stemma = trace([
        report("a", copy, outlet="The Lantern", day="2031-05-06", authors=("Ada Quill",)),
        report("b", copy, outlet="The Heron", day="2031-05-05", authors=("Ada Quill",)),
    ])  # fmt: skip
    assert arrows(stemma) == {("report:b", "report:a")}


def cite(report: Maker, day: str) -> Extracted:
    words = "A valve at the works failed on Monday"
    return report(
        "a", CITING, (words, "the Daily Kestrel", "outlet"), day=day, authors=("Bo Reed",)
    )


def test_an_earlier_report_of_a_cited_outlet_is_its_source(report: Maker, other: str):
    held = report("b", other, outlet="Daily Kestrel", day="2031-05-05")
    assert arrows(trace([cite(report, "2031-05-06"), held])) == {("report:b", "report:a")}


def test_a_later_report_of_a_cited_outlet_is_not_its_source(report: Maker, other: str):
    held = report("b", other, outlet="Daily Kestrel", day="2031-05-07")
    assert arrows(trace([cite(report, "2031-05-06"), held])) == {("Daily Kestrel", "report:a")}


def test_a_later_report_of_an_agency_is_the_agencys_and_nobodys_source(report: Maker, copy: str):
    wire = "Tidewater News Agency"
    stemma = trace([
        report("wire", copy, outlet=wire, agency=wire, day="2031-05-07"),
        report("b", copy, outlet="The Heron", credit=wire, day="2031-05-06"),
    ])  # fmt: skip
    assert arrows(stemma) == {(wire, "report:wire"), (wire, "report:b")}
    assert stemma.families == (("report:b", "report:wire"),)


def test_what_a_university_tells_of_itself_is_the_root_of_its_copies(report: Maker, copy: str):
    release = report(
        "a",
        copy,
        outlet="quaymouth.ac.uk",
        url="https://news.quaymouth.ac.uk/dye",
        day="2031-05-05",
    )
    taker = report("b", copy, outlet="The Heron", day="2031-05-06")
    assert arrows(trace([release, taker])) == {("report:a", "report:b")}


def test_what_a_quoted_company_tells_of_itself_is_the_root_of_its_copies(report: Maker, copy: str):
    text = f"{copy}\nA pump is on its way, Bremmel said."
    release = report(
        "a",
        copy,
        outlet="bremmel.example",
        url="https://blog.bremmel.example/dye",
        day="2031-05-05",
    )
    said = ("A pump is on its way", "Bremmel", "organisation")
    taker = report("b", text, said, outlet="The Heron", day="2031-05-05")
    assert arrows(trace([release, taker])) == {("report:a", "report:b")}


def test_a_release_later_than_a_report_is_not_its_source(report: Maker, copy: str):
    release = report(
        "a",
        copy,
        outlet="quaymouth.ac.uk",
        url="https://news.quaymouth.ac.uk/dye",
        day="2031-06-05",
    )
    taker = report("b", copy, outlet="The Heron", day="2031-05-06")
    assert arrows(trace([release, taker])) == {
        ("a lost copy", "report:a"),
        ("a lost copy", "report:b"),
    }


def test_the_order_of_reports_changes_no_direction(report: Maker, copy: str, reworded: str):
    story = [
        cite(report, "2031-05-06"),
        report("b", copy, outlet="Daily Kestrel", day="2031-05-07"),
        report("c", copy, outlet="The Heron", day="2031-05-05"),
        report("d", reworded, outlet="The Owl"),
    ]
    assert len({trace(order) for order in permutations(story)}) == 1


def test_what_an_agency_explains_needs_no_lost_copy_besides(report: Maker, copy: str):
    lines = copy.split("\n")
    stemma = trace([
        report("a", copy, outlet="The Lantern", credit="Reuters"),
        report("b", copy, outlet="The Heron"),
        report("c", "\n".join(lines[:4]), outlet="The Owl"),
    ])  # fmt: skip
    assert {node.name for node in stemma.nodes if node.kind != "report"} == {"Reuters"}
