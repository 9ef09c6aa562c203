from tests.invented import make_report

from stemma.model import Report
from stemma.trace.precedence import came_before, came_days_before


def dated(value: str | None) -> Report:
    return make_report(published=value)


def before(first: str | None, second: str | None) -> bool:
    return came_before(dated(first), dated(second))


def test_an_earlier_day_is_before():
    assert before("2031-05-05", "2031-05-06T08:00")
    assert not before("2031-05-06T08:00", "2031-05-05")


def test_an_earlier_minute_is_before():
    assert before("2031-05-05T08:00:10Z", "2031-05-05T08:01:00Z")


def test_a_day_tells_nothing_within_itself():
    assert not before("2031-05-05", "2031-05-05T23:00")
    assert not before("2031-05-05T23:00", "2031-05-05")


def test_months_intervals_and_no_date_tell_nothing():
    assert not before("2031-04", "2031-05-05")
    assert not before("2031-05-01/2031-05-02", "2031-05-05")
    assert not before(None, "2031-05-05")


def test_by_the_day_the_hour_tells_nothing():
    assert not came_days_before(dated("2031-05-05T08:00"), dated("2031-05-05T09:00"))
    assert came_days_before(dated("2031-05-05T23:00"), dated("2031-05-06T09:00"))


def test_times_with_an_offset_are_compared_as_moments():
    assert before("2031-05-06T02:30:00Z", "2031-05-05T22:45:00-04:00")
    assert not before("2031-05-05T22:45:00-04:00", "2031-05-06T02:30:00Z")
