"""On whose word a claim stands; outlets and people are invented."""

from tests.invented import make_report, make_statement

from stemma.model import Node, Report, Source, Statement, Stemma
from stemma.model.statement import SourceKind
from stemma.trace import count_claim


def report(name: str, outlet: str, url: str | None = None) -> Report:
    return make_report(id=name, outlet=outlet, family=outlet, url=url)


def source(name: str, kind: SourceKind) -> Source:
    return Source(name=name, kind=kind, spans=())


def said(report: str, text: str, *sources: Source, direct: bool = False) -> Statement:
    return make_statement(
        make_report(text, id=report),
        text,
        by=sources[0] if sources else None,
        voice="direct" if direct else "indirect",
        id=f"{report}:{text}",
        via=sources[1:],
    )


REPORTS = [report("a", "Lantern"), report("b", "Heron"), report("c", "Beacon")]
STEMMA = Stemma(
    nodes=tuple(Node(id=one.id, kind="report", name=one.name) for one in REPORTS),
    edges=(),
    families=(("a",), ("b",), ("c",)),
)
SURVEYOR = source("Ida Noll", "person")
COUNCIL = source("the council", "organisation")


def origins(*statements: Statement) -> tuple[int, int]:
    counted = count_claim(STEMMA, REPORTS, statements).origins
    return counted.low, counted.high


def test_outlets_that_say_it_themselves_are_origins_of_their_own():
    assert origins(said("a", "the bridge fell"), said("b", "the bridge fell")) == (2, 2)


def test_outlets_that_quote_one_speaker_have_one_authority():
    assert origins(said("a", "it fell", SURVEYOR), said("b", "it fell", SURVEYOR)) == (1, 2)


def test_the_same_quotation_is_one_authority_whatever_the_speaker_is_called():
    words = "“we saw the second pier lean before noon”"
    quoted = said("a", words, SURVEYOR, direct=True), said("b", words, COUNCIL, direct=True)
    assert origins(*quoted) == (1, 2)


def test_a_quotation_with_a_word_changed_is_still_one_mans_words():
    first = "“we saw the second pier lean before noon, all of us”"
    second = "“well, we saw the second pier lean at noon”"
    quoted = said("a", first, SURVEYOR, direct=True), said("b", second, COUNCIL, direct=True)
    assert origins(*quoted) == (1, 2)


def test_two_speakers_are_two_authorities():
    assert origins(said("a", "it fell", SURVEYOR), said("b", "it fell", COUNCIL)) == (2, 2)


def test_unnamed_sources_may_be_the_same_people():
    officials = source("officials", "unnamed")
    assert origins(said("a", "it fell", officials), said("b", "it fell", officials)) == (1, 2)


def test_what_is_taken_from_an_outlet_is_that_outlets():
    lantern = source("the Lantern", "outlet")
    assert origins(said("a", "it fell"), said("b", "it fell", lantern)) == (1, 1)


def test_what_two_take_from_one_absent_outlet_has_one_origin():
    gazette = source("Tarn Gazette", "outlet")
    taken = said("a", "it fell", SURVEYOR, gazette), said("b", "it fell", COUNCIL, gazette)
    assert origins(*taken) == (1, 1)


def test_a_lone_attribution_among_own_voices_leaves_the_others_standing():
    own = said("a", "it fell"), said("b", "it fell")
    assert origins(*own, said("c", "it fell", SURVEYOR)) == (3, 3)


def test_a_body_that_tells_of_itself_is_the_authority_of_who_quotes_it():
    reports = [report("a", "ostworks.example", "https://blog.ostworks.example/valve"), REPORTS[1]]
    stemma = Stemma(
        nodes=tuple(Node(id=one.id, kind="report", name=one.name) for one in reports),
        edges=(),
        families=(("a",), ("b",)),
    )
    works = source("Ost Works", "organisation")
    told = [said("a", "the valve held"), said("b", "the valve held", works)]
    assert count_claim(stemma, reports, told).origins.low == 1


def test_what_a_body_tells_of_itself_others_may_have_from_there():
    works = Node(id="a", kind="report", name="ostworks.example", is_release=True)
    stemma = Stemma(nodes=(works, *STEMMA.nodes[1:]), edges=(), families=STEMMA.families)
    told = [said(name, "the pump is new") for name in "abc"]
    counted = count_claim(stemma, REPORTS, told).origins
    assert (counted.low, counted.high) == (1, 3)
