import pytest
from evals.scorers.moments import Count, Wanted, is_value, seconds
from evals.scorers.parsed_dates import find_dates
from evals.scorers.timex_values import UNRESOLVED, as_timex, plain
from tests.evals.making import moment


@pytest.mark.parametrize(
    ("edtf", "timex"),
    [
        ("2024-11-05", "2024-11-05"),
        ("2024-11-04/2024-11-10", "2024-W45"),
        ("2024-11-09/2024-11-10", "2024-W45-WE"),
        ("2024-04/2024-06", "2024-Q2"),
        ("2024-07/2024-12", "2024-H2"),
        ("2024-23", "2024-FA"),
        ("199X", "199"),
        ("2024-11-05T09:30Z", "2024-11-05T09:30"),
        ("2024-11-05/2024-11-07", "2024-11-05"),
        ("P2M", "P2M"),
        (None, UNRESOLVED),
    ],
)
def test_edtf_is_told_as_timex(edtf: str | None, timex: str):
    assert as_timex(moment(edtf)) == timex


@pytest.mark.parametrize("value", ["PAST_REF", "PRESENT_REF", "PXD", "PTXH", "XXXX-XX-XX", ""])
def test_a_timex_that_names_no_date_is_unresolved(value: str):
    assert plain(value) == UNRESOLVED


@pytest.mark.parametrize(
    ("written", "same"), [("P1E", "P10Y"), ("1998-W3", "1998-W03"), ("1998-XX-XX", "1998")]
)
def test_two_ways_to_write_a_timex_are_one(written: str, same: str):
    assert plain(written) == same


def test_strict_relaxed_and_value_are_counted_apart():
    count = Count()
    right = [Wanted(0, 4, lambda one: one.value == "2024"), Wanted(10, 14, lambda _: False)]
    count.add(right, [moment("2024", 0, 6), moment("2023", 10, 14), moment("2022", 20, 24)])
    assert (count.strict.right, count.relaxed.right, count.value.right) == (1, 2, 1)
    assert (count.strict.given, count.strict.wanted) == (3, 2)


def test_of_two_that_overlap_the_same_span_is_taken():
    count = Count()
    count.add([Wanted(5, 9, lambda _: True)], [moment("2024", 0, 6), moment("2024", 5, 9)])
    assert count.strict.right == 1


@pytest.mark.parametrize(
    ("value", "spec", "right"),
    [
        ("2018-05-01", {"type": "date", "value": "2018-05-01"}, True),
        ("2018-05-02", {"type": "date", "value": "2018-05-01"}, False),
        ("2018-05", {"type": "daterange", "start": "2018-05-01", "end": "2018-06-01"}, True),
        ("2014/2018", {"type": "daterange", "start": "2014-01-01", "end": "2018-01-01"}, True),
        ("2018-06", {"type": "daterange", "start": "2018-05-01", "end": "2018-06-01"}, False),
        ("2018-05", {"type": "daterange", "start": "2018-05-01"}, False),
        ("PT1H30M", {"type": "duration", "value": "5400"}, True),
        ("PT2H", {"type": "duration", "value": "5400"}, False),
        ("2018-05-01T09:30", {"type": "datetime", "value": "2018-05-01 09:30:00"}, True),
        ("2016-22", {"type": "daterange", "timex": "2016-SU", "value": "not resolved"}, True),
        (None, {"type": "date", "timex": "XXXX-05-01", "value": "2018-05-01"}, False),
        (None, {"type": "datetime", "timex": "PRESENT_REF", "value": "2018-05-01"}, True),
        (None, {"type": "date", "timex": "2018-05-01", "value": "2018-05-01"}, False),
    ],
)
def test_a_spec_allows_its_values(value: str | None, spec: dict[str, str], *, right: bool):
    assert is_value(moment(value), spec) is right


def test_a_period_has_a_length():
    assert seconds("P1W") == seconds("P7D") == 7 * 24 * 3600
    assert seconds("2018") is None


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rained on Tuesday.", "Tuesday", "2024-05-07"),
        ("It opened in March 1987.", "March 1987", "1987-03"),
        ("It opened in 1990.", "1990", "1990"),
    ],
)
def test_the_peer_says_no_more_than_it_is_told(text: str, words: str, value: str):
    (found,) = find_dates(text, "2024-05-08")
    assert (text[found.start : found.end], found.value) == (words, value)
