"""Addresses as lists write them -> absolute addresses of the web, each article once."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag, urljoin

from stemma.press.addresses import canonical
from stemma.watch.feeds.entry import Entry

MOST_ENTRIES = 50_000
"""As many as the sitemap protocol allows in one file; what comes after them is not read."""

_LONGEST = 2_000
"""In bytes; a longer address is no key for a database, and no address that people use."""

_WEB = re.compile(r"https?://[^\s/?#]+\S*$", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_LONGEST_TITLE = 500


def absolute(address: str | None, base: str) -> str | None:
    """Give the whole address, without fragment; None for what is no web address."""
    if not address or not _is_bearable(address):
        return None
    try:
        joined = urldefrag(urljoin(base, address.strip())).url
    except ValueError:
        return None
    return joined if _WEB.match(joined) and _is_bearable(joined) else None


def entry(
    address: str | None,
    base: str,
    *,
    title: str | None,
    published: str | None,
    updated: str | None,
) -> Entry | None:
    """Give the entry for an address, None where it is no web address."""
    url = absolute(address, base)
    name = canonical(url)
    if url is None or name is None or not _is_bearable(name):
        return None
    return Entry(id=name, url=url, title=tidy(title), published=published, updated=updated)


def each_once(entries: Iterable[Entry | None]) -> tuple[Entry, ...]:
    """Keep the first entry of every article, as many as are ever read of one list."""
    kept: dict[str, Entry] = {}
    for one in _present(entries):
        kept.setdefault(one.id, one)
        if len(kept) == MOST_ENTRIES:
            break
    return tuple(kept.values())


def tidy(words: str | None) -> str | None:
    """Give a title on one line, cut to a bearable length; None where nothing is left."""
    return _BLANKS.sub(" ", words or "").strip()[:_LONGEST_TITLE] or None


def _is_bearable(address: str) -> bool:
    return len(address.encode("utf-8", "surrogatepass")) <= _LONGEST


def _present(entries: Iterable[Entry | None]) -> Iterator[Entry]:
    return (one for one in entries if one is not None)
