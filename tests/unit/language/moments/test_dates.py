from datetime import date

import pytest

from stemma.language.moments.dates import easter, read_days, shift


@pytest.mark.parametrize(
    ("value", "days"),
    {
        "2024-11-05": (date(2024, 11, 5), date(2024, 11, 5)),
        "2024-11-05T09:30Z": (date(2024, 11, 5), date(2024, 11, 5)),
        "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
        "2024": (date(2024, 1, 1), date(2024, 12, 31)),
        "199X": (date(1990, 1, 1), date(1999, 12, 31)),
        "2024-24": (date(2024, 12, 1), date(2025, 2, 28)),
        "2024-11-18/2024-11-19": (date(2024, 11, 18), date(2024, 11, 19)),
    }.items(),
)
def test_a_value_covers_its_days(value: str, days: tuple[date, date]):
    assert read_days(value) == days


@pytest.mark.parametrize("value", ["", "soon", "2024-13", "2024-02-30", "2024/2023", "P3D", "0000"])
def test_what_is_no_date_covers_none(value: str):
    assert read_days(value) is None


def test_a_step_of_a_month_stays_in_the_month():
    assert shift(date(2024, 1, 31), "month", 1) == date(2024, 2, 29)


def test_hours_and_minutes_leave_the_day_only_where_they_fill_one():
    today = date(2024, 11, 18)
    assert shift(today, "hour", -2) == shift(today, "minute", -20) == today
    assert shift(today, "hour", 2) == today
    assert shift(today, "hour", -36) == date(2024, 11, 17)
    assert shift(today, "hour", 48) == date(2024, 11, 20)


def test_a_step_out_of_the_calendar_is_told():
    assert shift(date(2024, 1, 1), "century", -30) is None
    assert shift(date(9999, 12, 31), "day", 1) is None


def test_easter_falls_where_the_church_says():
    assert [easter(year) for year in (2000, 2019, 2024)] == [
        date(2000, 4, 23),
        date(2019, 4, 21),
        date(2024, 3, 31),
    ]
