"""JSON Feed (versions 1 and 1.1, https://jsonfeed.org/version/1.1)."""

import json
from collections.abc import Mapping
from typing import Any, cast

from stemma.errors import UnreadableError
from stemma.watch.feeds.addresses import each_once, entry, tidy
from stemma.watch.feeds.entry import Entry, Listing
from stemma.watch.feeds.times import from_iso

_VERSION = "https://jsonfeed.org/version/1"


def read_json_feed(content: bytes, *, url: str) -> Listing:
    """Read a JSON Feed; entries that are no objects or have no address are left out.

    Raises:
        UnreadableError: It is no JSON, or no JSON Feed.
    """
    try:
        parsed: Any = json.loads(content)
    except (ValueError, RecursionError):
        message = f"{url!r} holds broken JSON: check the address in a browser"
        raise UnreadableError(message) from None
    feed = _object(parsed)
    if not str(feed.get("version", "")).replace("http:", "https:").startswith(_VERSION):
        message = f"{url!r} holds JSON, but no JSON Feed: name a feed, a sitemap or an OPML list"
        raise UnreadableError(message)
    listed: Any = feed.get("items")
    found = cast("list[Any]", listed) if isinstance(listed, list) else []
    return Listing(
        kind="json",
        title=tidy(_text(feed.get("title"))),
        entries=each_once(_read_entry(_object(one), url) for one in found),
    )


def _read_entry(found: Mapping[str, Any], base: str) -> Entry | None:
    address = _text(found.get("url")) or _text(found.get("external_url"))
    if address is None and (_text(found.get("id")) or "").startswith(("http://", "https://")):
        address = _text(found.get("id"))
    published = from_iso(found.get("date_published"))
    updated = from_iso(found.get("date_modified"))
    return entry(
        address,
        base,
        title=_text(found.get("title")),
        published=published or updated,
        updated=updated,
    )


def _object(value: object) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, dict) else {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
