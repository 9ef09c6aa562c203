import csv
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest

from stemma.model import Coverage
from stemma.tell.as_csv import claims_to_csv, figures_to_csv, timeline_to_csv

TABLES = [claims_to_csv, figures_to_csv, timeline_to_csv]
Table = Callable[[Coverage], str]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


@pytest.mark.parametrize("table", TABLES)
def test_each_row_points_at_its_words(coverage: Coverage, table: Table):
    texts = {report.id: report.text for report in coverage.reports}
    found = rows(table(coverage))
    assert found
    for row in found:
        assert texts[row["report"]][int(row["start"]) : int(row["end"])] == row["quote"]


def test_claims_say_who_has_them_first_and_on_whose_word(coverage: Coverage):
    first, second = rows(claims_to_csv(coverage))
    assert (first["first"], second["first"]) == ("yes", "")
    assert (first["outlet"], first["speaker"]) == ("Harbour Post", "Ida Noll")
    assert (first["origins_low"], first["origins_high"]) == ("1", "2")


def test_figures_keep_their_bounds(coverage: Coverage):
    found = [(row["value"], row["bound"], row["counted"]) for row in rows(figures_to_csv(coverage))]
    assert found == [("40", "at_most", "person"), ("30", "at_least", "person")]


def test_the_timeline_says_from_when_to_when(coverage: Coverage):
    (row,) = rows(timeline_to_csv(coverage))
    assert (row["earliest"], row["latest"]) == ("2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z")


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", "＝"])
def test_no_text_is_a_formula(coverage: Coverage, opening: str):
    story = coverage.stories[0]
    claim = replace(story.claims[0], text=f'{opening}HYPERLINK("x")')
    told = replace(coverage, stories=(replace(story, claims=(claim,)),))
    assert rows(claims_to_csv(told))[0]["text"] == f"'{claim.text}"


def test_numbers_stay_numbers(coverage: Coverage):
    story = coverage.stories[0]
    figure = replace(story.figures[0], value=-5.0)
    told = replace(coverage, stories=(replace(story, figures=(figure,)),))
    assert rows(figures_to_csv(told))[0]["value"] == "-5"
