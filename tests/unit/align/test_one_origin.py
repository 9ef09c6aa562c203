from collections.abc import Callable

from tests.unit.align.test_findings import findings_of, of_kind

from stemma.model import Edge, Extracted, Node, Stemma
from stemma.model.stemma import EdgeKind
from stemma.ports import Encoder

Maker = Callable[..., Extracted]

COPY = "The paper mill in Ostwick burnt for nine hours.\nThe bridge to the mill was closed at noon."
OUTLETS = ("The Dune Echo", "The Harbour Post", "The Quill")


def wire(kind: EdgeKind) -> Stemma:
    """Tie all outlets to an invented agency."""
    return Stemma(
        nodes=(
            Node(id="agency:brine", kind="agency", name="Brine Wire"),
            *(Node(id=f"report:{one}", kind="report", name=one) for one in OUTLETS),
        ),
        edges=tuple(
            Edge(
                source="agency:brine",
                target=f"report:{one}",
                kind=kind,
                strength="certain",
                weight=1.0,
                evidence=(),
            )
            for one in OUTLETS
        ),
        families=(),
    )


def test_one_agency_text_in_many_outlets_is_one_finding(extracted: Maker, encoder: Encoder):
    story = [extracted(outlet, COPY) for outlet in OUTLETS]
    findings = findings_of(story, encoder, high=1, stemma=wire("credit"))
    found = [finding for finding in findings if finding.kind == "single_origin"]
    assert len(found) == 1
    assert "have two claims" in found[0].message
    assert "all from one origin, Brine Wire" in found[0].message
    assert len(found[0].claims) == 2
    assert {span.report for span in found[0].evidence} == {f"report:{one}" for one in OUTLETS}


def test_what_all_cite_is_not_what_all_copy(extracted: Maker, encoder: Encoder):
    story = [extracted(outlet, COPY) for outlet in OUTLETS]
    findings = findings_of(story, encoder, high=1, stemma=wire("citation"))
    assert "Brine Wire" not in of_kind(findings, "single_origin").message


def told(extracted: Maker, outlet: str, speaker: str | None) -> Extracted:
    words = "The roof had been leaking since the autumn"
    said = {} if speaker is None else {"by": speaker, "kind": "organisation"}
    text = f"{words}." if speaker is None else f"{words}, {speaker} said."
    return extracted(outlet, text, {"words": words, **said})


def test_what_all_have_from_one_speaker_is_said_to_be_on_that_word(
    extracted: Maker, encoder: Encoder
):
    story = [told(extracted, outlet, "Ennet Paper") for outlet in OUTLETS]
    message = of_kind(findings_of(story, encoder), "single_origin").message
    assert message.startswith("The Dune Echo, The Harbour Post and The Quill have it, all on the")
    assert "all on the word of Ennet Paper" in message


def test_one_that_names_nobody_is_not_said_to_have_it_from_the_speaker(
    extracted: Maker, encoder: Encoder
):
    speakers = ("Ennet Paper", "Ennet Paper", None)
    story = [told(extracted, outlet, who) for outlet, who in zip(OUTLETS, speakers, strict=True)]
    message = of_kind(findings_of(story, encoder), "single_origin").message
    assert "on the word of Ennet Paper where anybody is named" in message


def test_two_speakers_are_not_one_word(extracted: Maker, encoder: Encoder):
    speakers = ("Ennet Paper", "Ennet Paper", "Brine Insurance")
    story = [told(extracted, outlet, who) for outlet, who in zip(OUTLETS, speakers, strict=True)]
    message = of_kind(findings_of(story, encoder), "single_origin").message
    assert "perhaps all from one origin" in message


def test_an_outlet_that_all_retell_is_named_though_its_report_is_not_held(
    extracted: Maker, encoder: Encoder
):
    story = [extracted(outlet, COPY) for outlet in OUTLETS]
    agency, *outlets = wire("borrowing").nodes
    gazette = Node(id=agency.id, kind="lost", name="Brine Gazette")
    stemma = Stemma(nodes=(gazette, *outlets), edges=wire("borrowing").edges, families=())
    message = of_kind(findings_of(story, encoder, high=1, stemma=stemma), "single_origin").message
    assert "all from one origin, Brine Gazette" in message
