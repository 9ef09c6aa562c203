"""What the head of a page says: headline, dates, authors, site, address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.read.bylines import split_names
from stemma.read.edtf import to_edtf
from stemma.read.lines import one_line, one_line_or_none
from stemma.read.markup import Element, words_of

_DATES = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "date.published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "bt:pubdate",
    "article_date_original",
    "originalpublicationdate",
    "ptime",
    "date",
)
_CHANGES = (
    "article:modified_time",
    "article:updated_time",
    "article:modified",
    "og:updated_time",
    "og:modified_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
)
_TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher", "cre")
_AUTHORS = (
    "author",
    "parsely-author",
    "sailthru.author",
    "article:author",
    "dc.creator",
    "byl",
    "authors",
)
_ADDRESSES = ("og:url", "twitter:url", "parsely-link")
_BYLINE = re.compile(r"(?:^|[\s_])(?:by|byline|author|authors|firma|autor|signature)(?:$|\s)")
_LONGEST_BYLINE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What meta tags give; what they do not give is None or empty.

    ``canonical`` is the address that search engines shall use, ``shared`` the one that social
    networks shall.
    """

    title: str | None
    description: str | None
    published: str | None
    changed: str | None
    authors: tuple[str, ...]
    site: str | None
    canonical: str | None
    shared: str | None


def read_metadata(tree: Element) -> PageMetadata:
    """Read meta tags (Open Graph, Dublin Core, parse.ly and others), ``link`` and ``title``."""
    tags = _collect(tree)
    links = (link for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    canonical = next((link.get("href") for link in links), None)
    return PageMetadata(
        title=_first(tags, _TITLES),
        description=_first(tags, _DESCRIPTIONS),
        published=_first_date(tags, _DATES),
        changed=_first_date(tags, _CHANGES),
        authors=next(
            (names for name in _AUTHORS if (names := split_names(tags.get(name, "")))), ()
        ),
        site=_first(tags, _SITES),
        canonical=one_line_or_none(canonical),
        shared=_first(tags, _ADDRESSES),
    )


def headlines(tree: Element) -> Iterator[str]:
    """Give the words of every first-level heading, in order."""
    for heading in tree.iter("h1"):
        if words := one_line(words_of(heading)):
            yield words


def shown_byline(tree: Element) -> str:
    """Give the first short piece of the page that its markup calls a byline; ``""`` for none."""
    for element in tree.iter("p", "div", "span", "a", "address"):
        if _BYLINE.search((element.get("class") or "").lower()):
            words = one_line(words_of(element))
            if words and len(words) <= _LONGEST_BYLINE:
                return words
    return ""


def window_title(tree: Element) -> str | None:
    """Give what the browser's tab would show."""
    element = next(tree.iter("title"), None)
    return None if element is None else one_line(words_of(element)) or None


def _collect(tree: Element) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = one_line(element.get("content") or element.get("datetime") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                tags.setdefault(name, content)
    return tags


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((tags[name] for name in names if tags.get(name)), None)


def _first_date(tags: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((date for name in names if (date := to_edtf(tags.get(name)))), None)
