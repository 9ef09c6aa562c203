from collections.abc import Callable
from dataclasses import replace

import pytest

from stemma.align import align, find_entities, name_sources
from stemma.model import Claim, Extracted, Part
from stemma.ports import Encoder

Maker = Callable[..., Extracted]

POST = (
    "A fire destroyed the old paper mill in Ostwick on Monday night.\n"
    "Up to 300 workers were sent home from the mill.\n"
    "Mayor Dorothea Halvane thanked the fire crews."
)
ECHO = (
    "The old paper mill in Ostwick was destroyed by a fire on Monday night.\n"
    "More than 250 workers were sent home from the mill, the union said.\n"
    "Rain is expected in the valley on Wednesday."
)


def claims_of(story: list[Extracted], encoder: Encoder) -> tuple[Claim, ...]:
    return align(story, find_entities(story), encoder=encoder)


def shared(claims: tuple[Claim, ...]) -> list[Claim]:
    return [claim for claim in claims if claim.counts.reports > 1]


@pytest.fixture
def story(extracted: Maker) -> list[Extracted]:
    return [extracted("The Harbour Post", POST), extracted("The Dune Echo", ECHO)]


def test_what_two_reports_say_alike_is_one_claim(story: list[Extracted], encoder: Encoder):
    found = shared(claims_of(story, encoder))
    assert any("destroyed" in claim.text for claim in found)


def test_figures_that_differ_do_not_part_a_claim(story: list[Extracted], encoder: Encoder):
    found = shared(claims_of(story, encoder))
    assert any("workers" in claim.text for claim in found)


def test_what_has_nothing_to_do_with_each_other_stays_apart(
    story: list[Extracted], encoder: Encoder
):
    for claim in shared(claims_of(story, encoder)):
        assert "Rain" not in claim.text
        assert "Halvane" not in claim.text


def test_a_statement_is_in_one_claim_at_most(story: list[Extracted], encoder: Encoder):
    appearances = [one for claim in claims_of(story, encoder) for one in claim.appearances]
    assert len(appearances) == len(set(appearances))


def test_the_words_of_a_claim_are_those_of_a_report(story: list[Extracted], encoder: Encoder):
    for claim in claims_of(story, encoder):
        assert claim.text in POST + ECHO
        assert claim.worded_by in claim.appearances


def test_the_order_of_reports_changes_nothing(story: list[Extracted], encoder: Encoder):
    assert claims_of(story, encoder) == claims_of(story[::-1], encoder)


def test_statements_of_one_report_count_once(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", POST + "\nThe fire destroyed the paper mill in Ostwick."),
        extracted("The Dune Echo", ECHO),
    ]
    assert all(claim.counts.reports <= 2 for claim in claims_of(story, encoder))


def test_a_denial_is_not_what_it_denies(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "The mill owner was warned about the roof in Ostwick."),
        extracted(
            "The Dune Echo",
            "The mill owner was never warned about the roof in Ostwick.",
            {"words": "The mill owner was never warned about the roof", "negated": True},
        ),
    ]
    assert not shared(claims_of(story, encoder))


def test_refusals_are_no_claims(extracted: Maker, encoder: Encoder):
    text = "The owner declined to comment on the fire at the mill."
    said: dict[str, object] = {
        "words": "to comment on the fire at the mill",
        "by": "The owner",
        "act": "response",
        "cue": "declined",
    }
    story = [extracted("The Harbour Post", text, said), extracted("The Dune Echo", text, said)]
    assert claims_of(story, encoder) == ()


def test_no_report_gives_no_claim(encoder: Encoder):
    assert align([], [], encoder=encoder) == ()


def both_said(
    extracted: Maker, one: dict[str, object], other: dict[str, object], texts: tuple[str, str]
) -> list[Extracted]:
    return [
        extracted("The Harbour Post", texts[0], one),
        extracted("The Dune Echo", texts[1], other),
    ]


def test_the_own_words_of_two_people_are_two_claims(extracted: Maker, encoder: Encoder):
    texts = (
        "“I heard a sudden loud bang at the old mill,” said Ana Brandt of Hollow Fen.",
        "“I heard a loud screeching bang at the mill,” said Tomas Orrel of Hollow Fen.",
    )
    direct: dict[str, object] = {"voice": "direct"}
    first = direct | {"words": "I heard a sudden loud bang at the old mill", "by": "Ana Brandt"}
    second = direct | {"words": "I heard a loud screeching bang at the mill", "by": "Tomas Orrel"}
    story = both_said(extracted, first, second, texts)
    named = name_sources(story, find_entities(story))
    assert not shared(align(named, find_entities(named), encoder=encoder))


def test_rates_of_change_that_differ_are_two_claims(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "Burglaries in Ostwick rose by 12.8 percent last year."),
        extracted("The Dune Echo", "Burglaries in Ostwick doubled last year."),
    ]
    assert not shared(claims_of(story, encoder))


def test_one_rate_of_change_is_one_claim(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "Burglaries in Ostwick rose by 100 percent last year."),
        extracted("The Dune Echo", "Burglaries in Ostwick doubled last year."),
    ]
    assert shared(claims_of(story, encoder))


def test_a_refusal_is_not_what_it_leaves_unsaid(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "The mill's owner commented on why the boiler burst."),
        extracted("The Dune Echo", "The mill's owner refused to comment on why the boiler burst."),
    ]
    assert not shared(claims_of(story, encoder))


def test_what_its_reporting_verb_denies_is_not_what_is_asserted(extracted: Maker, encoder: Encoder):
    texts = (
        "The mill had been told of the cracks in its boiler, the inspectors said.",
        "The owner denied that the mill had been told of the cracks in its boiler.",
    )
    words = "he mill had been told of the cracks in its boiler"
    first: dict[str, object] = {"words": "T" + words}
    second: dict[str, object] = {"words": "the mill had been told of the cracks in its boiler"}
    denial = second | {"by": "The owner", "cue": "denied", "negated": True}
    assert not shared(claims_of(both_said(extracted, first, denial, texts), encoder))


def test_a_headline_alone_is_no_claim(story: list[Extracted], encoder: Encoder):
    headed = [
        replace(
            one,
            annotated=replace(
                one.annotated,
                report=replace(
                    one.annotated.report,
                    parts=tuple(
                        replace(part, kind="headline") for part in one.annotated.report.parts
                    ),
                ),
            ),
        )
        for one in story
    ]
    assert shared(claims_of(story, encoder))
    assert not shared(claims_of(headed, encoder))


def test_an_attitude_to_a_mere_thing_is_no_claim(extracted: Maker, encoder: Encoder):
    text = "Mayor Dorothea Halvane hailed the fire crews of Ostwick on Monday."
    said: dict[str, object] = {
        "words": "the fire crews of Ostwick",
        "by": "Dorothea Halvane",
        "act": "attitude",
        "cue": "hailed",
    }
    story = [extracted("The Harbour Post", text, said), extracted("The Dune Echo", text, said)]
    assert not claims_of(story, encoder)


def test_what_the_accused_deny_is_not_what_the_others_complain_of(
    extracted: Maker, encoder: Encoder
):
    texts = (
        "It came at night, the villagers said, and nobody had warned them of the cracked boiler.",
        "The mill's owner denied that it had been warned of the cracked boiler.",
    )
    complaint: dict[str, object] = {
        "words": "nobody had warned them of the cracked boiler",
        "by": "the villagers",
        "kind": "crowd",
        "negated": True,
    }
    denial: dict[str, object] = {
        "words": "denied that it had been warned of the cracked boiler",
        "by": "The mill's owner",
        "kind": "organisation",
        "cue": "denied",
        "negated": True,
    }
    assert not shared(claims_of(both_said(extracted, complaint, denial, texts), encoder))


def test_a_denial_in_other_words_of_the_one_who_denies_is_one_claim(
    extracted: Maker, encoder: Encoder
):
    texts = (
        "The mill's owner denied that it had been warned of the cracked boiler.",
        "The mill's owner said it had not been warned of the cracked boiler.",
    )
    common: dict[str, object] = {
        "by": "The mill's owner",
        "kind": "organisation",
        "negated": True,
    }
    denial = common | {
        "words": "denied that it had been warned of the cracked boiler",
        "cue": "denied",
    }
    other = common | {"words": "it had not been warned of the cracked boiler"}
    assert shared(claims_of(both_said(extracted, denial, other, texts), encoder))


def test_a_report_s_two_numbers_are_no_one_claim(extracted: Maker, encoder: Encoder):
    story = [
        extracted(
            "The Harbour Post",
            "A court in Ostwick sentenced Anna Marwick to three years in prison on Monday.\n"
            "Anna Marwick had been sentenced to 45 years in prison in Ostwick before.",
        ),
        extracted(
            "The Dune Echo",
            "Anna Marwick was sentenced to three years in prison by a court in Ostwick on Monday.",
        ),
    ]
    (one,) = shared(claims_of(story, encoder))
    texts = {
        statement.text
        for piece in story
        for statement in piece.statements
        if statement.id in one.appearances
    }
    assert len(texts) == 2
    assert not any("45" in text for text in texts)


def test_a_claim_is_told_in_words_that_all_its_reports_bear_out(extracted: Maker, encoder: Encoder):
    story = [
        extracted(
            "The Harbour Post",
            "A fire destroyed the old paper mill on the river in Ostwick late on Monday night.",
        ),
        extracted(
            "The Dune Echo",
            "A fire destroyed the old paper mill on the river in Ostwick on Monday night, and its "
            "owner Dora Halvane fled to Port Brine.",
        ),
    ]
    told = [claim.text for claim in shared(claims_of(story, encoder))]
    assert told
    assert not any("Halvane" in text for text in told)


@pytest.mark.parametrize("link", ["However, ", "Meanwhile, ", "In addition, ", "But ", "And "])
def test_a_claim_is_told_without_what_ties_it_to_the_sentence_before(
    extracted: Maker, encoder: Encoder, link: str
):
    story = [
        extracted(outlet, f"{link}the paper mill in Ostwick was destroyed by a fire on Monday.")
        for outlet in ("The Harbour Post", "The Dune Echo")
    ]
    (claim,) = shared(claims_of(story, encoder))
    assert claim.text == "the paper mill in Ostwick was destroyed by a fire on Monday"


def test_a_headline_that_only_names_a_topic_is_nobody_s_claim(extracted: Maker, encoder: Encoder):
    piece = extracted("The Harbour Post", "Ostwick mill fire\nA fire destroyed the Ostwick mill.")
    report = piece.annotated.report
    ends = report.text.index("\n")
    parts = (
        Part(kind="headline", start=0, end=ends),
        Part(kind="body", start=ends + 1, end=len(report.text)),
    )
    piece = replace(piece, annotated=replace(piece.annotated, report=replace(report, parts=parts)))
    echo = extracted("The Dune Echo", "The mill in Ostwick was destroyed by a fire on Monday.")
    label = piece.statements[0]
    assert label.text == "Ostwick mill fire"
    assert not any(label.id in claim.appearances for claim in claims_of([piece, echo], encoder))


def test_a_claim_is_not_told_with_who_says_so_in_one_report(extracted: Maker, encoder: Encoder):
    line = "The police said two workers were hurt when the paper mill in Ostwick burnt down."
    said = "two workers were hurt when the paper mill in Ostwick burnt down"
    whole = line.rstrip(".")
    story = [
        extracted(
            "The Harbour Post",
            line,
            {"words": whole, "by": "The police", "kind": "organisation", "cue": "said"},
            {"words": said, "by": "The police", "kind": "organisation", "cue": "said"},
        ),
        extracted("The Dune Echo", "Two workers were hurt when the Ostwick mill burnt down."),
    ]
    (claim,) = shared(claims_of(story, encoder))
    assert "police" not in claim.text
