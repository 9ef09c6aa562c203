"""Who is said to have said it, where reports differ; all of it invented."""

from collections.abc import Callable, Sequence

from stemma.align import align, find_entities, name_sources
from stemma.align.findings.attribution import find_drifted_attributions
from stemma.align.findings.sayings import find_moved_sayings
from stemma.align.findings.speakers import find_changed_speakers
from stemma.align.findings.story_view import StoryView
from stemma.model import Extracted, Finding
from stemma.ports import Encoder

Maker = Callable[..., Extracted]

WORDS = "The rubber seals on gate three had been leaking since last autumn"
QUOTED = "“We saw water on the floor of the mill for two full days before anybody came,”"


def view_of(story: Sequence[Extracted], encoder: Encoder) -> StoryView:
    entities = find_entities(story)
    named = name_sources(story, entities)
    return StoryView(named, entities, align(named, entities, encoder=encoder), encoder=encoder)


def drifts(story: Sequence[Extracted], encoder: Encoder) -> list[Finding]:
    return list(find_drifted_attributions(view_of(story, encoder)))


def told_by_sorenko(extracted: Maker) -> Extracted:
    text = f"{WORDS}, Olga Sorenko said on Monday."
    return extracted(
        "The Harbour Post", text, {"words": WORDS, "by": "Olga Sorenko", "cue": "said"}
    )


def test_what_a_report_states_plainly_has_lost_its_speaker(extracted: Maker, encoder: Encoder):
    plain = extracted("The Dune Echo", f"{WORDS}.")
    (found,) = drifts([told_by_sorenko(extracted), plain], encoder)
    assert "The Dune Echo states it in its own voice" in found.message


def test_a_speaker_named_in_the_sentence_is_not_lost(extracted: Maker, encoder: Encoder):
    text = f"Olga Sorenko knew it: {WORDS[0].lower()}{WORDS[1:]}."
    other = extracted("The Dune Echo", text, {"words": text.rstrip(".")})
    assert drifts([told_by_sorenko(extracted), other], encoder) == []


def test_a_quotation_without_a_speaker_is_not_a_report_s_own_word(
    extracted: Maker, encoder: Encoder
):
    other = extracted("The Dune Echo", f"“{WORDS}.”", {"words": f"“{WORDS}"})
    assert drifts([told_by_sorenko(extracted), other], encoder) == []


def test_what_follows_what_somebody_says_is_not_plainly_the_report_s_own(
    extracted: Maker, encoder: Encoder
):
    rest = f"{WORDS[0].lower()}{WORDS[1:]}"
    text = f"Anna Weld said the mill was old, and {rest}."
    said = {"words": "the mill was old", "by": "Anna Weld", "cue": "said"}
    other = extracted("The Dune Echo", text, said, {"words": rest})
    assert drifts([told_by_sorenko(extracted), other], encoder) == []


def quoting(extracted: Maker, outlet: str, speaker: str) -> Extracted:
    text = f"{QUOTED} {speaker} said."
    return extracted(
        outlet, text, {"words": QUOTED, "by": speaker, "cue": "said", "voice": "direct"}
    )


def test_one_quotation_of_two_people_is_shown(extracted: Maker, encoder: Encoder):
    story = [
        quoting(extracted, "The Harbour Post", "Olga Sorenko"),
        quoting(extracted, "The Dune Echo", "Tomas Wray"),
    ]
    (found,) = find_changed_speakers(view_of(story, encoder))
    assert found.kind == "drifted_attribution"
    assert set(found.values) == {"Olga Sorenko", "Tomas Wray"}


def test_one_quotation_of_one_person_is_no_drift(extracted: Maker, encoder: Encoder):
    story = [
        quoting(extracted, "The Harbour Post", "Olga Sorenko"),
        quoting(extracted, "The Dune Echo", "Olga Sorenko"),
    ]
    assert list(find_changed_speakers(view_of(story, encoder))) == []


def dated(extracted: Maker, outlet: str, when: str) -> Extracted:
    text = f"{QUOTED} Olga Sorenko said {when}."
    said = {"words": QUOTED, "by": "Olga Sorenko", "cue": "said", "voice": "direct"}
    return extracted(outlet, text, said)


def find_moved(extracted: Maker, encoder: Encoder, first: str, second: str) -> list[Finding]:
    """Look at one quotation that two reports date so."""
    story = [
        dated(extracted, "The Harbour Post", first),
        dated(extracted, "The Dune Echo", second),
    ]
    return list(find_moved_sayings(view_of(story, encoder)))


def test_one_quotation_put_in_two_months_is_shown(extracted: Maker, encoder: Encoder):
    (found,) = find_moved(extracted, encoder, "in November 2024", "in December 2024")
    assert set(found.values) == {"2024-11", "2024-12"}


def test_a_month_and_a_day_in_it_are_one_date_and_so_are_neighbouring_days(
    extracted: Maker, encoder: Encoder
):
    for first, second in (
        ("in November 2024", "on November 5, 2024"),
        ("on November 4, 2024", "on November 5, 2024"),
    ):
        assert find_moved(extracted, encoder, first, second) == []


def test_a_season_or_a_decade_is_set_against_no_month_or_year(extracted: Maker, encoder: Encoder):
    for first, second in (
        ("in autumn 2024", "in November 2024"),
        ("in the 1990s", "in 1995"),
    ):
        assert find_moved(extracted, encoder, first, second) == []
