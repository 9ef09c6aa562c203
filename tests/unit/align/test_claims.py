from collections.abc import Callable

import pytest

from stemma.align import align, find_entities
from stemma.model import Claim, Extracted
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
