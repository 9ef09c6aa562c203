from datetime import date

import pytest

from stemma.read.dating.window import Window, end_of_year, read_window, written


@pytest.mark.parametrize(
    ("first", "last", "value", "precision"),
    [
        (date(2024, 11, 18), date(2024, 11, 18), "2024-11-18", "day"),
        (date(2024, 11, 18), date(2024, 11, 19), "2024-11-18/2024-11-19", "day"),
        (date(2024, 11, 5), date(2024, 11, 30), "2024-11", "month"),
        (date(2024, 11, 5), date(2024, 12, 31), "2024-11/2024-12", "month"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024", "year"),
    ],
)
def test_a_window_is_written_no_more_precisely_than_it_is_known(
    first: date, last: date, value: str, precision: str
):
    assert written(Window(first=first, last=last)) == (value, precision)


def test_what_is_too_wide_or_open_is_not_written():
    assert written(Window(first=date(2020, 1, 1))) is None
    assert written(Window(first=date(2020, 1, 1), last=date(2024, 1, 1))) is None


@pytest.mark.parametrize("value", ["2024-11-18", "2024-11", "2024", "2024-11-18/2024-11-19"])
def test_reading_a_date_covers_its_days(value: str):
    window = read_window(value)
    assert window is not None
    assert (written(window) or ("",))[0] == value


def test_reading_a_time_gives_its_day():
    assert read_window("2024-11-18T09:30:00Z") == Window(
        first=date(2024, 11, 18), last=date(2024, 11, 18)
    )
    assert read_window("sometime") is None


def test_windows_meet_in_the_days_they_share():
    early = Window(first=date(2024, 1, 1), last=date(2024, 2, 1))
    late = Window(first=date(2024, 1, 20))
    assert early.meet(late) == Window(first=date(2024, 1, 20), last=date(2024, 2, 1))
    assert early.meet(Window(first=date(2024, 3, 1))) is None
    assert late.widen(5) == Window(first=date(2024, 1, 15))
    assert end_of_year(date(2024, 1, 20)) == date(2024, 12, 31)
