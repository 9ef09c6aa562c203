"""What every store remembers of watching."""

from dataclasses import replace

import pytest

from stemma.stores import Ledger, Store
from stemma.stores.watched import Article, Feed, Host

NOW = "2026-01-14T06:00:00Z"
LATER = "2026-01-14T07:00:00Z"
FEED = Feed(
    url="https://quayside.example/feed",
    at="https://quayside.example/feed",
    host="https://quayside.example",
    every=900.5,
    due=NOW,
)
ARTICLE = Article(
    id="https://quayside.example/ferry",
    feed=FEED.url,
    url="https://quayside.example/ferry?ref=rss",
    host=FEED.host,
    published=NOW,
    due=NOW,
)


def article(name: str, **changes: object) -> Article:
    address = f"https://quayside.example/{name}"
    return replace(ARTICLE, id=address, url=address, **changes)  # pyright: ignore[reportArgumentType]


def names(ledger: Ledger, now: str = NOW, most: int = 9) -> list[str]:
    found = ledger.feeds.due_articles(ARTICLE.host, now, most=most)
    return [one.id.rpartition("/")[2] for one in found]


def test_a_list_that_is_known_keeps_its_schedule(store: Store):
    with store.write() as ledger:
        assert ledger.feeds.name([FEED]) == 1
        ledger.feeds.keep(replace(FEED, due=LATER, etag='"1"', gone=True, title="Q\x00 \ud800"))
        assert ledger.feeds.name([FEED]) == 0
    with store.read() as ledger:
        found = ledger.feeds.find(FEED.url)
        assert ledger.feeds.all() == (found,)
    assert found == replace(FEED, due=LATER, etag='"1"', gone=True, title="Q\x00 \ud800")


def test_lists_that_lead_in_circles_are_found_once(store: Store):
    urls = [f"https://desk.example/{number}" for number in range(4)]
    with store.write() as ledger:
        ledger.feeds.name(replace(FEED, url=url) for url in urls)
        ledger.feeds.lead(urls[0], [urls[1], urls[1]])
        ledger.feeds.lead(urls[1], [urls[0], urls[2]])
        assert ledger.feeds.beneath([urls[0]]) == set(urls[:3])
        ledger.feeds.lead(urls[1], [])
        assert ledger.feeds.beneath([urls[0]]) == set(urls[:2])
        assert ledger.feeds.beneath([]) == frozenset()


def test_the_newest_article_that_is_due_comes_first(store: Store):
    with store.write() as ledger:
        ledger.feeds.name([FEED])
        ledger.feeds.add_articles(
            [
                article("old", published="2026-01-01T00:00:00Z"),
                article("new", published="2026-01-14T05:00:00Z"),
                article("later", due=LATER),
                article("done", state="added"),
            ]
        )
        assert names(ledger) == ["new", "old"]
        assert names(ledger, most=1) == ["new"]
        assert names(ledger, now=LATER) == ["later", "new", "old"]
        assert ledger.feeds.waiting_hosts() == {ARTICLE.host: NOW}
        assert ledger.feeds.count() == {"waiting": 3, "added": 1}
        assert [one.id for one in ledger.feeds.in_state("added")] == [article("done").id]


def test_an_article_that_is_known_is_not_added_again_and_can_be_changed(store: Store):
    with store.write() as ledger:
        ledger.feeds.name([FEED])
        assert ledger.feeds.add_articles([ARTICLE, ARTICLE]) == 1
        done = replace(ARTICLE, state="added", fetched=LATER, failures=3, problem="it was slow")
        ledger.feeds.keep_articles([done])
        assert ledger.feeds.add_articles([ARTICLE]) == 0
        assert ledger.feeds.articles([ARTICLE.id, "nobody"]) == {ARTICLE.id: done}


def test_thousands_of_articles_are_looked_up_at_once(store: Store):
    several = [article(f"{number}") for number in range(1_500)]
    with store.write() as ledger:
        ledger.feeds.name([FEED])
        assert ledger.feeds.add_articles(several) == 1_500
        assert len(ledger.feeds.articles(one.id for one in several)) == 1_500


def test_a_host_has_its_rest_and_its_rules(store: Store):
    host = Host(origin=FEED.host, due=LATER, robots_state="told", robots="User-agent: *\n\x00")
    with store.write() as ledger:
        assert ledger.feeds.host(host.origin) is None
        ledger.feeds.keep_host(host)
        ledger.feeds.keep_host(replace(host, failures=2))
    with store.read() as ledger:
        assert ledger.feeds.host(host.origin) == replace(host, failures=2)
        assert ledger.feeds.rests() == {host.origin: LATER}


def test_what_is_noted_in_a_step_that_fails_is_not_noted(store: Store):
    def fail() -> None:
        with store.write() as ledger:
            ledger.feeds.name([FEED])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with store.read() as ledger:
        assert ledger.feeds.all() == ()
