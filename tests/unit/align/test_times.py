from collections.abc import Callable

from tests.unit.align.test_findings import findings_of, kinds, of_kind

from stemma.model import Extracted
from stemma.ports import Encoder

Maker = Callable[..., Extracted]


def test_times_of_day_far_apart_are_a_conflict(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "The ferry landed in Ostwick at 9:45 a.m. on 3 March 2025."),
        extracted("The Dune Echo", "The ferry arrived in Ostwick at 10:15 p.m. on 3 March 2025."),
        extracted("The Quill", "The ferry landed in Ostwick at 10:30 a.m. on 3 March 2025."),
    ]
    finding = of_kind(findings_of(story, encoder), "date_conflict")
    assert set(finding.values) == {"2025-03-03T09:45", "2025-03-03T22:15", "2025-03-03T10:30"}
    assert "The times differ" in finding.message


def test_times_told_roundly_are_no_conflict(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "The ferry landed in Ostwick at 9:45 a.m. on 3 March 2025."),
        extracted("The Dune Echo", "The ferry landed in Ostwick at 10 a.m. on 3 March 2025."),
    ]
    assert "date_conflict" not in kinds(findings_of(story, encoder))


def test_a_time_after_something_is_not_the_time_of_it(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "The ferry landed in Ostwick at 9:45 a.m. on 3 March 2025."),
        extracted("The Dune Echo", "The ferry landed in Ostwick after 9 a.m. on 3 March 2025."),
    ]
    assert "date_conflict" not in kinds(findings_of(story, encoder))


def test_other_years_for_one_event_are_a_conflict(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "Ada Quill was elected mayor of Ostwick in 2002."),
        extracted("The Dune Echo", "Ada Quill was elected mayor of Ostwick in 2003."),
    ]
    finding = of_kind(findings_of(story, encoder), "date_conflict")
    assert set(finding.values) == {"2002", "2003"}


def test_a_month_inside_the_year_is_no_conflict(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "Ada Quill was elected mayor of Ostwick in 2002."),
        extracted("The Dune Echo", "Ada Quill was elected mayor of Ostwick in May 2002."),
    ]
    assert "date_conflict" not in kinds(findings_of(story, encoder))


def test_a_season_is_set_against_no_month(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "Ada Quill was elected mayor of Ostwick in autumn 2002."),
        extracted("The Dune Echo", "Ada Quill was elected mayor of Ostwick in November 2002."),
    ]
    assert "date_conflict" not in kinds(findings_of(story, encoder))
