"""What a list names -> articles to fetch, and further lists to look at."""

from collections.abc import Iterable
from dataclasses import replace

from stemma.stores import Ledger
from stemma.stores.watched import Article, Feed
from stemma.watch.clock import after, seconds_between
from stemma.watch.feeds import Entry, Listing, Onward
from stemma.watch.manners import Manners
from stemma.watch.schedule.errand import origin_of

_LONG_AGO = "1970-01-01T00:00:00Z"


def new_feed(url: str, *, now: str, manners: Manners, depth: int = 0) -> Feed:
    """Give a list that was just named: it is due."""
    return Feed(url=url, at=url, host=origin_of(url), every=manners.every, due=now, depth=depth)


def add_lists(
    ledger: Ledger, feed: Feed, onward: Iterable[Onward], *, now: str, manners: Manners
) -> None:
    """Note the lists that a list names, but for those that did not change for long."""
    wanted = {one.url: one for one in onward if not _is_old(one, now, manners)}
    depth = feed.depth + 1
    ledger.feeds.name(
        replace(new_feed(url, now=now, manners=manners, depth=depth), title=one.title)
        for url, one in wanted.items()
    )
    ledger.feeds.lead(feed.url, wanted)


def _is_old(one: Onward, now: str, manners: Manners) -> bool:
    return one.updated is not None and seconds_between(one.updated, now) > manners.back


def add_entries(ledger: Ledger, feed: Feed, listing: Listing, *, now: str, manners: Manners) -> int:
    """Note the articles of a list; give how many are to be fetched.

    A sitemap names a whole site: what it does not date and has had from the first is no news.
    """
    named = {entry.id: entry for entry in listing.entries}
    undated = now if feed.kind is not None or listing.kind != "sitemap" else _LONG_AGO
    known = ledger.feeds.articles(named)
    new = [
        _new_article(feed, entry, now, manners, undated)
        for entry in named.values()
        if entry.id not in known
    ]
    changed = [
        _again(article, named[article.id], now, manners)
        for article in known.values()
        if _is_changed(article, named[article.id])
    ]
    ledger.feeds.add_articles(new)
    ledger.feeds.keep_articles(changed)
    return len(changed) + sum(article.state == "waiting" for article in new)


def _new_article(feed: Feed, entry: Entry, now: str, manners: Manners, undated: str) -> Article:
    """Give an article that was just named; ``undated`` is the date of one that has none."""
    printed = entry.updated or entry.published or undated
    return Article(
        id=entry.id,
        feed=feed.url,
        url=entry.url,
        host=origin_of(entry.url),
        title=entry.title,
        published=entry.published or printed,
        updated=entry.updated,
        due=now,
        state="old" if seconds_between(printed, now) > manners.back else "waiting",
    )


def _is_changed(article: Article, entry: Entry) -> bool:
    """Tell whether a list says that an article changed since it was fetched."""
    return (
        article.state in {"added", "old", "failed"}
        and entry.updated is not None
        and entry.updated > (article.updated or article.fetched or article.published)
    )


def _again(article: Article, entry: Entry, now: str, manners: Manners) -> Article:
    """Have an article fetched once more, but no more often than a list is asked."""
    due = now if article.fetched is None else max(now, after(article.fetched, manners.every))
    return replace(
        article, state="waiting", due=due, updated=entry.updated, failures=0, problem=None
    )
