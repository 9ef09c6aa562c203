"""What holds of every stemma, whatever the reports rely on and share."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.invented import make_report

from stemma.model import Report
from stemma.trace.borrowing import Link
from stemma.trace.media import Medium
from stemma.trace.precedence import came_before
from stemma.trace.shared_text import Story
from stemma.trace.ties import Tie
from stemma.trace.tree import draw

NAMES = "abcde"
DAYS = [None, "2031-05-04", "2031-05-05", "2031-05-05T10:00", "2031-05-06", "2031-05"]
OUTLETS = ["Lantern", "Heron", "Kestrel", None]
MEDIA = [Medium(name="Tidewater", is_agency=True), Medium(name="Kestrel", is_agency=False)]


@st.composite
def reports(draw: st.DrawFn, name: str) -> Report:
    day = draw(st.sampled_from(DAYS))
    outlet = draw(st.sampled_from([*OUTLETS, "Tidewater"]))
    agency = outlet if outlet == "Tidewater" else None
    return make_report(
        name=name, id=name, outlet=outlet, family=outlet, agency=agency, published=day
    )


@st.composite
def stories(draw: st.DrawFn) -> Story:
    held = {name: draw(reports(name)) for name in NAMES}
    ties = [
        Tie(
            report=name,
            medium=MEDIA[0] if one.agency else draw(st.sampled_from(MEDIA)),
            kind="credit" if one.agency else draw(st.sampled_from(["credit", "citation"])),
            strength="certain",
            weight=0.9,
            evidence=(),
        )
        for name, one in held.items()
        if one.agency or (one.outlet != "Kestrel" and draw(st.booleans()))
    ]
    pairs = draw(
        st.sets(
            st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda p: p[0] < p[1])
        )
    )
    links = [
        Link(
            left=left,
            right=right,
            weight=draw(st.sampled_from([0.2, 0.6, 0.99])),
            evidence=(),
        )
        for left, right in sorted(pairs)
    ]
    return Story(
        reports=held,
        ties=[
            tie
            for tie in ties
            if tie.medium.name != held[tie.report].outlet or tie.kind == "credit"
        ],
        links=links,
    )


@given(stories())
def test_no_arrow_runs_from_a_later_to_an_earlier_report(story: Story):
    for edge in draw(story).edges:
        if edge.source in story.reports:
            assert not came_before(story.reports[edge.target], story.reports[edge.source])


@given(stories())
def test_a_lost_copy_stands_behind_two_reports_or_more(story: Story):
    stemma = draw(story)
    for node in stemma.nodes:
        if node.name == "a lost copy":
            assert len({edge.target for edge in stemma.edges if edge.source == node.id}) > 1


@given(stories(), st.randoms())
def test_the_order_of_ties_and_links_changes_nothing(story: Story, random: Random):
    ties, links = list(story.ties), list(story.links)
    random.shuffle(ties)
    random.shuffle(links)
    assert draw(replace(story, ties=ties, links=links)) == draw(story)


@given(stories())
def test_every_edge_joins_nodes_and_every_report_has_one_family(story: Story):
    stemma = draw(story)
    nodes = {node.id for node in stemma.nodes}
    assert all({edge.source, edge.target} <= nodes for edge in stemma.edges)
    assert sorted(one for family in stemma.families for one in family) == list(NAMES)
    assert all(edge.source != edge.target for edge in stemma.edges)


def test_two_sources_of_one_report_need_no_lost_copy_behind_them():
    outlets = {"a": "Lantern", "b": "Heron", "c": "Kestrel"}
    held = {
        name: make_report(name=name, id=name, outlet=outlet) for name, outlet in outlets.items()
    }
    ties = [
        Tie(
            report="c",
            medium=Medium(name=outlets[cited], is_agency=False),
            kind="citation",
            strength="certain",
            weight=0.9,
            evidence=(),
        )
        for cited in "ab"
    ]
    links = [Link(left=cited, right="c", weight=0.99, evidence=()) for cited in "ab"]
    stemma = draw(Story(reports=held, ties=ties, links=links))
    assert {node.kind for node in stemma.nodes} == {"report"}
