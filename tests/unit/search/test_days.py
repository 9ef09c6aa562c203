from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stemma.search.days import beginnings, parse_dates

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2035, 12, 31))


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("2024", ("2024",)),
        ("2024-11", ("2024-11",)),
        ("2024-11-05", ("2024-11-05",)),
        ("2024-2-3", ("2024-02-03",)),
        ("2024-11..2024-12", ("2024-11", "2024-12")),
        ("2024-11..2025", ("2024-11", "2024-12", "2025")),
        ("2024-12-30..2025-01-01", ("2024-12-30", "2024-12-31", "2025-01-01")),
        ("2020..2029", ("202",)),
        ("2000..2099", ("20",)),
        ("2024-02-01..2024-02-29", ("2024-02",)),
        ("..1999", ("0", "1")),
        ("2000..", ("2", "3", "4", "5", "6", "7", "8", "9")),
    ],
)
def test_a_range_is_covered_by_few_beginnings(text: str, starts: tuple[str, ...]):
    assert parse_dates(text) == starts


@pytest.mark.parametrize(
    "text", ["", "..", "x", "24", "2024-13", "2024-02-30", "2025..2024", "2024...2025", "0000"]
)
def test_what_is_no_date_is_refused(text: str):
    with pytest.raises(ValueError, match=r".+"):
        parse_dates(text)


@given(DAYS, DAYS, DAYS)
@example(date(2024, 1, 1), date(2024, 12, 31), date(2024, 12, 31))
def test_a_day_lies_in_a_range_where_one_of_its_beginnings_does(left: date, right: date, day: date):
    start, end = sorted((left, right))
    covered = set(parse_dates(f"{start}..{end}"))
    assert bool(covered & set(beginnings(day.isoformat()))) == (start <= day <= end)


@given(DAYS, st.integers(0, 2000))
def test_no_range_needs_many_beginnings(start: date, days: int):
    assert len(parse_dates(f"{start}..{start + timedelta(days=days)}")) <= 2 * (30 + 11 + 9)


def test_a_month_is_not_taken_for_a_day():
    assert "2024-11-05" not in beginnings("2024-11")
    assert set(parse_dates("2024-11-02..2024-11-29")).isdisjoint(beginnings("2024-11"))
