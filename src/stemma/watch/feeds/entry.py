"""What a list of news holds: articles, and further lists."""

from dataclasses import dataclass
from typing import Literal

ListingKind = Literal["rss", "atom", "json", "sitemap", "index", "opml", "page"]
"""``index`` is a sitemap that lists sitemaps, ``page`` a web page that names its feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article that a list names.

    ``id`` is the canonical address, under which one article is one; ``url`` is the address to
    fetch. Times are UTC, ISO 8601 with seconds and ``Z``.
    """

    id: str
    url: str
    title: str | None = None
    published: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """A further list that this one names; ``updated`` is when that one changed, if it is told."""

    url: str
    title: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One list, read: a feed, a sitemap, a list of feeds, or a page that names its feed.

    ``entries`` and ``onward`` are in the order of the list, each address once. ``fresh_for`` is
    for how many seconds the list itself asks not to be fetched again.
    """

    kind: ListingKind
    title: str | None = None
    entries: tuple[Entry, ...] = ()
    onward: tuple[Onward, ...] = ()
    fresh_for: int | None = None
