from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.watch.waiting import asked_to_wait, back_off, fresh_for, next_interval

NOW = datetime(2026, 1, 14, 6, 0, tzinfo=UTC)
WEEK = 7 * 86_400
LIKE_DATES = r"[0-9]{1,2} Jan [0-9]{1,20} 0[0-9]:00:00 [+-][0-9]{1,20}"
"""Text at random is hardly ever a date."""


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("Wed, 14 Jan 2026 06:01:30 GMT", 90),
        ("Wednesday, 14-Jan-26 06:01:30 GMT", 90),
        ("Wed, 14 Jan 2026 05:00:00 GMT", 0),
        ("99999999999999", WEEK),
        ("Fri, 31 Dec 9999 23:59:59 GMT", WEEK),
    ],
)
def test_a_wait_is_understood_in_seconds_and_as_a_date(written: str, seconds: float):
    assert asked_to_wait({"retry-after": written}, NOW) == seconds


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "-5",
        "1.5",
        "٣",
        "Thu, 01 Jan 99999999999 00:00:00 GMT",
        "Thu, 01 Jan 2026 00:00:00 +9999999999999999",
    ],
)
def test_a_wait_that_makes_no_sense_is_none(written: str):
    assert asked_to_wait({"retry-after": written}, NOW) is None


@settings(max_examples=50)
@given(st.text(max_size=60) | st.from_regex(LIKE_DATES, fullmatch=True))
def test_no_header_breaks_the_watch(written: str):
    waits = asked_to_wait({"retry-after": written}, NOW)
    assert waits is None or 0 <= waits <= WEEK
    assert (fresh_for({"cache-control": written, "expires": written}, NOW) or 0) >= 0


def test_each_failure_doubles_the_wait_up_to_a_day():
    waits = [back_off("https://q.example/", failures, least=60) for failures in range(1, 40)]
    assert 60 <= waits[0] < 75
    assert 120 <= waits[1] < 150
    assert all(86_400 <= wait < 108_000 for wait in waits[15:])


def test_two_that_fail_together_come_back_apart_and_always_at_the_same_time():
    first = back_off("https://one.example/", 3, least=60)
    assert first == back_off("https://one.example/", 3, least=60)
    assert first != back_off("https://two.example/", 3, least=60)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache-control": "public, max-age=600"}, 600),
        ({"cache-control": "s-maxage=60,max-age=600"}, 60),
        ({"expires": "Wed, 14 Jan 2026 07:00:00 GMT"}, 3_600),
        ({"expires": "0"}, None),
        ({"cache-control": "no-cache", "expires": "Wed, 14 Jan 2026 07:00:00 GMT"}, None),
        ({}, None),
    ],
)
def test_freshness_is_read_from_the_answer(headers: dict[str, str], seconds: int | None):
    assert fresh_for(headers, NOW) == seconds


@given(st.lists(st.booleans(), max_size=50))
def test_the_interval_stays_within_its_bounds(looks: list[bool]):
    interval = 900.0
    for news in looks:
        interval = next_interval(interval, news=news, least=900, most=21_600)
        assert 900 <= interval <= 21_600


def test_a_busy_feed_is_looked_at_more_often_than_a_quiet_one():
    busy = next_interval(3_600, news=True, least=900, most=21_600)
    quiet = next_interval(3_600, news=False, least=900, most=21_600)
    assert busy < 3_600 < quiet
    assert timedelta(seconds=quiet) == timedelta(minutes=90)
