"""A web page -> the feed that it names in its head (RSS autodiscovery)."""

import re

from stemma.errors import UnreadableError
from stemma.read.decoding import decode
from stemma.read.markup import Element, parse_html, words_of
from stemma.watch.feeds.addresses import absolute, tidy
from stemma.watch.feeds.entry import Listing, Onward

_FEED = re.compile(r"^application/(?:rss\+xml|atom\+xml|feed\+json)\b", re.IGNORECASE)
_NOT_THE_NEWS = re.compile(r"\bcomments?\b", re.IGNORECASE)


def find_feed(content: bytes, *, url: str, content_type: str | None) -> Listing:
    """Give the first feed that a page names, that of its comments last of all.

    Raises:
        UnreadableError: The page names no feed.
    """
    root = parse_html(decode(content, path=url, content_type=content_type))
    found = [] if root is None else _find_links(root, url)
    if root is None or not found:
        message = f"{url!r} is a page that names no feed: name the feed itself, or a sitemap"
        raise UnreadableError(message)
    best = min(found, key=lambda one: bool(_NOT_THE_NEWS.search(f"{one.title or ''} {one.url}")))
    title = next(root.iter("title"), None)
    return Listing(
        kind="page", title=None if title is None else tidy(words_of(title)), onward=(best,)
    )


def _find_links(root: Element, url: str) -> list[Onward]:
    bases = (absolute(one.get("href"), url) for one in root.iter("base"))
    base = next(bases, None) or url
    found: list[Onward] = []
    for link in root.iter("link"):
        if not _FEED.match(link.get("type") or ""):
            continue
        address = absolute(link.get("href"), base)
        if address is not None and "alternate" in (link.get("rel") or "").lower().split():
            found.append(Onward(url=address, title=tidy(link.get("title"))))
    return found
