from collections.abc import Callable
from itertools import permutations

from stemma.model import Edge, Extracted, Stemma
from stemma.trace import trace

Maker = Callable[..., Extracted]

LONG = (
    "Weavers first came to the valley three centuries ago.\nTheir looms stood in cellars, where "
    "damp kept the thread from snapping.\nA railway opened the mountains to merchants in 1874, "
    "and wool from overseas ruined half of the shepherds within ten years.\nLast winter the owners "
    "sold the western shed to a brewery."
)
LONGER = (
    "Grandmothers remember skating here before the dam was built.\nFor the lantern feast the quay "
    "is closed to cars, and every household hangs out a paper fish.\nTwo bakers quarrel for "
    "years about who invented the plaited loaf.\nTickets for the puppet theatre go on sale at noon."
)


def edge_to(stemma: Stemma, target: str, kind: str) -> Edge:
    return next(one for one in stemma.edges if one.target == target and one.kind == kind)


def node_name(stemma: Stemma, node: str) -> str:
    return next(one.name for one in stemma.nodes if one.id == node)


def test_reports_that_credit_one_agency_are_one_family(report: Maker, copy: str, other: str):
    stemma = trace([
        report("a", copy, outlet="The Lantern", credit="Reuters"),
        report("b", other, outlet="The Heron", credit="Reuters"),
    ])  # fmt: skip
    assert stemma.families == (("report:a", "report:b"),)
    assert {node.kind for node in stemma.nodes} == {"report", "agency"}


def test_copies_of_two_agencies_are_two_families(report: Maker, copy: str, reworded: str):
    stemma = trace([
        report("a", copy, outlet="The Lantern", credit="Reuters"),
        report("b", reworded, outlet="The Heron", credit="Agence France-Presse"),
    ])  # fmt: skip
    assert len(stemma.families) == 2


def test_a_copy_without_credit_is_found_by_its_words(report: Maker, copy: str):
    stemma = trace([
        report("a", copy, outlet="The Lantern", credit="Reuters"),
        report("b", copy.replace("Some", "About"), outlet="The Heron", authors=("Ada Quill",)),
    ])  # fmt: skip
    edge = edge_to(stemma, "report:b", "borrowing")
    assert node_name(stemma, edge.source) == "Reuters"
    assert edge.strength == "certain"


def test_two_copies_of_what_nobody_names_come_from_a_lost_copy(report: Maker, copy: str):
    stemma = trace([
        report("a", copy, outlet="The Lantern"),
        report("b", copy, outlet="The Heron"),
    ])  # fmt: skip
    lost = [node for node in stemma.nodes if node.kind == "lost"]
    assert len(lost) == 1
    assert {edge.target for edge in stemma.edges if edge.source == lost[0].id} == {
        "report:a",
        "report:b",
    }


def test_what_is_told_again_in_other_words_and_the_same_order_ties(
    report: Maker, copy: str, reworded: str, other: str
):
    stemma = trace([
        report("a", copy, outlet="The Lantern"),
        report("b", reworded, outlet="The Heron"),
        report("c", other, outlet="The Owl"),
    ])  # fmt: skip
    assert ("report:a", "report:b") in stemma.families


def test_telling_the_same_event_is_no_evidence(report: Maker, copy: str, other: str):
    stemma = trace([
        report("a", copy, outlet="The Lantern"),
        report("b", other, outlet="The Heron"),
    ])  # fmt: skip
    assert stemma.edges == ()
    assert len(stemma.families) == 2


def test_the_later_report_of_one_outlet_comes_from_the_earlier(report: Maker, copy: str):
    stemma = trace([
        report("a", copy, outlet="The Lantern", day="2031-05-06"),
        report("b", copy, outlet="The Lantern", day="2031-05-05"),
    ])  # fmt: skip
    assert edge_to(stemma, "report:a", "borrowing").source == "report:b"


def test_an_agencys_own_report_stands_for_the_agency(report: Maker, copy: str):
    stemma = trace([
        report("wire", copy, outlet="Tidewater News Agency", agency="Tidewater News Agency"),
        report("b", copy, outlet="The Heron", credit="Tidewater News Agency"),
    ])  # fmt: skip
    assert edge_to(stemma, "report:b", "credit").source == "report:wire"
    assert edge_to(stemma, "report:b", "borrowing").source == "report:wire"


def test_hidden_credits_leave_the_words_to_speak(report: Maker, copy: str, other: str):
    story = [
        report("a", copy, outlet="The Lantern", credit="Reuters"),
        report("b", copy, outlet="The Heron", credit="Reuters"),
        report("c", other, outlet="The Owl", credit="Reuters"),
    ]
    assert trace(story).families == (("report:a", "report:b", "report:c"),)
    hidden = trace(story, hide_credits=True)
    assert hidden.families == (("report:a", "report:b"), ("report:c",))
    assert not [node for node in hidden.nodes if node.kind == "agency"]


def test_every_borrowing_points_at_the_words(report: Maker, copy: str):
    story = [report("a", copy, outlet="The Lantern"), report("b", copy, outlet="The Heron")]
    texts = {one.annotated.report.id: one.annotated.report.text for one in story}
    for edge in trace(story).edges:
        words = [span.of(texts[span.report]) for one in edge.evidence for span in one.spans]
        assert len(words) > 1
        assert words[0] == words[1]


def test_the_order_of_reports_changes_nothing(report: Maker, copy: str, reworded: str, other: str):
    story = [
        report("a", copy, outlet="The Lantern", credit="Reuters"),
        report("b", reworded, outlet="The Heron"),
        report("c", other, outlet="The Owl"),
    ]
    assert len({trace(order) for order in permutations(story)}) == 1


def test_one_report_is_a_family_of_one(report: Maker, copy: str):
    assert trace([report("a", copy)]).families == (("report:a",),)


def test_no_report_has_no_family():
    assert trace([]).families == ()


def test_one_sentence_taken_over_makes_no_copy_of_a_report(report: Maker, copy: str, other: str):
    sentence = copy.split("\n")[1]
    stemma = trace([
        report("a", f"{copy}\n{LONG}", outlet="The Lantern"),
        report("b", f"{other}\n{sentence}\n{LONGER}", outlet="The Heron"),
    ])  # fmt: skip
    assert {edge.strength for edge in stemma.edges} <= {"possible"}
    assert len(stemma.families) == 2


def test_details_shown_are_full_names_places_and_counts(
    report: Maker, copy: str, reworded: str, other: str
):
    stemma = trace([
        report("a", copy, outlet="The Lantern"),
        report("b", reworded, outlet="The Heron"),
        report("c", other, outlet="The Owl"),
        report("d", LONG, outlet="The Beacon"),
    ])  # fmt: skip
    reasons = [one.reason for edge in stemma.edges for one in edge.evidence]
    (details,) = {reason for reason in reasons if reason.startswith("details")}
    assert "40,000 litres" in details
    assert "River Ost" in details
    assert "valve" not in details
