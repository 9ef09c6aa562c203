from collections.abc import Callable

import pytest
from tests.unit.align.test_findings import findings_of, kinds

from stemma.align.findings.quotes import plain_words
from stemma.align.findings.story_view import called
from stemma.model import Extracted, Source
from stemma.ports import Encoder

Maker = Callable[..., Extracted]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("the travelling paedophile", "the traveling pedophile"),
        ("organise our favourite theatre", "organize our favorite theater"),
        ("a grey fibre catalogue", "a gray fiber catalog"),
        ("we analysed the councillor", "we analyzed the councilor"),
        ("whilst towards the tyres", "while toward the tires"),
    ],
)
def test_british_and_american_words_are_one(british: str, american: str):
    assert plain_words(british) == plain_words(american)


def test_words_said_in_two_parts_are_not_left_out(extracted: Maker, encoder: Encoder):
    left = (
        "“I will miss the rowers,” Dorothea Halvane said. "
        "“I will miss walking out to the river and hearing the first bell. But I will be back.”"
    )
    right = (
        "“I will miss the rowers. I will miss walking out to the river and hearing the first "
        "bell. It was a good time,” said Dorothea Halvane."
    )
    story = [extracted("The Harbour Post", left), extracted("The Dune Echo", right)]
    assert "altered_quote" not in kinds(findings_of(story, encoder))


def test_one_change_of_words_is_told_once(extracted: Maker, encoder: Encoder):
    words = "“They promised us the roof would hold through the whole winter, and it {}” she said."
    story = [
        extracted("The Harbour Post", words.format("burnt down.")),
        extracted("The Dune Echo", words.format("fell down.")),
        extracted("The Quill", words.format("fell down. Nobody came.")),
    ]
    found = [one for one in findings_of(story, encoder) if one.kind == "altered_quote"]
    assert len(found) == 1


def test_whom_reports_only_call_he_is_somebody():
    source = Source(name="He", kind="person", spans=())
    assert called(source) == "somebody"
    assert called(Source(name="A U.S. official", kind="unnamed", spans=())) == "a U.S. official"
