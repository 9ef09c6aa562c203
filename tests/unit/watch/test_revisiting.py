from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from stemma.read.answer import Answer
from stemma.stores.watched import Article
from stemma.watch.clock import seconds_between

Place = Any  # the fixture of conftest.py, which cannot be imported here
Write = Callable[..., str]

FEED = "https://quayside.example/feed"
FERRY = "https://quayside.example/news/ferry"
HOUR = 3_600


@pytest.fixture
def watched(place: Place, feed: Write) -> Place:
    """A watch that has fetched an article once, and looks at it again."""
    place.manners = replace(place.manners, revisit=True)
    place.web.show(FEED, feed(FERRY))
    place.web.show(FERRY, "<p>first</p>", etag='"1"')
    place.watch().look([FEED])
    place.web.show(FEED, status=304)
    return place


def looks(place: Place) -> list[float]:
    """Give the hours after the first at which the article was asked for."""
    at = [one.at for one in place.web.asked if one.url == FERRY]
    return [round(seconds_between(at[0], one) / HOUR) for one in at]


def keep_looking(place: Place, hours: int) -> None:
    for _ in range(hours):
        place.time.pause(HOUR)
        place.watch().look([])


def held(place: Place) -> Article:
    with place.store.read() as ledger:
        return ledger.feeds.articles([FERRY])[FERRY]


def test_an_article_is_looked_at_after_an_hour_six_hours_a_day_and_three_days(watched: Place):
    keep_looking(watched, 100)
    assert looks(watched) == [0, 1, 6, 24, 72]
    assert len(watched.desk.taken) == 1
    asked = [one.headers for one in watched.web.asked if one.url == FERRY]
    assert [headers.get("If-None-Match") for headers in asked] == [None, *['"1"'] * 4]


def test_it_is_added_again_where_it_changed_without_the_feed_saying_so(watched: Place):
    watched.web.show(FERRY, "<p>second</p>", etag='"2"')
    keep_looking(watched, 30)
    assert [raw.content for raw in watched.desk.taken] == [b"<p>first</p>", b"<p>second</p>"]
    assert held(watched).etag == '"2"'
    assert looks(watched) == [0, 1, 6, 24]


def test_what_is_no_longer_there_stays_held_and_is_left(watched: Place):
    watched.web.show(FERRY, status=404)
    keep_looking(watched, 100)
    assert looks(watched) == [0, 1]
    assert held(watched).state == "added"
    assert "no longer there" in (held(watched).problem or "")
    with watched.store.read() as ledger:
        assert ledger.raws.failures() == ()


@pytest.mark.parametrize("status", [403, 500])
def test_an_error_is_one_look_less_and_is_told(watched: Place, status: int):
    watched.web.show(FERRY, status=status)
    keep_looking(watched, 100)
    assert looks(watched) == [0, 1, 6, 24, 72]
    assert held(watched).state == "added"
    assert f"answers with {status}" in (held(watched).problem or "")


def test_who_is_asked_to_wait_waits(watched: Place):
    watched.web.show(FERRY, status=429, retry_after=str(3 * HOUR))
    keep_looking(watched, 2)
    watched.web.show(FERRY, "<p>first</p>")
    keep_looking(watched, 10)
    assert looks(watched)[:3] == [0, 1, 4]


def test_one_that_robots_may_no_longer_fetch_is_left(watched: Place):
    watched.time.pause(25 * HOUR)
    watched.web.show("https://quayside.example/robots.txt", "User-agent: *\nDisallow: /news/")
    keep_looking(watched, 100)
    assert looks(watched) == [0]
    assert held(watched).state == "added"


def test_an_article_behind_a_redirect_is_looked_at_where_it_is(place: Place, feed: Write):
    place.manners = replace(place.manners, revisit=True)
    counter = "https://quayside.example/click/ferry"
    place.web.show(FEED, feed(counter))
    place.web.show(counter, status=302, location=FERRY)
    place.web.show(FERRY, "<p>first</p>")
    place.watch().look([FEED])
    place.web.show(FEED, status=304)
    place.web.show(FERRY, "<p>second</p>")
    keep_looking(place, 2)
    assert [raw.content for raw in place.desk.taken] == [b"<p>first</p>", b"<p>second</p>"]


def test_a_host_is_asked_for_so_many_again_within_an_hour(place: Place, feed: Write):
    place.manners = replace(place.manners, revisit=True)
    addresses = [f"https://quayside.example/news/{number}" for number in range(50)]
    place.web.show(FEED, feed(*addresses))
    for address in addresses:
        place.web.show(address, f"<p>{address}</p>")
    place.watch().look([FEED])
    place.web.show(FEED, status=304)
    place.time.pause(2 * HOUR)
    before = len(place.web.asked)
    place.watch().look([])
    asked = [one.url for one in place.web.asked[before:] if "/news/" in one.url]
    assert len(asked) == len(set(asked)) == 20


def test_nothing_is_looked_at_again_where_nobody_wants_it(watched: Place):
    watched.manners = replace(watched.manners, revisit=False)
    keep_looking(watched, 100)
    assert looks(watched) == [0]


def test_a_long_watch_wakes_for_it(watched: Place):
    def answer(headers: Mapping[str, str]) -> Answer:
        del headers
        return Answer(url=FERRY, status=304, headers={})

    watched.web.pages[FERRY] = answer
    watched.time.until = "2026-01-14T14:00:00Z"
    watched.watch().keep_looking([])
    assert looks(watched) == [0, 1, 6]
