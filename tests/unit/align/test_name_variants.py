"""Names of things and people that reports spell in several ways; all of them invented."""

from collections.abc import Callable, Sequence

import pytest

from stemma.align import find_entities
from stemma.align.findings.names import find_name_variants
from stemma.align.findings.story_view import StoryView
from stemma.model import Extracted, Finding
from stemma.ports import Encoder

Maker = Callable[..., Extracted]


def variants(story: Sequence[Extracted], encoder: Encoder) -> list[Finding]:
    view = StoryView(story, find_entities(story), (), encoder=encoder)
    return list(find_name_variants(view))


def told(extracted: Maker, *texts: str) -> list[Extracted]:
    outlets = ("The Harbour Post", "The Dune Echo", "The Lantern Times", "The Tarn")
    return [extracted(outlet, text) for outlet, text in zip(outlets, texts, strict=False)]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Tabi Merwan", "Tebi Merwan"),
        ("Ostgia", "Ostgiya"),
    ],
)
def test_two_transliterations_of_a_place_are_shown(
    extracted: Maker, encoder: Encoder, here: str, there: str
):
    story = told(
        extracted,
        f"The fire broke out in {here} on Monday. The people of {here} fled.",
        f"A fire broke out in {there} on Monday. People in {there} fled.",
    )
    (found,) = variants(story, encoder)
    assert set(found.values) == {here, there}


def test_a_misprint_in_one_report_is_told_as_a_slip(extracted: Maker, encoder: Encoder):
    right = (
        "The Institute for Human Tools warned of fires in Quay Street. "
        "Mr Wray of the Institute for Human Tools spoke on Monday."
    )
    wrong = "Mr Wray of the Institute for Humane Tools spoke on Monday."
    (found,) = variants(told(extracted, right, f"{right} It is new.", wrong), encoder)
    assert "probably a slip" in found.message
    assert "Institute for Humane Tools" in found.values


def test_two_roads_that_both_have_are_no_misprint(extracted: Maker, encoder: Encoder):
    both = "The march went from Kensley Road to Kenbley Road in Ostwick on Monday."
    assert variants(told(extracted, both, both.replace("Monday", "Tuesday")), encoder) == []


def test_the_two_spellings_of_english_are_no_variants(extracted: Maker, encoder: Encoder):
    story = told(
        extracted,
        "The Harbour Centre in Ostwick burnt down. The Harbour Centre was old.",
        "The Harbor Center in Ostwick burned down. The Harbor Center was old.",
    )
    assert variants(story, encoder) == []


def test_a_surname_said_first_hides_no_variant(extracted: Maker, encoder: Encoder):
    story = told(
        extracted,
        "Rescuers looked for Zhen Sirun on Monday. Zhen fell on Sunday. Zhen is five years old.",
        "Rescuers looked for Zhen Zirun on Tuesday. Little Zhen fell on Sunday.",
    )
    assert any({"Zhen Sirun", "Zhen Zirun"} <= set(one.values) for one in variants(story, encoder))
