"""A web page -> Draft."""

import re
from urllib.parse import urljoin, urlsplit

from stemma.errors import UnreadableError
from stemma.press.addresses import canonical, host_of, registered_domain
from stemma.press.agencies import agency_named
from stemma.read.beside_headline import byline_beside_headline
from stemma.read.bylines import split_names, tidy_names
from stemma.read.draft import Draft
from stemma.read.extraction import extract_lines, find_authors
from stemma.read.linked_data import LinkedArticle, read_linked_data
from stemma.read.markup import Element, parse_html, visible_words
from stemma.read.page_dates import find_dates
from stemma.read.page_metadata import (
    PageMetadata,
    headlines,
    read_metadata,
    shown_byline,
    window_title,
)
from stemma.read.refusals import FEWEST_WORDS, refuse

_SHORTEST_STANDFIRST = 20
_WORDS_OF_A_HEADLINE = 4
_SITE_SUFFIX = re.compile(r"\s+(?:[|–—•·»:-]|::)\s+(?P<site>[^|–—•·»]{2,60})$")


def read_html(text: str, *, path: str, url: str | None = None) -> Draft:
    """Take the article out of a page; scripts never run, nothing is fetched.

    JSON-LD is trusted first for headline, date, authors and publisher, then meta tags; the body
    is trafilatura's (Barbaresi 2021), the JSON-LD's only where the markup holds none. The
    headline stays a line only where the body had it; it is in ``title``.

    Raises:
        UnreadableError: no article is there: an error page, an index, a paywall, a cookie wall.
    """
    tree = parse_html(text)
    if tree is None:
        message = f"{path!r} holds no HTML elements: is it a page at all?"
        raise UnreadableError(message)
    linked = read_linked_data(tree) or LinkedArticle()
    metadata = read_metadata(tree)
    title = _find_title(tree, linked, metadata)
    address = _find_address(linked, metadata, url)
    lines = _find_lines(tree, linked, address)
    refuse(tree, lines, title=title, free=linked.free, path=path)
    standfirst, shown = _find_standfirst(visible_words(tree), linked, metadata)
    if standfirst and shown and standfirst not in " ".join(lines):
        lines = (standfirst, *lines)
    named = _find_authors(tree, linked, metadata, title)
    agencies = [
        agency for name in (*named, linked.publisher or "") if (agency := agency_named(name))
    ]
    return Draft(
        path=path,
        url=canonical(address),
        title=title,
        standfirst=standfirst,
        authors=tuple(name for name in named if not agency_named(name)),
        published=find_dates(tree, linked, metadata, title=title, url=address),
        outlet=metadata.site or linked.publisher or (host_of(address) if address else None),
        agencies=tuple(dict.fromkeys(agency.name for agency in agencies)),
        lines=lines,
    )


def _find_lines(tree: Element, linked: LinkedArticle, address: str | None) -> tuple[str, ...]:
    """Give the body; where the markup yields little, the JSON-LD's, or all that may be text."""
    lines = extract_lines(tree, url=address)
    if sum(map(len, linked.body)) > 2 * sum(map(len, lines)):
        return linked.body
    if len(" ".join(lines).split()) >= FEWEST_WORDS:
        return lines
    return extract_lines(tree, url=address, generous=True) or lines


def _find_authors(
    tree: Element, linked: LinkedArticle, metadata: PageMetadata, title: str | None
) -> tuple[str, ...]:
    """Give people and agencies, from the first place that names any."""
    sites = (metadata.site, linked.publisher)
    return (
        tidy_names(linked.authors, sites=sites)
        or tidy_names(metadata.authors, sites=sites)
        or tidy_names(find_authors(tree), sites=sites)
        or split_names(shown_byline(tree))
        or byline_beside_headline(tree, title)
    )


def _find_standfirst(
    page: str, linked: LinkedArticle, metadata: PageMetadata
) -> tuple[str | None, bool]:
    """Give the standfirst, and whether the words that the page shows hold it."""
    declared = [words for words in (linked.description, metadata.description) if words]
    shown = [words for words in declared if len(words) >= _SHORTEST_STANDFIRST and words in page]
    return next(iter(shown or declared), None), bool(shown)


def _find_title(tree: Element, linked: LinkedArticle, metadata: PageMetadata) -> str | None:
    """Give the headline as the page shows it, where metadata bear it out; else what they say."""
    shown = list(headlines(tree))
    declared = [title for title in (linked.headline, metadata.title, window_title(tree)) if title]
    for title in declared:
        for heading in shown:
            if _alike(heading, title):
                return heading if len(heading) <= len(title) else title
    full = [heading for heading in shown if len(heading.split()) >= _WORDS_OF_A_HEADLINE]
    if len(full) == 1:
        return full[0]
    bare = _SITE_SUFFIX.sub("", window_title(tree) or "")
    title = linked.headline or metadata.title or bare or next(iter(shown), None)
    site = re.escape(metadata.site or linked.publisher or "")
    return re.sub(rf"\s+[|–—•·»:-]\s+{site}$", "", title) if title and site else title


def _alike(heading: str, title: str) -> bool:
    """Tell whether one is the other, or the other with the site's name or a label around it."""
    left, right = (re.sub(r"\W+", " ", words.casefold()).strip() for words in (heading, title))
    shorter, longer = sorted((left, right), key=len)
    return bool(shorter) and shorter in longer and 2 * len(shorter) > len(longer)


def _find_address(linked: LinkedArticle, metadata: PageMetadata, url: str | None) -> str | None:
    """Give the page's own address: its canonical one, unless that leads to another publisher.

    A page that names another's address as canonical carries syndicated copy; its own address is
    then the one it was fetched from or gives to social networks.
    """
    found = [
        urljoin(url or "", address)
        for address in (metadata.canonical, metadata.shared, linked.url)
        if address
    ]
    found = [address for address in found if _leads_to_a_page(address)]
    own = url or metadata.shared or (found[0] if found else None)
    if not own:
        return None
    same = [address for address in found if registered_domain(address) == registered_domain(own)]
    return same[0] if same else own


def _leads_to_a_page(address: str) -> bool:
    named = canonical(address)
    return named is not None and urlsplit(named).path.strip("/") != ""
