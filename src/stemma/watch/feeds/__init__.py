"""Lists of news in, the articles they name out: RSS, Atom, JSON Feed, sitemaps, OPML, pages."""

from stemma.watch.feeds.entry import Entry, Listing, ListingKind, Onward
from stemma.watch.feeds.recognising import read_listing

__all__ = ["Entry", "Listing", "ListingKind", "Onward", "read_listing"]
