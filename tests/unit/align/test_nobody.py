from collections.abc import Callable

import pytest

from stemma.align import align, find_entities
from stemma.align.findings.nobody import find_nobody
from stemma.align.findings.story_view import StoryView
from stemma.model import Extracted, Finding
from stemma.ports import Encoder

Maker = Callable[..., Extracted]

HURT = "Two workers were injured when the paper mill in Ostwick burnt down."


def found(story: list[Extracted], encoder: Encoder) -> list[Finding]:
    entities = find_entities(story)
    claims = align(story, entities, encoder=encoder)
    return list(find_nobody(StoryView(story, entities, claims, encoder=encoder)))


def told(extracted: Maker, line: str, words: str) -> Extracted:
    owner = {"words": words, "by": "The owner", "kind": "unnamed", "cue": "said"}
    return extracted("The Dune Echo", line, owner)


def test_that_nobody_was_hurt_stands_against_those_who_were(extracted: Maker, encoder: Encoder):
    nobody = told(extracted, "The owner said no one was injured in the fire.", "no one was injured")
    (finding,) = found([extracted("The Harbour Post", HURT), nobody], encoder)
    assert finding.kind == "figure_conflict"
    assert "“no one was injured” in The Dune Echo (on the word of" in finding.message
    assert "“Two workers” in The Harbour Post" in finding.message
    assert len(finding.evidence) == len(finding.values)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The owner said no one was killed in the fire.", "no one was killed in the fire"),
        ("The owner said no one else was injured there.", "no one else was injured there"),
        ("The owner said no injuries to horses were seen.", "no injuries to horses were seen"),
    ],
)
def test_what_is_said_of_another_fate_or_of_others_is_no_conflict(
    extracted: Maker, encoder: Encoder, line: str, words: str
):
    assert not found([extracted("The Harbour Post", HURT), told(extracted, line, words)], encoder)


def test_a_report_that_counts_the_hurt_means_something_else(extracted: Maker, encoder: Encoder):
    both = extracted("The Dune Echo", f"{HURT}\nNo one was injured at the saw mill in Halden.")
    assert not found([extracted("The Harbour Post", HURT), both], encoder)
