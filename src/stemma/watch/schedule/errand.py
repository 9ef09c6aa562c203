"""One request that is to be sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal
from urllib.parse import urlsplit

from stemma.errors import InputError
from stemma.read.answer import Answer
from stemma.stores.watched import Article, Feed

_PORTS = {"http": ":80", "https": ":443"}

ErrandKind = Literal["robots", "list", "article"]

Came = Answer | InputError
"""What came of an errand: an answer of whatever status, or why there is none."""

_ACCEPTED_LISTS = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.1"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One request to one host.

    ``key`` says for what: the origin whose robots.txt it is, the address of a list as it was
    named, or the id of an article; ``again`` tells whether that article came before. ``address``
    is what to ask, ``host`` its origin; they move with each redirect, of which ``hops`` were
    followed; ``for_good`` tells whether all of these were permanent.
    """

    kind: ErrandKind
    key: str
    address: str
    host: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    hops: int = 0
    for_good: bool = True
    again: bool = False

    @property
    def name(self) -> tuple[ErrandKind, str]:
        """What it is for: no two errands for the same are under way at once."""
        return (self.kind, self.key)

    def moved(self, address: str, *, for_good: bool) -> "Errand":
        """Give the errand to where a redirect leads."""
        return replace(
            self,
            address=address,
            host=origin_of(address),
            hops=self.hops + 1,
            for_good=self.for_good and for_good,
        )


def origin_of(address: str) -> str:
    """Give scheme, host and port of a web address: ``https://news.example``."""
    parts = urlsplit(address)
    scheme = parts.scheme.lower()
    host = parts.netloc.rpartition("@")[2].lower()
    return f"{scheme}://{host.removesuffix(_PORTS.get(scheme, ''))}"


def place_of(origin: str) -> str:
    """Give what has its rest as one: the host of an origin, whether over http or https."""
    return origin.partition("://")[2]


def errand_for_robots(origin: str) -> Errand:
    """Ask what a host allows."""
    address = f"{origin}/robots.txt"
    return Errand(kind="robots", key=origin, address=address, host=origin)


def errand_for_list(feed: Feed) -> Errand:
    """Ask for a list, if it changed since it was last read."""
    headers = {"Accept": _ACCEPTED_LISTS, **_if_changed(feed.etag, feed.modified)}
    return Errand(kind="list", key=feed.url, address=feed.at, host=feed.host, headers=headers)


def errand_for_article(article: Article, *, again: bool = False) -> Errand:
    """Ask for an article, if it changed since it was last fetched."""
    return Errand(
        kind="article",
        key=article.id,
        address=article.url,
        host=article.host,
        headers=_if_changed(article.etag, article.modified),
        again=again,
    )


def _if_changed(etag: str | None, modified: str | None) -> dict[str, str]:
    """Make the request conditional (RFC 9110, 13.1)."""
    headers: dict[str, str] = {}
    if etag and _is_plain(etag):
        headers["If-None-Match"] = etag
    if modified and _is_plain(modified):
        headers["If-Modified-Since"] = modified
    return headers


def _is_plain(written: str) -> bool:
    """Tell whether a header may be sent back: some servers write what none may be written."""
    return written.isascii() and written.isprintable()
