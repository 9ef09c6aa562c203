"""Bytes -> the list of news they are, told by what they hold and not by what they are called."""

import re
import zlib
from codecs import BOM_UTF8

from stemma.errors import TooLargeError, UnreadableError
from stemma.watch.feeds.discovery import find_feed
from stemma.watch.feeds.entry import Listing
from stemma.watch.feeds.json_feed import read_json_feed
from stemma.watch.feeds.sitemaps import read_sitemap
from stemma.watch.feeds.subscriptions import read_subscriptions
from stemma.watch.feeds.syndication import read_syndication

_GZIP = b"\x1f\x8b"
_GZIP_FORMAT = zlib.MAX_WBITS | 16
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEAD = 4_096
_ROOT = re.compile(r"<(?:[a-z][\w.-]*:)?([a-z]+)[\s>/]", re.IGNORECASE)
_NOT_THE_ROOT = re.compile(
    r"<!--.*?(?:-->|$)|<\?.*?(?:\?>|$)|<!doctype[^>\[]*>?", re.DOTALL | re.IGNORECASE
)
_PAGE = {"html", "head", "body", "meta", "title", "div"}


def read_listing(content: bytes, *, url: str, content_type: str | None, limit: int) -> Listing:
    """Read a feed, sitemap, list of feeds, or page that names its feed.

    ``url`` is where it came from; ``limit`` is the greatest number of bytes once it is unpacked
    (sitemaps often are gzip files).

    Raises:
        UnreadableError: It is none of them, or broken.
        TooLargeError: It unpacks to more than ``limit`` bytes.
    """
    if content.startswith(_GZIP):
        content = _unpack(content, url, limit)
    if content.startswith(_UTF_16):
        content = _DECLARATION.sub("", content.decode("utf-16", "replace")).encode()
    if content.removeprefix(BOM_UTF8).lstrip()[:1] in {b"{", b"["}:
        return read_json_feed(content, url=url)
    root = _root(content)
    if root in {"urlset", "sitemapindex"}:
        return read_sitemap(content, url=url)
    if root == "opml":
        return read_subscriptions(content, url=url)
    if root in _PAGE:
        return find_feed(content, url=url, content_type=content_type)
    return read_syndication(content, url=url, content_type=content_type)


def _root(content: bytes) -> str | None:
    """Give the local name of the first element, in any encoding that has ASCII in it."""
    head = content[:_HEAD].decode("latin-1")
    found = _ROOT.search(_NOT_THE_ROOT.sub("", head))
    return found[1].lower() if found else None


def _unpack(content: bytes, url: str, limit: int) -> bytes:
    stream = zlib.decompressobj(_GZIP_FORMAT)
    try:
        unpacked = stream.decompress(content, limit + 1)
    except zlib.error:
        message = f"{url!r} is a broken gzip file: check the address in a browser"
        raise UnreadableError(message) from None
    if len(unpacked) > limit:
        message = f"{url!r} unpacks to more than {limit:,} bytes: raise the limit to read it"
        raise TooLargeError(message)
    return unpacked
