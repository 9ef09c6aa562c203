from datetime import date

import pytest

from stemma.language.moments import Direction, resolve, scan

MONDAY = "2024-11-18"


def value(
    text: str,
    reference: str | date | None = MONDAY,
    *,
    direction: Direction | None = None,
    previous: str | None = None,
) -> str | None:
    (expression,) = scan(text)
    return resolve(expression, reference, direction=direction, previous=previous)


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "5 November 2024": "2024-11-05",
        "February 2022": "2022-02",
        "early 2023": "2023",
        "autumn 2024": "2024-23",
        "the 1990s": "199X",
        "the 60s": "196X",
        "the early '50s": "195X",
        "the 19th century": "18XX",
        "Q3 2023": "2023-07/2023-09",
        "the first half of 2024": "2024-01/2024-06",
        "fiscal 2024": "2024",
        "2023-24": "2023/2024",
        "March to May 2021": "2021-03/2021-05",
        "between 12 and 14 November 2023": "2023-11-12/2023-11-14",
        "Christmas Day 2022": "2022-12-25",
        "2018-02-03T10:11:00Z": "2018-02-03T10:11Z",
    }.items(),
)
def test_an_absolute_date_needs_no_reference(text: str, expected: str):
    assert value(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "yesterday": "2024-11-17",
        "two hours ago": "2024-11-18",
        "tonight": "2024-11-18",
        "the day before yesterday": "2024-11-16",
        "last year": "2023",
        "later this month": "2024-11",
        "next month": "2024-12",
        "earlier this week": "2024-11-18/2024-11-24",
        "two weeks ago": "2024-11-04/2024-11-10",
        "two years ago": "2022",
        "a decade ago": "201X",
        "June last year": "2023-06",
        "last September": "2024-09",
        "next May": "2025-05",
        "last summer": "2024-22",
        "last Tuesday": "2024-11-12",
        "the third quarter": "2024-07/2024-09",
        "Nov. 12-14": "2024-11-12/2024-11-14",
        "Dec. 30 to Jan. 2": "2024-12-30/2025-01-02",
        "10:20 GMT": "2024-11-18T10:20Z",
    }.items(),
)
def test_a_relative_date_is_read_from_the_reference(text: str, expected: str):
    assert value(text) == expected
    assert value(text, date(2024, 11, 18)) == expected


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("Tuesday", "2024-11-12", "2024-11-19"),
        ("Tuesday night", "2024-11-12", "2024-11-19"),
        ("Jan 20", "2024-01-20", "2025-01-20"),
        ("September", "2024-09", "2025-09"),
        ("Monday", "2024-11-18", "2024-11-18"),
    ],
)
def test_the_direction_decides_between_two_days(text: str, past: str, future: str):
    assert value(text, direction="past") == past
    assert value(text, direction="future") == future


def test_this_spring_is_to_come_in_january_and_this_winter_began_last_year():
    assert value("this spring", "2025-01-20") == "2025-21"
    assert value("this winter", "2025-01-20") == "2024-24"
    assert value("last autumn", "2025-01-20") == "2024-23"


def test_a_weekday_and_a_day_fix_the_year():
    assert value("Tuesday, Nov 5", "2026-03-01") == "2024-11-05"


@pytest.mark.parametrize("text", ["Tuesday", "yesterday", "Nov. 5", "last year", "a day later"])
def test_without_a_reference_a_relative_date_stays_open(text: str):
    assert value(text, None) is None


def test_a_reference_of_two_days_tells_what_both_agree_on():
    assert value("last year", "2024-11-18/2024-11-19") == "2023"
    assert value("Sunday", "2024-11-18/2024-11-19") == "2024-11-17"
    assert value("yesterday", "2024-11-18/2024-11-19") == "2024-11-17/2024-11-18"


def test_a_reference_of_a_month_tells_no_weekday_but_the_year():
    assert value("Tuesday", "2024-11") is None
    assert value("this year", "2024-11") == "2024"
    assert value("Nov. 5", "2024-11") == "2024-11-05"


def test_a_later_day_counts_from_the_date_told_before():
    assert value("a day later", previous="2024-11-12") == "2024-11-13"
    assert value("three years earlier", previous="2024-11-12") == "2021"
    assert value("the same day", previous="2024-11-12") == "2024-11-12"


def test_a_quarter_told_before_makes_a_year_earlier_a_quarter():
    assert value("a year earlier", previous="2024-07/2024-09") == "2023-07/2023-09"


def test_a_numeric_date_in_the_future_is_read_the_other_way_round():
    assert value("11/12/2024") == "2024-11-12"
    assert value("12/11/2024") == "2024-11-12"


@pytest.mark.parametrize("text", ["31 June 2020", "Feb 30"])
def test_a_day_that_does_not_exist_has_no_value(text: str):
    assert value(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "three days": "P3D",
        "two and a half years": "P2Y6M",
        "two decades": "P20Y",
        "a quarter-century": "P25Y",
        "6 1/2 hours": "PT6H30M",
        "every week": "P1W",
    }.items(),
)
def test_a_length_is_an_iso_period(text: str, expected: str):
    assert value(text, None) == expected
