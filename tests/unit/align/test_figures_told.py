from collections.abc import Callable

from tests.unit.align.test_findings import LEAD, findings_of, kinds, of_kind

from stemma.model import Extracted
from stemma.ports import Encoder

Maker = Callable[..., Extracted]


def test_every_outlet_is_given_its_own_words(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", f"{LEAD}\nMore than six people were killed in the fire."),
        extracted("The Dune Echo", f"{LEAD}\nEight people were killed in the fire."),
        extracted("The Quill", f"{LEAD}\nThree people were killed in the fire."),
    ]
    message = of_kind(findings_of(story, encoder), "figure_conflict").message
    assert "“Three people” in The Quill; “More than six people” in The Harbour Post" in message
    assert "“Eight people” in The Dune Echo" in message


def test_one_toll_is_one_finding_whatever_the_dead_are_called(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", f"{LEAD}\nThe fire killed at least four people."),
        extracted("The Dune Echo", f"{LEAD}\nThere have been six fatalities in the fire."),
        extracted("The Quill", f"{LEAD}\nThe number of dead in the fire rose to nine."),
    ]
    found = [one for one in findings_of(story, encoder) if one.kind == "figure_conflict"]
    assert len(found) == 1
    assert found[0].values == ("at least four people", "six fatalities", "nine")


def test_an_age_is_no_length_of_time(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", f"{LEAD}\nAda Quill faces up to 10 years in prison."),
        extracted("The Dune Echo", f"{LEAD}\nAda Quill, 16, faces time in prison."),
    ]
    assert "figure_conflict" not in kinds(findings_of(story, encoder))


def test_ages_of_one_person_are_compared(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", f"{LEAD}\nAda Quill, 16, was seen near the mill."),
        extracted("The Dune Echo", f"{LEAD}\nPolice questioned the 17-year-old Ada Quill."),
        extracted("The Quill", f"{LEAD}\nOtto Vance, 34, was seen near the mill."),
    ]
    finding = of_kind(findings_of(story, encoder), "figure_conflict")
    assert finding.values == ("16", "17-year-old")


def test_a_report_may_set_speaker_against_speaker(extracted: Maker, encoder: Encoder):
    both = "Ennet Paper says 640 jobs will go. The union says more than 700 will be lost."
    story = [
        extracted("The Harbour Post", "The mill will close with the loss of 640 jobs."),
        extracted(
            "The Dune Echo",
            both,
            {"words": "640 jobs will go", "by": "Ennet Paper", "kind": "organisation"},
            {"words": "more than 700 will be lost", "by": "The union", "kind": "organisation"},
        ),
    ]
    finding = of_kind(findings_of(story, encoder), "figure_conflict")
    assert finding.values == ("640 jobs", "more than 700")


def test_ages_of_two_people_are_not_compared(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", f"{LEAD}\nAda Quill, 16, was seen near the mill."),
        extracted("The Dune Echo", f"{LEAD}\nOtto Vance, 17, was seen near the mill."),
    ]
    assert "figure_conflict" not in kinds(findings_of(story, encoder))


def test_two_ages_of_a_child_without_a_name_are_told(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "Divers try to reach a five-year-old boy in a flooded mine."),
        extracted("The Dune Echo", "A six-year-old boy fell into a flooded mine in Ostwick."),
    ]
    assert of_kind(findings_of(story, encoder), "figure_conflict").values == (
        "five-year-old",
        "six-year-old",
    )


def test_those_trapped_are_not_those_injured(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", f"{LEAD}\n40 people were injured and five trapped inside."),
        extracted("The Dune Echo", f"{LEAD}\nMore than 50 people were injured in the fire."),
    ]
    assert "five" not in of_kind(findings_of(story, encoder), "figure_conflict").values


def test_a_figure_that_changed_over_weeks_is_told_with_its_days(extracted: Maker, encoder: Encoder):
    words = "The leak at Ennet Paper exposed {} million customers in Ostwick."
    story = [
        extracted("The Harbour Post", words.format("44"), day="2025-03-04"),
        extracted("The Harbour Post on Sunday", words.format("15"), day="2025-04-10"),
    ]
    finding = of_kind(findings_of(story, encoder), "figure_conflict")
    assert finding.message.startswith("The figure changed over time: “44 million customers”")
    assert finding.message.endswith("on 2025-04-10.")


def test_a_report_that_tells_of_the_19th_season_knows_of_19_seasons(
    extracted: Maker, encoder: Encoder
):
    def kinds(known: str) -> set[str]:
        story = [
            extracted("The Harbour Post", "Anna Marwick spent 19 seasons with the Ostwick Gulls."),
            extracted(
                "The Dune Echo",
                f"Anna Marwick spent four seasons with the Ostwick Gulls as head coach.{known}",
            ),
        ]
        return {finding.kind for finding in findings_of(story, encoder)}

    assert "figure_conflict" in kinds("")
    assert "figure_conflict" not in kinds("\nIt is her 19th season in Ostwick.")


def test_a_quarter_is_not_over_before_its_last_month(extracted: Maker, encoder: Encoder):
    words = "{} people were killed in mill fires in the third quarter."
    story = [
        extracted("The Harbour Post", f"{LEAD}\n{words.format('Four')}", day="2024-11-18"),
        extracted("The Dune Echo", f"{LEAD}\n{words.format('Six')}", day="2024-11-18"),
    ]
    finding = of_kind(findings_of(story, encoder), "figure_conflict")
    assert set(finding.values) == {"Four people", "Six people"}
