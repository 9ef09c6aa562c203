"""Sitemaps (https://www.sitemaps.org/protocol.html), with Google's news extension."""

from stemma.watch.feeds.addresses import absolute, each_once, entry
from stemma.watch.feeds.entry import Listing, Onward
from stemma.watch.feeds.times import from_iso
from stemma.watch.feeds.trees import Element, named, read_tree, words

_MOST_SITEMAPS = 50
"""The newest of an index that are followed: the others are a site's old years."""


def read_sitemap(content: bytes, *, url: str) -> Listing:
    """Read a sitemap, or an index of sitemaps.

    Entries of a news sitemap have the title and the date of publication; of any other, the date
    of the last change alone.

    Raises:
        UnreadableError: The XML cannot be read.
    """
    root = read_tree(content, url=url)
    if next(named(root, "sitemap"), None) is not None:
        return Listing(kind="index", onward=_read_index(root, url))
    return Listing(
        kind="sitemap",
        entries=each_once(
            entry(
                words(found, "loc"),
                url,
                title=words(found, "title"),
                published=from_iso(words(found, "publication_date")),
                updated=from_iso(words(found, "lastmod")),
            )
            for found in named(root, "url")
        ),
    )


def _read_index(root: Element, base: str) -> tuple[Onward, ...]:
    found: dict[str, Onward] = {}
    for one in named(root, "sitemap"):
        url = absolute(words(one, "loc"), base)
        if url is not None:
            found.setdefault(url, Onward(url=url, updated=from_iso(words(one, "lastmod"))))
    undated = [one for one in found.values() if one.updated is None]
    dated = sorted(
        (one for one in found.values() if one.updated), key=lambda one: one.updated or ""
    )
    return tuple([*reversed(dated), *undated][:_MOST_SITEMAPS])
