from dataclasses import replace

import pytest

from stemma.model import Coverage, Figure, Origins, Span
from stemma.tell import wording


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-11-18", "18 Nov 2024"),
        ("2024-11", "Nov 2024"),
        ("2024", "2024"),
        ("2024-23", "autumn 2024"),
        ("2024-11-18/2024-11-19", "18 Nov 2024 to 19 Nov 2024"),
        ("2024-11-18T09:30:00Z", "18 Nov 2024, 09:30 UTC"),
        ("2024-11-18T09:30:00+02:00", "18 Nov 2024, 09:30 UTC+02:00"),
        ("2022/..", "2022 to .."),
    ],
)
def test_dates_read_as_people_write_them(edtf: str, words: str):
    assert wording.date(edtf) == words


@pytest.mark.parametrize(
    ("value", "high", "unit", "words"),
    [
        (1, None, "day", "1 day"),
        (4, None, "day", "4 days"),
        (1, 2, "hour", "1–2 hours"),
        (61, None, "m", "61 m"),
        (18, None, "%", "18%"),
    ],
)
def test_a_figure_reads_as_people_write_it(value: float, high: float | None, unit: str, words: str):
    span = Span(report="report:sha256:aa", start=0, end=1)
    figure = Figure(id="figure:aa", span=span, value=float(value), unit=unit)
    assert wording.measure(replace(figure, high=high and float(high))) == words


def test_a_range_of_origins_is_never_a_single_number():
    assert wording.origins(Origins(low=2, high=4)) == "2 to 4 independent origins"
    assert wording.origins(Origins(low=1, high=1)) == "1 independent origin"


def test_counts_take_the_right_form():
    assert wording.number_of(1, "family") == "1 family"
    assert wording.number_of(2, "family") == "2 families"


def test_a_quotation_of_nobody_is_not_the_reports_own_word(coverage: Coverage):
    said = coverage.stories[0].statements[0]
    assert wording.source(replace(said, source=None)) == "attributed to nobody by name"
    assert "own voice" in wording.source(replace(said, source=None, voice="own"))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("We sank", "“We sank”"),
        ("“We sank”", "“We sank”"),
        ("'We sank,'", "'We sank,'"),
        ('"We sank', '"We sank"'),
        ("she “never sank”", "“she ‘never sank’”"),
        ('it "never sank" there', "“it ‘never sank’ there”"),
    ],
)
def test_no_mark_of_quotation_is_doubled_or_left_open(words: str, shown: str):
    assert wording.quoted(words) == shown


def test_words_are_compared_without_marks_capitals_and_ends():
    assert wording.bare("“We  ‘sank’,”") == wording.bare('we "sank"')


def test_what_may_have_several_origins_is_not_said_to_have_one(coverage: Coverage):
    claim = replace(coverage.stories[0].claims[0], status="single_origin")
    counts = claim.counts
    one = replace(claim, counts=replace(counts, origins=Origins(low=1, high=1)))
    several = replace(claim, counts=replace(counts, origins=Origins(low=1, high=3)))
    assert wording.standing(one) == "one origin"
    assert wording.standing(several) == "perhaps one origin"


def test_words_that_are_too_long_are_cut_between_two_of_them():
    assert wording.shortened("The old mill sank.", 20) == "The old mill sank"
    assert wording.shortened("The old mill, it sank.", 14) == "The old mill …"
    assert wording.shortened("The gate failed at 2:40 a.m.", 40) == "The gate failed at 2:40 a.m."
