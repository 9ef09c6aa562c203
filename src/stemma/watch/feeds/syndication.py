"""RSS (0.9 to 2.0) and Atom: the only file that knows feedparser."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, cast

import feedparser

from stemma.errors import UnreadableError
from stemma.watch.feeds.addresses import each_once, entry, tidy
from stemma.watch.feeds.entry import Entry, Listing
from stemma.watch.feeds.times import from_struct

_HTML = {"text/html", "application/xhtml+xml", ""}
_MINUTE = 60
_PERIODS = {
    "hourly": 3_600,
    "daily": 86_400,
    "weekly": 604_800,
    "monthly": 2_592_000,
    "yearly": 31_536_000,
}


def read_syndication(content: bytes, *, url: str, content_type: str | None) -> Listing:
    """Read a feed as far as it can be read, broken XML and wrong character sets included.

    ``url`` is where it came from: relative addresses are joined to it. ``ttl`` of RSS and the
    update period of the syndication module become ``fresh_for``.

    Raises:
        UnreadableError: It is no feed, or so broken that nothing of it can be read.
    """
    headers = {"content-location": url}
    if content_type:
        headers["content-type"] = content_type
    # A stream, for feedparser would take bytes that happen to be a path for a file to open.
    try:
        parsed: Any = cast("Any", feedparser).parse(
            BytesIO(content),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception:  # noqa: BLE001 - whatever a feed makes feedparser stumble over, it is none
        raise _unreadable(url) from None
    entries = each_once(_read_entry(one, url) for one in parsed.entries)
    version: str = parsed.get("version") or ""
    if not version or (parsed.get("bozo") and not entries and not parsed.feed.get("title")):
        raise _unreadable(url)
    return Listing(
        kind="atom" if version.startswith("atom") else "rss",
        title=tidy(parsed.feed.get("title")),
        entries=entries,
        fresh_for=_fresh_for(parsed.feed),
    )


def _unreadable(url: str) -> UnreadableError:
    return UnreadableError(
        f"{url!r} holds no feed that can be read: check the address in a browser"
    )


def _read_entry(found: Mapping[str, Any], base: str) -> Entry | None:
    dates: dict[str, Any] = dict(found)  # feedparser's own gives one date for another, and warns
    updated = from_struct(dates.get("updated_parsed"))
    published = from_struct(dates.get("published_parsed"))
    return entry(
        next(_addresses(found), None),
        base,
        title=found.get("title"),
        published=published or updated,
        updated=updated,
    )


def _addresses(found: Mapping[str, Any]) -> Iterator[str]:
    """Give the addresses that an entry has for its article, the best first."""
    if found.get("feedburner_origlink"):
        yield found["feedburner_origlink"]
    links: Sequence[Mapping[str, str]] = found.get("links") or []
    alternate = [link for link in links if link.get("rel") == "alternate" and link.get("href")]
    yield from (link["href"] for link in alternate if link.get("type", "") in _HTML)
    if found.get("link"):
        yield found["link"]
    if str(found.get("id", "")).startswith(("http://", "https://")):
        yield found["id"]


def _fresh_for(feed: Mapping[str, Any]) -> int | None:
    """Give the seconds for which the feed says it stays as it is: the longer of its two ways."""
    told: list[int] = []
    ttl = _whole(feed.get("ttl"))
    if ttl:
        told.append(ttl * _MINUTE)
    period = _PERIODS.get(str(feed.get("sy_updateperiod", "")).strip().lower())
    if period:
        told.append(period // max(1, _whole(feed.get("sy_updatefrequency")) or 1))
    return max(told, default=None)


def _whole(written: object) -> int | None:
    text = str(written or "").strip()
    return (
        int(text) if text.isascii() and text.isdigit() and len(text) < len("1000000000") else None
    )
