from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.invented import make_report, make_statement

from stemma.model import Edge, Extracted, Node, Report, Stemma
from stemma.model.stemma import EdgeKind, Strength
from stemma.trace import count, count_claim, trace
from stemma.trace.families import join

Maker = Callable[..., Extracted]


def plain(name: str, outlet: str | None = None, family: str | None = None) -> Report:
    return make_report(name=name, id=name, outlet=outlet, family=family)


def edge(source: str, target: str, strength: Strength, kind: EdgeKind = "borrowing") -> Edge:
    return Edge(source=source, target=target, kind=kind, strength=strength, weight=0.5, evidence=())


def stemma_of(reports: list[Report], edges: list[Edge], *others: Node) -> Stemma:
    nodes = [Node(id=one.id, kind="report", name=one.name) for one in reports]
    families = join(edges, [one.id for one in reports], possible=False)
    return Stemma(nodes=(*nodes, *others), edges=tuple(edges), families=families)


def test_untied_reports_are_origins_of_their_own():
    reports = [plain("a", "Lantern"), plain("b", "Heron")]
    counts = count(stemma_of(reports, []), reports, {"a", "b"})
    assert (counts.reports, counts.outlets, counts.families) == (2, 2, 2)
    assert (counts.origins.low, counts.origins.high) == (2, 2)


def test_a_likely_tie_makes_one_origin_of_two_outlets():
    reports = [plain("a", "Lantern"), plain("b", "Heron")]
    counts = count(stemma_of(reports, [edge("a", "b", "likely")]), reports, {"a", "b"})
    assert counts.outlets == 2
    assert (counts.origins.low, counts.origins.high) == (1, 1)


def test_a_possible_tie_widens_the_range():
    reports = [plain("a", "Lantern"), plain("b", "Heron")]
    counts = count(stemma_of(reports, [edge("a", "b", "possible")]), reports, {"a", "b"})
    assert (counts.origins.low, counts.origins.high) == (1, 2)


def with_voices(stemma: Stemma, name: str) -> Stemma:
    nodes = (replace(node, has_own_voices=node.id == name) for node in stemma.nodes)
    return replace(stemma, nodes=tuple(nodes))


def test_who_took_a_passage_over_and_has_voices_besides_may_be_an_origin():
    reports = [plain("a", "Lantern"), plain("b", "Heron")]
    stemma = with_voices(stemma_of(reports, [edge("a", "b", "likely")]), "b")
    origins = count(stemma, reports, {"a", "b"}).origins
    assert (origins.low, origins.high) == (1, 2)


def test_who_has_voices_and_only_possibly_took_is_an_origin():
    reports = [plain("a", "Lantern"), plain("b", "Heron")]
    stemma = with_voices(stemma_of(reports, [edge("a", "b", "possible")]), "b")
    assert count(stemma, reports, {"a", "b"}).origins.low == 2


def test_voices_make_no_second_origin_of_one_outlet():
    reports = [plain("a", "Lantern"), plain("b", "Lantern")]
    stemma = with_voices(stemma_of(reports, [edge("a", "b", "likely")]), "b")
    assert count(stemma, reports, {"a", "b"}).origins.high == 1


def test_a_citation_ties_nothing():
    reports = [plain("a", "Lantern"), plain("b", "Heron")]
    stemma = stemma_of(reports, [edge("a", "b", "certain", "citation")])
    assert count(stemma, reports, {"a", "b"}).origins.low == 2


def test_two_members_tied_through_an_agency_that_is_not_there_are_one_origin():
    reports = [plain("a", "Lantern"), plain("b", "Heron"), plain("c", "Owl")]
    ties = [edge("wire", "a", "certain", "credit"), edge("wire", "b", "likely")]
    stemma = stemma_of(reports, ties, Node(id="wire", kind="agency", name="Tidewater"))
    assert count(stemma, reports, {"a", "b"}).origins.high == 1
    assert count(stemma, reports, {"b", "c"}).origins.high == 2


def test_an_outlet_does_not_corroborate_itself():
    reports = [plain("a", "Lantern"), plain("b", "Lantern")]
    counts = count(stemma_of(reports, []), reports, {"a", "b"})
    assert (counts.outlets, counts.origins.high) == (1, 1)


def test_two_agencies_in_one_outlet_are_two_origins():
    reports = [plain("a", "Lantern"), plain("b", "Lantern")]
    ties = [edge("first", "a", "certain", "credit"), edge("second", "b", "certain", "credit")]
    agencies = [Node(id=one, kind="agency", name=one) for one in ("first", "second")]
    assert count(stemma_of(reports, ties, *agencies), reports, {"a", "b"}).origins.high == 2


def test_reports_without_a_known_outlet_count_as_an_outlet_each():
    reports = [plain("a"), plain("b"), plain("c", "Lantern", "Quay Group")]
    counts = count(stemma_of(reports, []), reports, {"a", "b", "c"})
    assert (counts.outlets, counts.families) == (3, 3)


def test_outlets_of_one_owner_are_one_publisher_family():
    reports = [plain("a", "Lantern", "Quay Group"), plain("b", "Heron", "Quay Group")]
    counts = count(stemma_of(reports, []), reports, {"a", "b"})
    assert (counts.outlets, counts.families) == (2, 1)


def test_a_retelling_adds_nothing_to_the_low_end():
    reports = [plain("a", "Lantern"), plain("b", "Heron")]
    ties = [edge("kestrel", "b", "likely")]
    stemma = stemma_of(reports, ties, Node(id="kestrel", kind="lost", name="Daily Kestrel"))
    counts = count(stemma, reports, {"a", "b"})
    assert (counts.origins.low, counts.origins.high) == (1, 2)


def test_nobody_is_no_origin():
    counts = count(stemma_of([], []), [], set())
    assert (counts.reports, counts.origins.low, counts.origins.high) == (0, 0, 0)


def test_members_outside_the_story_are_not_counted(report: Maker, copy: str):
    story = [report("a", copy)]
    counts = count(trace(story), [story[0].annotated.report], {"report:a", "report:z"})
    assert counts.reports == 1


def test_what_one_takes_from_a_medium_another_that_cites_it_may_have_from_there():
    told = make_report("The mill sank, the Heron reported.", name="a", id="a", outlet="Lantern")
    own = make_report("The mill sank on Friday.", name="b", id="b", outlet="Tarn")
    statements = [
        make_statement(told, "The mill sank", by="the Heron", kind="outlet"),
        make_statement(own, "The mill sank on Friday"),
    ]
    heron = Node(id="heron", kind="lost", name="Heron")
    for cited, low in (("b", 1), ("c", 2)):
        reports = [told, own, plain("c", "Gull")]
        edges = [edge("heron", cited, "certain", "citation")]
        counts = count_claim(stemma_of(reports, edges, heron), reports, statements)
        assert (counts.origins.low, counts.origins.high) == (low, 2)
        for held, *node in (
            ([*reports, plain("heron", "Heron")],),
            ([*reports, plain("d", "Heron"), plain("e", "Heron")], heron),
        ):
            counts = count_claim(stemma_of(held, edges, *node), held, statements)
            assert (counts.origins.low, counts.origins.high) == (low, 2)


STRENGTHS: list[Strength] = ["certain", "likely", "possible"]


@given(
    st.lists(
        st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.sampled_from(STRENGTHS)),
        max_size=8,
    ),
    st.sets(st.sampled_from("abcde"), min_size=1),
)
def test_the_range_is_a_range_within_the_reports(
    ties: list[tuple[str, str, Strength]], members: set[str]
):
    reports = [plain(name, name) for name in "abcde"]
    edges = [edge(source, target, strength) for source, target, strength in ties]
    counts = count(stemma_of(reports, edges), reports, members)
    assert 1 <= counts.origins.low <= counts.origins.high <= counts.reports
