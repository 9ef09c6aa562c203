from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from stemma.align import find_entities, name_sources
from stemma.model import Entity, Extracted, Part

Maker = Callable[..., Extracted]

POST = (
    "Mayor Dorothea Halvane spoke in Ostwick on Monday.\n"
    "Halvane said the mill was lost. Halvane will return on Friday.\n"
    "The Ostwick mayor visited the Fire and Rescue Agency (FARA)."
)
ECHO = (
    "Dorothea Halvane, mayor of Ostwick since 2019, met Tomas Wray, a retired engineer at the "
    "Port Sarrow shipyard.\nHalvane thanked FARA. Wray said the roof was old."
)
TIMES = "Dorothea Havlane said on Tuesday that the mill was lost. Havlane met Mr Wray."


@pytest.fixture
def story(extracted: Maker) -> list[Extracted]:
    return [
        extracted("The Harbour Post", POST),
        extracted("The Dune Echo", ECHO),
        extracted("The Lantern Times", TIMES),
        extracted("The Tarn", "Dorothea Halvane, the mayor, will speak again on Friday."),
    ]


def named(entities: Sequence[Entity], name: str) -> Entity:
    found = [entity for entity in entities if entity.name == name]
    assert len(found) == 1, [entity.name for entity in entities]
    return found[0]


def test_full_name_surname_and_title_are_one_person(story: list[Extracted]):
    mayor = named(find_entities(story), "Dorothea Halvane")
    assert mayor.kind == "person"
    assert "Halvane" in mayor.aliases


def test_a_rare_spelling_is_tied_and_noted(story: list[Extracted]):
    mayor = named(find_entities(story), "Dorothea Halvane")
    assert {"Havlane", "Dorothea Havlane"} == set(mayor.misspellings)


def test_an_apposition_describes_a_person(story: list[Extracted]):
    assert "engineer" in (named(find_entities(story), "Tomas Wray").description or "")


def test_an_explained_acronym_is_one_organisation(story: list[Extracted]):
    entity = next(entity for entity in find_entities(story) if "FARA" in entity.aliases)
    assert "Fire and Rescue Agency" in entity.aliases


def test_mentions_quote_the_reports(story: list[Extracted]):
    texts = {piece.annotated.report.id: piece.annotated.report.text for piece in story}
    for entity in find_entities(story):
        for span in entity.mentions:
            assert texts[span.report][span.start : span.end].strip()


def test_the_order_of_reports_changes_nothing(story: list[Extracted]):
    assert find_entities(story) == find_entities(story[::-1])


def test_two_people_with_one_surname_stay_apart(extracted: Maker):
    story = [
        extracted(
            "The Harbour Post",
            "Anna Marwick leads the council. Paul Marwick runs the mill.\n"
            "Anna Marwick said no. Paul Marwick said yes. Marwick left.",
        )
    ]
    names = {entity.name for entity in find_entities(story) if entity.kind == "person"}
    assert {"Anna Marwick", "Paul Marwick"} <= names


def test_a_city_is_not_its_university(extracted: Maker):
    text = (
        "She teaches at the University of Port Sarrow. The fleet lies at Port Sarrow.\n"
        "The University of Port Sarrow is closed. Rain fell in Port Sarrow."
    )
    entities = find_entities([extracted("The Harbour Post", text)])
    assert not any(
        {"Port Sarrow", "University of Port Sarrow"} <= set(entity.aliases) for entity in entities
    )


def test_a_named_speaker_is_tied_to_the_entity(extracted: Maker):
    piece = extracted(
        "The Harbour Post",
        POST,
        {"words": "the mill was lost", "by": "Halvane", "cue": "said"},
    )
    entities = find_entities([piece])
    named_piece = name_sources([piece], entities)[0]
    source = named_piece.statements[0].source
    assert source is not None
    assert source.entity == named(entities, "Dorothea Halvane").id


def test_an_unnamed_source_is_nobody(extracted: Maker):
    piece = extracted(
        "The Harbour Post",
        "An Ostwick official said the mill was lost.",
        {"words": "the mill was lost", "by": "An Ostwick official", "kind": "unnamed"},
    )
    named_piece = name_sources([piece], find_entities([piece]))[0]
    source = named_piece.statements[0].source
    assert source is not None
    assert source.entity is None


def test_names_a_letter_apart_in_two_reports_are_one_person(extracted: Maker):
    text = "The boy {0} was found in the well.\n{0} is safe, his mother Lin Mei said."
    story = [
        extracted("The Harbour Post", text.format("Zhen Sirun")),
        extracted("The Dune Echo", text.format("Zhen Zirun")),
    ]
    assert {"Zhen Sirun", "Zhen Zirun"} in [set(entity.aliases) for entity in find_entities(story)]


def test_names_a_letter_apart_side_by_side_are_two_people(extracted: Maker):
    twins = "Rescuers pulled the twins Zhen Sirun and Zhen Zirun from the well."
    safe = "\nZhen Sirun is safe, Lin Mei said.\nZhen Zirun is safe, Lin Mei said."
    names = {entity.name for entity in find_entities([extracted("The Harbour Post", twins + safe)])}
    assert {"Zhen Sirun", "Zhen Zirun"} <= names


def test_a_place_spelled_with_other_vowels_is_one_place(extracted: Maker):
    text = "The army has a base in {0}.\nTroops left {0} in Afghanistan on Monday."
    story = [
        extracted("The Harbour Post", text.format("Kandal-i-Noor")),
        extracted("The Dune Echo", text.format("Kandal-e-Noor")),
    ]
    assert any(
        {"Kandal-i-Noor", "Kandal-e-Noor"} <= set(entity.aliases) for entity in find_entities(story)
    )


def test_a_doctor_is_described_by_the_post_and_not_by_the_title(extracted: Maker):
    text = "The fire was bad, medical director Dr Anna Marwick said.\nAnna Marwick left."
    person = named(find_entities([extracted("The Harbour Post", text)]), "Anna Marwick")
    assert person.description == "medical director"


def test_a_name_keeps_the_syllables_joined_to_it_but_no_words(extracted: Maker):
    story = [
        extracted("The Tarn", "President Seo Min-in met the Halvane-led council in Ostwick."),
        extracted("The Dune Echo", "Mayor Dorothea Halvane met President Seo Min-in in Ostwick."),
    ]
    names = {entity.name for entity in find_entities(story)}
    assert "Seo Min-in" in names
    assert "Dorothea Halvane" in names


def test_a_reporter_who_signs_is_not_whom_the_report_is_about(extracted: Maker):
    text = (
        "Marwick said the harbour would be closed. Marwick left Ostwick on Friday.\n"
        "(Reporting by Ada Marwick in Port Sarrow)"
    )
    piece = extracted("The Tarn", text)
    report = piece.annotated.report
    at = text.index("\n")
    parts = (
        Part(kind="body", start=0, end=at),
        Part(kind="credit", start=at + 1, end=len(text)),
    )
    piece = replace(piece, annotated=replace(piece.annotated, report=replace(report, parts=parts)))
    echo = extracted("The Dune Echo", "Minister Tomas Marwick closed the harbour. Marwick left.")
    entities = find_entities([piece, echo])
    minister = named(entities, "Tomas Marwick")
    assert sum(span.report == report.id for span in minister.mentions) == 2
    assert len(named(entities, "Ada Marwick").mentions) == 1


def test_two_of_one_name_whom_people_parted_have_ids_of_their_own(extracted: Maker):
    text = "Anna Marwick leads the council.\nAnna Marwick runs the mill."
    piece = extracted("The Harbour Post", text)
    first, second = (
        piece.annotated.report.span(start, start + len("Anna Marwick"))
        for start in (0, text.rindex("Anna Marwick"))
    )
    entities = find_entities([piece], apart=[(first, second)])
    people = [entity for entity in entities if entity.name == "Anna Marwick"]
    assert len({entity.id for entity in people}) == 2
