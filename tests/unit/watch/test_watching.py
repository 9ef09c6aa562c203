import itertools
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from stemma.errors import FetchError
from stemma.read.answer import Answer
from stemma.stores.watched import Feed
from stemma.watch.clock import after, seconds_between
from stemma.watch.manners import Manners

Place = Any  # the fixture of conftest.py, which cannot be imported here
Write = Callable[..., str]

FEED = "https://quayside.example/feed"
FERRY = "https://quayside.example/news/ferry"
DAM = "https://quayside.example/news/dam"
MILL = "https://tarnside.example/mill"


def held(place: Place, url: str = FEED) -> Feed:
    with place.store.read() as ledger:
        found = ledger.feeds.find(url)
    assert found is not None
    return found


def states(place: Place) -> dict[str, str]:
    with place.store.read() as ledger:
        names = [FERRY, DAM, MILL]
        return {one.id: one.state for one in ledger.feeds.articles(names).values()}


def three(place: Place, feed: Write) -> None:
    place.web.show(FEED, feed(FERRY, DAM, MILL))
    for address in (FERRY, DAM, MILL):
        place.web.show(address, f"<p>{address}</p>", content_type="text/html")


def test_what_a_feed_names_is_fetched_and_added(place: Place, feed: Write):
    three(place, feed)
    tally = place.watch().look([FEED])
    assert place.desk.paths() == [DAM, FERRY, MILL]
    assert (tally.lists, tally.articles, tally.reports) == (1, 3, 3)
    raw = next(raw for raw in place.desk.taken if raw.path == FERRY)
    assert raw.content == f"<p>{FERRY}</p>".encode()
    assert (raw.url, raw.content_type) == (FERRY, "text/html")


def test_rules_for_robots_are_asked_first_and_once_a_day(place: Place, feed: Write):
    three(place, feed)
    place.watch().look([FEED])
    asked = [one.url for one in place.web.asked]
    assert asked[0] == "https://quayside.example/robots.txt"
    assert asked.count("https://quayside.example/robots.txt") == 1
    assert asked.index("https://tarnside.example/robots.txt") < asked.index(MILL)
    place.time.pause(86_400)
    place.watch().look([FEED])
    asked = [one.url for one in place.web.asked]
    assert asked.count("https://quayside.example/robots.txt") == 2


def test_what_robots_may_not_fetch_is_not_fetched(place: Place, feed: Write):
    three(place, feed)
    rules = "User-agent: *\nDisallow: /news/dam"
    place.web.show("https://quayside.example/robots.txt", rules)
    place.watch().look([FEED])
    assert DAM not in place.web.urls()
    assert states(place) == {FERRY: "added", DAM: "failed", MILL: "added"}
    with place.store.read() as ledger:
        failures = ledger.raws.failures()
    assert [failure.path for failure in failures] == [DAM]
    assert "robots.txt" in failures[0].message


def test_nothing_is_fetched_while_the_rules_cannot_be_had(place: Place, feed: Write):
    three(place, feed)
    place.web.show("https://quayside.example/robots.txt", status=503)
    place.watch().look([FEED])
    assert place.web.urls() == []
    place.web.show("https://quayside.example/robots.txt", status=404)
    place.time.pause(3_600)
    place.watch().look([FEED])
    assert place.desk.paths() == [DAM, FERRY, MILL]


def test_a_feed_that_robots_may_not_read_is_left_for_a_day(place: Place, feed: Write):
    three(place, feed)
    place.web.show("https://quayside.example/robots.txt", "User-agent: *\nDisallow: /")
    place.watch().look([FEED])
    assert place.web.urls() == []
    assert "forbids" in (held(place).problem or "")
    assert seconds_between(place.time.now, held(place).due) > 86_000


@pytest.mark.parametrize("rules", ["", "User-agent: *\nCrawl-delay: 9"])
def test_a_host_has_its_rest_between_requests(place: Place, feed: Write, rules: str):
    three(place, feed)
    place.web.show("https://quayside.example/robots.txt", rules)
    place.watch().look([FEED])
    times = [one.at for one in place.web.asked if "quayside" in one.url]
    rests = [seconds_between(one, other) for one, other in itertools.pairwise(times)]
    assert min(rests[1:]) >= (9 if rules else 2)
    assert place.desk.paths() == [DAM, FERRY, MILL]


def test_everybody_is_told_who_asks(place: Place, feed: Write):
    three(place, feed)
    place.manners = replace(place.manners, contact="desk@quayside.example")
    place.watch().look([FEED])
    agents = {one.headers["User-Agent"] for one in place.web.asked}
    assert len(agents) == 1
    assert next(iter(agents)).startswith("stemma-news/")
    assert "desk@quayside.example" in next(iter(agents))


def test_a_second_look_before_its_time_asks_nothing(place: Place, feed: Write):
    three(place, feed)
    place.watch().look([FEED])
    before = len(place.web.asked)
    place.watch().look([FEED])
    assert len(place.web.asked) == before


def test_a_second_look_asks_only_for_what_changed(place: Place, feed: Write):
    three(place, feed)
    place.web.show(FEED, feed(FERRY, DAM, MILL), etag='"one"', last_modified="yesterday")
    place.watch().look([FEED])
    place.time.pause(7_200)
    place.web.show(FEED, status=304)
    before = len(place.web.asked)
    place.watch().look([FEED])
    (asked,) = place.web.asked[before:]
    assert asked.headers["If-None-Match"] == '"one"'
    assert asked.headers["If-Modified-Since"] == "yesterday"
    assert held(place).etag == '"one"'
    assert held(place).failures == 0


def test_one_article_is_fetched_once_however_it_is_addressed(place: Place, feed: Write):
    other = "https://tarnside.example/feed"
    place.web.show(FEED, feed(f"{FERRY}?utm_source=rss", DAM))
    place.web.show(other, feed(f"{FERRY}#top", "http://www.quayside.example/news/dam/"))
    for address in (f"{FERRY}?utm_source=rss", DAM):
        place.web.show(address, "x")
    place.watch().look([FEED, other])
    assert sorted(place.web.urls()) == sorted([FEED, other, DAM, f"{FERRY}?utm_source=rss"])


def test_an_article_behind_a_counter_is_fetched_once(place: Place, feed: Write):
    counter = "https://counter.example/1"
    second = "https://quayside.example/second"
    place.web.show(FEED, feed(counter))
    place.web.show(counter, status=302, location=FERRY)
    place.web.show(FERRY, "x")
    place.web.show(second, feed(FERRY, "https://counter.example/2"))
    place.web.show("https://counter.example/2", status=302, location=FERRY)
    place.watch().look([FEED])
    place.watch().look([second])
    assert place.web.urls().count(FERRY) == 1
    assert place.desk.paths() == [counter]
    assert place.desk.taken[0].url == FERRY


def test_an_article_that_its_list_calls_changed_is_asked_for_again(place: Place):
    def atom(updated: str) -> str:
        return (
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Q</title><entry><title>t</title>"
            f"<link href='{FERRY}'/><published>2026-01-14T05:00:00Z</published>"
            f"<updated>{updated}</updated></entry></feed>"
        )

    place.web.show(FEED, atom("2026-01-14T05:00:00Z"))
    place.web.show(FERRY, "first", etag='"1"')
    place.watch().look([FEED])
    place.time.pause(7_200)
    place.watch().look([FEED])
    assert len(place.desk.taken) == 1
    place.web.show(FEED, atom("2026-01-14T07:30:00Z"))
    place.web.show(FERRY, "second")
    place.time.pause(30_000)
    place.watch().look([FEED])
    assert [raw.content for raw in place.desk.taken] == [b"first", b"second"]
    assert place.web.asked[-1].headers["If-None-Match"] == '"1"'


def test_old_articles_are_left(place: Place):
    entries = "".join(
        f"<item><link>{address}</link><pubDate>{day} Jan 2026 00:00:00 GMT</pubDate></item>"
        for address, day in ((FERRY, "Wed, 14"), (DAM, "Thu, 01"))
    )
    place.web.show(FEED, f"<rss version='2.0'><channel><title>Q</title>{entries}</channel></rss>")
    place.web.show(FERRY, "x")
    place.watch().look([FEED])
    assert states(place) == {FERRY: "added", DAM: "old"}


def test_an_article_that_a_list_dates_to_the_year_1_is_fetched(place: Place):
    item = f'{{"url": "{FERRY}", "date_modified": "0001-01-01T00:00:00Z"}}'
    place.web.show(FEED, f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{item}]}}')
    place.web.show(FERRY, "x")
    place.watch().look([FEED])
    assert states(place) == {FERRY: "added"}


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wait", ["1800", "Wed, 14 Jan 2026 06:30:00 GMT"])
def test_a_host_that_asks_to_wait_is_left_alone_so_long(
    place: Place, feed: Write, status: int, wait: str
):
    three(place, feed)
    pages: dict[str, Any] = dict(place.web.pages)
    place.web.show(FEED, status=status, retry_after=wait)
    place.time.until = "2026-01-14T06:29:00Z"
    place.watch().keep_looking([FEED])
    assert place.web.urls() == [FEED]
    place.web.pages = pages
    place.time.until = "2026-01-14T06:40:00Z"
    place.watch().keep_looking([FEED])
    assert place.desk.paths() == [DAM, FERRY, MILL]
    assert place.web.asked[2].at >= "2026-01-14T06:30:00Z"


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wait", ["0", "60"])
def test_a_host_that_asks_for_short_waits_is_soon_left(place: Place, status: int, wait: str):
    place.web.show(FEED, status=status, retry_after=wait)
    place.time.until = "2026-01-14T07:00:00Z"
    place.watch().look([FEED])
    assert place.web.urls().count(FEED) <= 3


def test_failures_make_the_intervals_longer(place: Place):
    place.web.show(FEED, status=500)
    place.time.until = "2026-01-16T06:00:00Z"
    place.watch().keep_looking([FEED])
    times = [one.at for one in place.web.asked if one.url == FEED]
    waits = [seconds_between(one, other) for one, other in itertools.pairwise(times)]
    assert 6 <= len(times) <= 10
    assert all(later > 1.4 * earlier for earlier, later in itertools.pairwise(waits))
    assert held(place).problem == f"{FEED!r} answers with 500"


def test_a_host_that_keeps_silent_is_not_asked_for_each_of_its_articles(place: Place, feed: Write):
    addresses = [f"https://tarnside.example/{at}" for at in range(20)]
    place.web.show(FEED, feed(*addresses))
    for address in addresses:
        place.web.pages[address] = FetchError("silent")
    place.time.until = "2026-01-14T06:30:00Z"
    place.watch().keep_looking([FEED])
    assert len([one for one in place.web.asked if "tarnside" in one.url]) < 8


def test_an_article_is_given_up_after_several_attempts_and_the_loss_is_told(
    place: Place, feed: Write
):
    place.web.show(FEED, feed(FERRY))
    place.web.show(FERRY, status=500)
    place.time.until = "2026-01-15T20:00:00Z"
    place.watch().keep_looking([FEED])
    assert place.web.urls().count(FERRY) == 8
    with place.store.read() as ledger:
        (failure,) = ledger.raws.failures()
    assert failure.message == f"{FERRY!r} answers with 500"


@pytest.mark.parametrize("status", [404, 410, 403])
def test_an_article_that_is_not_there_is_asked_for_once(place: Place, feed: Write, status: int):
    place.web.show(FEED, feed(FERRY))
    place.web.show(FERRY, status=status)
    place.time.until = "2026-01-15T20:00:00Z"
    place.watch().keep_looking([FEED])
    assert place.web.urls().count(FERRY) == 1


def test_a_feed_that_is_gone_for_good_is_not_asked_again(place: Place):
    place.web.show(FEED, status=410)
    place.time.until = "2026-01-16T06:00:00Z"
    place.watch().keep_looking([FEED])
    assert place.web.urls() == [FEED]
    assert held(place).gone


def test_a_feed_that_moved_for_good_is_asked_where_it_is(place: Place, feed: Write):
    new = "https://quayside.example/new"
    place.web.show(FEED, status=301, location="/new")
    place.web.show(new, feed())
    place.watch().look([FEED])
    place.time.pause(80_000)
    place.watch().look([FEED])
    assert place.web.urls() == [FEED, new, new]


def test_a_feed_that_moved_for_now_is_asked_where_it_was(place: Place, feed: Write):
    new = "https://quayside.example/new"
    place.web.show(FEED, status=302, location="/new")
    place.web.show(new, feed())
    place.watch().look([FEED])
    place.time.pause(80_000)
    place.watch().look([FEED])
    assert place.web.urls() == [FEED, new, FEED, new]


def test_a_redirect_to_another_host_asks_for_the_rules_of_that_host(place: Place, feed: Write):
    place.web.show(FEED, feed(FERRY))
    place.web.show(FERRY, status=302, location=MILL)
    place.web.show("https://tarnside.example/robots.txt", "User-agent: *\nDisallow: /")
    place.web.show(MILL, "x")
    place.watch().look([FEED])
    assert MILL not in place.web.urls()
    assert states(place)[FERRY] == "failed"


@pytest.mark.parametrize("to", ["/loop", "javascript:alert(1)", ""])
def test_redirects_that_lead_nowhere_end(place: Place, to: str):
    place.web.show(FEED, status=302, location=to)
    place.web.show("https://quayside.example/loop", status=302, location="/loop")
    place.watch().look([FEED])
    assert len(place.web.urls()) <= 6
    assert "redirects" in (held(place).problem or "")


def test_rules_that_are_never_reached_are_missing(place: Place, feed: Write):
    three(place, feed)
    address = "https://quayside.example/robots.txt"
    place.web.show(address, status=302, location=address)
    place.watch().look([FEED])
    assert place.desk.paths() == [DAM, FERRY, MILL]


def test_lists_lead_to_lists(place: Place, feed: Write):
    top = "https://desk.example/list"
    place.web.show(top, f"<opml><body><outline xmlUrl='{FEED}'/></body></opml>")
    three(place, feed)
    place.watch().look([top])
    assert place.desk.paths() == [DAM, FERRY, MILL]
    place.watch().look(["https://other.example/feed"])
    assert place.web.urls()[-1] == "https://other.example/feed"


def test_lists_that_lead_to_themselves_end(place: Place):
    def opml(at: int) -> str:
        return f"<opml><body><outline xmlUrl='https://desk.example/{at}'/></body></opml>"

    for at in range(20):
        place.web.show(f"https://desk.example/{at}", opml(at + 1 if at < 19 else 0))
    place.watch().look(["https://desk.example/0"])
    assert len(place.web.urls()) == 4


def test_a_busy_feed_is_asked_more_often_than_a_quiet_one(place: Place, feed: Write):
    busy, quiet = "https://busy.example/feed", "https://quiet.example/feed"
    numbers = itertools.count()

    def grow(headers: Mapping[str, str]) -> Answer:
        del headers
        content = feed(f"https://busy.example/{next(numbers)}").encode()
        return Answer(url=busy, status=200, headers={}, content=content)

    place.web.pages[busy] = grow
    place.web.show(quiet, feed())
    place.time.until = "2026-01-14T12:00:00Z"
    place.watch().keep_looking([busy, quiet])
    looks = place.web.urls()
    assert looks.count(busy) > 2 * looks.count(quiet)
    times = {url: [one.at for one in place.web.asked if one.url == url] for url in (busy, quiet)}
    for several in times.values():
        waits = [seconds_between(one, other) for one, other in itertools.pairwise(several)]
        assert all(900 <= wait <= 21_600 * 1.1 + 2 for wait in waits)


def test_what_a_feed_says_of_its_freshness_is_honoured(place: Place, feed: Write):
    place.web.show(FEED, feed(extra="<ttl>120</ttl>"))
    place.watch().look([FEED])
    assert seconds_between(place.time.now, held(place).due) >= 7_200
    other = "https://tarnside.example/feed"
    place.web.show(other, feed(), cache_control="max-age=10800")
    place.watch().look([other])
    assert seconds_between(place.time.now, held(place, other).due) >= 10_800


def test_what_died_while_adding_is_added_later_and_fetched_once(place: Place, feed: Write):
    three(place, feed)
    place.desk.dies = True
    with pytest.raises(KeyboardInterrupt):
        place.watch().look([FEED])
    place.desk.dies = False
    place.watch().look([FEED])
    assert place.desk.paths() == [DAM, FERRY, MILL]
    assert len(place.web.urls()) == len(set(place.web.urls()))


@pytest.mark.parametrize("request_number", range(6))
def test_what_dies_at_any_request_goes_on_and_asks_for_nothing_twice(
    place: Place, feed: Write, request_number: int
):
    three(place, feed)
    ask = place.web.ask

    def die(url: str, *, headers: Mapping[str, str]) -> Answer:
        if len(place.web.asked) == request_number:
            raise KeyboardInterrupt
        return ask(url, headers=headers)

    watch = place.watch()
    watch.ask = die
    with pytest.raises(KeyboardInterrupt):
        watch.look([FEED])
    place.watch().look([FEED])
    assert place.desk.paths() == [DAM, FERRY, MILL]
    urls = [one.url for one in place.web.asked]
    assert len(urls) == len(set(urls))


def test_two_that_watch_at_once_ask_once(place: Place, feed: Write):
    three(place, feed)
    ask = place.web.ask

    def end_instead_of_waiting(seconds: float) -> bool:
        return seconds > 0

    def ask_meanwhile(url: str, *, headers: Mapping[str, str]) -> Answer:
        other = place.watch()
        other.pause = end_instead_of_waiting
        other.look([FEED])
        return ask(url, headers=headers)

    watch = place.watch()
    watch.ask = ask_meanwhile
    watch.look([FEED])
    urls = [one.url for one in place.web.asked]
    assert sorted(urls) == sorted(set(urls))
    assert place.desk.paths() == [DAM, FERRY, MILL]


def test_a_broken_feed_is_said_to_be_broken_and_the_others_go_on(place: Place, feed: Write):
    three(place, feed)
    broken = "https://broken.example/feed"
    place.web.show(broken, b"\x00\x01 nothing of a feed")
    place.watch().look([broken, FEED])
    assert place.desk.paths() == [DAM, FERRY, MILL]
    assert "holds no feed" in (held(place, broken).problem or "")


def test_without_names_all_that_is_known_is_looked_at(place: Place, feed: Write):
    three(place, feed)
    place.watch().look([FEED])
    place.time.pause(90_000)
    place.watch().look([])
    assert place.web.urls().count(FEED) == 2


def test_several_hosts_are_asked_side_by_side_and_each_one_thing_at_a_time(
    place: Place, feed: Write
):
    three(place, feed)
    place.manners = Manners(at_once=4)
    place.watch().look([FEED, "https://a.example/feed", "https://b.example/feed"])
    assert place.desk.paths() == [DAM, FERRY, MILL]
    for host in ("quayside", "tarnside"):
        times = [one.at for one in place.web.asked if host in one.url]
        assert len(times) == len(set(times))


def test_a_watch_that_is_to_end_ends(place: Place, feed: Write):
    three(place, feed)
    place.time.until = after(place.time.now, 1)
    place.watch().keep_looking([FEED])
    assert len(place.web.asked) < 5


def test_one_host_is_asked_one_thing_at_a_time_over_http_and_https(place: Place, feed: Write):
    plain = FEED.replace("https", "http")
    place.web.show(FEED, feed(FERRY))
    place.web.show(plain, feed(DAM.replace(".example", ".example:443")))
    for address in (FERRY, DAM):
        place.web.show(address, "x")
    place.manners = Manners(at_once=8)
    place.watch().look([FEED, plain])
    times = [one.at for one in place.web.asked]
    assert len(times) == len(set(times))


def test_a_sitemap_without_dates_brings_only_what_is_new_to_it(place: Place):
    def sitemap(*addresses: str) -> str:
        return f"<urlset>{''.join(f'<url><loc>{one}</loc></url>' for one in addresses)}</urlset>"

    place.web.show(FEED, sitemap(FERRY, DAM))
    place.web.show(MILL, "x")
    place.watch().look([FEED])
    assert place.web.urls() == [FEED]
    place.time.pause(90_000)
    place.web.show(FEED, sitemap(FERRY, DAM, MILL))
    place.watch().look([FEED])
    assert place.web.urls() == [FEED, FEED, MILL]


def test_a_mark_that_cannot_be_sent_back_is_not(place: Place, feed: Write):
    place.web.show(FEED, feed(), etag='"é"', last_modified="yesterday\n")
    place.watch().look([FEED])
    place.time.pause(90_000)
    place.watch().look([FEED])
    assert "If-None-Match" not in place.web.asked[-1].headers
    assert "If-Modified-Since" not in place.web.asked[-1].headers


def test_no_host_is_kept_waiting_by_those_before_it_in_the_alphabet(place: Place, feed: Write):
    place.manners = Manners(at_once=1, delay=1)
    first = [f"https://a.example/{number}" for number in range(30)]
    place.web.show(FEED, feed(*first, "https://z.example/1"))
    place.watch().look([FEED])
    urls = [one.url for one in place.web.asked]
    assert urls.index("https://z.example/1") < 10
