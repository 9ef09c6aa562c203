"""Invented reports in every format that is read, with payloads in every field of each."""

import json
from collections.abc import Callable, Sequence
from html import escape

from tests.journeys.hostile.payloads import ADDRESSES, PAYLOADS, in_turns

from stemma.read import Raw

_LONE = "\udcfe\ud800"
"""What a file name that is not UTF-8 becomes (PEP 383), and what JSON can write."""

_ROUNDS = 10
"""Reports of each format."""


class Hostile:
    """Gives the next payloads for every field: several for a text, two for a name or a title.

    Over all rounds of all formats, each field has every payload.
    """

    def __init__(self, number: int) -> None:
        """Begin elsewhere for each report."""
        self._texts = in_turns(_join(PAYLOADS, _ROUNDS - 1), first=number)
        self._names = in_turns(_join(PAYLOADS, 2), first=number)
        self._links = in_turns(ADDRESSES, first=number)

    def text(self) -> str:
        return next(self._texts)

    def name(self) -> str:
        """Give payloads on one line, no longer than names and titles are."""
        return _one_line(next(self._names))[:400]

    def link(self) -> str:
        return next(self._links)


def _join(payloads: Sequence[str], count: int) -> tuple[str, ...]:
    return tuple(" ".join(payloads[at : at + count]) for at in range(0, len(payloads), count))


_FERRY = (
    "The ferry from Ostwick to Sarrow ran aground on a sandbank on Monday, the coastguard said.",
    '"All 41 passengers {0} were taken off in two hours," said {1} Maren Tolle of the coastguard.',
    "According to {2}, the tide had fallen by 3 metres when the ferry left the harbour late.",
    "The Tarn Post reported that {3} had warned the owner of the sand in April.",
)
_MILL = (
    "A fire destroyed the paper mill of Kestrin on Tuesday night, and 120 people lost their work.",
    '"It began in the hall {0}," said {1} Jonas Haft, who leads the fire service of Kestrin.',
    "According to {2}, the mill had been inspected in January and nothing had been found wrong.",
    "The Valley Echo reported that {3} denied that the alarm had been switched off by its owner.",
)
_VOTE = (
    "The council of Brannock voted on Thursday to close the museum of clocks, 12 votes to 9.",
    '"We cannot pay for its roof {0}," said {1} Ilse Marrow, the treasurer of the council.',
    "According to {2}, the roof would cost 800,000 crowns, of which the state had offered half.",
    "The Brannock Courier reported that {3} had handed over a petition of visitors in May.",
)
_GAPS = 4
EVENTS = (_FERRY, _MILL, _VOTE)


def make_inputs() -> list[Raw]:
    """Give reports of every format, all their fields hostile, as their names and addresses are."""
    found: list[Raw] = []
    for place, (ending, make) in enumerate(FORMATS.items()):
        for turn in range(_ROUNDS):
            hostile = Hostile(place * _ROUNDS + turn)
            content, kind = make(EVENTS[place % len(EVENTS)], hostile)
            path = f"{hostile.text()}/{hostile.link()}{_LONE if not turn else ''}.{ending}"
            found.append(Raw(path=path, content=content, url=hostile.link(), content_type=kind))
    return found


Made = tuple[bytes, str | None]
Make = Callable[[Sequence[str], Hostile], Made]


def _lines(event: Sequence[str], hostile: Hostile) -> list[str]:
    return [line.format(*(hostile.text() for _ in range(_GAPS))) for line in event]


def _plain(event: Sequence[str], hostile: Hostile) -> Made:
    head = [
        f"{hostile.text()} news at {hostile.text()}",
        f"By {hostile.text()}, The {hostile.text()} Post",
        f"OSTWICK, March 3 ({hostile.text()}) -",
    ]
    foot = [f"Read more: {hostile.link()}", f"({hostile.text()} News Agency)"]
    return _encode("\n\n".join([*head, *_lines(event, hostile), *foot])), None


def _fields(event: Sequence[str], hostile: Hostile) -> Made:
    """Write a text with a header of ``key: value`` lines."""
    head = [
        f"Title: {hostile.name()}",
        f"Author: {hostile.name()}",
        "Date: 2026-03-03",
        f"Outlet: {hostile.name()}",
        f"URL: {_one_line(hostile.link())}",
    ]
    return _encode("\n".join(head) + "\n\n" + "\n\n".join(_lines(event, hostile))), None


def _markdown(event: Sequence[str], hostile: Hostile) -> Made:
    front = [
        "---",
        f"title: {hostile.name()}",
        f"author: [{hostile.name()}, 'Tove {hostile.name()}']",
        f"date: 2026-03-03 {hostile.name()}",
        f"source: {hostile.name()}",
        f"url: {_one_line(hostile.link())}",
        f"language: en{hostile.name()}",
        "---",
        f"# {hostile.name()}",
    ]
    lines = _lines(event, hostile)
    link = f"[{hostile.name()}]({_one_line(hostile.link())} '{hostile.name()}')"
    picture = f"![{hostile.name()}]({_one_line(hostile.link())})"
    return _encode(
        "\n".join(front) + "\n\n" + "\n\n".join([*lines, link, picture])
    ), "text/markdown"


def _page(event: Sequence[str], hostile: Hostile) -> Made:
    """Write a page whose words are hostile, and well escaped."""
    return _encode(_write_page(event, hostile, escape)), "text/html; charset=utf-8"


def _broken_page(event: Sequence[str], hostile: Hostile) -> Made:
    """Write a page in which what is hostile is as alive as it can be."""
    return _encode(_write_page(event, hostile, str)), "text/html"


def _write_page(event: Sequence[str], hostile: Hostile, write: Callable[[str], str]) -> str:
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": hostile.link(),
        "headline": hostile.name(),
        "alternativeHeadline": hostile.text(),
        "description": hostile.text(),
        "datePublished": "2026-03-03T08:00:00Z",
        "dateModified": hostile.text(),
        "author": [{"@type": "Person", "name": hostile.name(), "url": hostile.link()}],
        "publisher": {"@type": "Organization", "name": hostile.name(), "logo": hostile.link()},
        "mainEntityOfPage": {"@id": hostile.link()},
        "inLanguage": f"en{hostile.text()}",
        "url": hostile.link(),
    }
    properties = ("og:title", "og:description", "og:site_name", "article:author", "og:locale")
    names = ("author", "description", "publisher", "twitter:title", "dc.creator", "date")
    meta = [f'<meta property="{name}" content="{write(hostile.name())}">' for name in properties]
    meta += [f'<meta name="{name}" content="{write(hostile.text())}">' for name in names]
    meta += [
        f'<link rel="canonical" href="{write(hostile.link())}">',
        f'<link rel="amphtml" href="{write(hostile.link())}">',
        f'<link rel="alternate" type="application/rss+xml" href="{write(hostile.link())}">',
        f'<meta property="og:url" content="{write(hostile.link())}">',
        f'<meta property="og:image" content="{write(hostile.link())}">',
    ]
    data = json.dumps(linked).replace("</", "<\\/")
    paragraphs = "\n".join(f"<p>{write(line)}</p>" for line in _lines(event, hostile))
    return f"""<!doctype html>
<html lang="en"><head><title>{write(hostile.name())} | {write(hostile.text())}</title>
{"".join(meta)}
<script type="application/ld+json">{data}</script></head>
<body><header><nav><a href="{write(hostile.link())}">{write(hostile.text())}</a></nav></header>
<article><h1>{write(hostile.name())}</h1>
<p class="byline">By <a rel="author" href="{write(hostile.link())}">{write(hostile.name())}</a></p>
<time datetime="2026-03-03" title="{write(hostile.text())}">3 March 2026</time>
<figure><img alt="{write(hostile.text())}" src="{write(hostile.link())}">
<figcaption>{write(hostile.text())} / {write(hostile.text())} Agency</figcaption></figure>
{paragraphs}
<p><a href="{write(hostile.link())}">{write(hostile.text())}</a></p></article>
<aside>{write(hostile.text())}</aside></body></html>"""


def _record(event: Sequence[str], hostile: Hostile) -> dict[str, object]:
    return {
        "url": hostile.link(),
        "source_url": hostile.link(),
        "title": hostile.name(),
        "description": hostile.text(),
        "authors": [hostile.name(), {"name": f"Tove {hostile.name()}"}],
        "publisher": {"name": hostile.name()},
        "sitename": hostile.name(),
        "date_publish": "2026-03-03",
        "date": hostile.text(),
        "language": f"en{hostile.text()}",
        hostile.text(): hostile.text(),
        "text": "\n".join([*_lines(event, hostile), f"{_LONE} {hostile.text()}"]),
    }


def _json(event: Sequence[str], hostile: Hostile) -> Made:
    return json.dumps(_record(event, hostile)).encode(), "application/json"


def _json_lines(event: Sequence[str], hostile: Hostile) -> Made:
    record = _record(event, hostile)
    sections = [{"headline": [hostile.name()], "paragraphs": _lines(event, hostile)}]
    record["body"] = {"summary": [hostile.text()], "sections": sections}
    rows = [json.dumps(record), json.dumps({hostile.text(): hostile.text()}), hostile.text()]
    return _encode("\n".join(rows)), "application/x-ndjson"


FORMATS: dict[str, Make] = {
    "txt": _plain,
    "text": _fields,
    "md": _markdown,
    "html": _page,
    "htm": _broken_page,
    "json": _json,
    "jsonl": _json_lines,
}


def make_lists(hostile: Hostile) -> list[bytes]:
    """Give a feed of every format, a sitemap and its index, and a list of feeds."""
    title, address = escape(hostile.name()), escape(hostile.link())
    rest = escape(hostile.text())
    rss = (
        f'<rss version="2.0"><channel><title>{title}</title><link>{address}</link><item>'
        f"<title>{rest}</title><link>{address}</link><guid>{address}</guid><description>"
        f"<![CDATA[{hostile.text()}]]></description></item></channel></rss>"
    )
    atom = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title><entry><title '
        f'type="html">{rest}</title><id>{address}</id><link href="{address}"/></entry></feed>'
    )
    sitemap = f"<urlset><url><loc>{address}</loc><lastmod>{rest}</lastmod></url></urlset>"
    index = f"<sitemapindex><sitemap><loc>{address}</loc></sitemap></sitemapindex>"
    opml = f'<opml><body><outline text="{title}" xmlUrl="{address}" title="{rest}"/></body></opml>'
    page = (
        f'<html><head><link rel="alternate" type="application/rss+xml" title="{title}" '
        f'href="{address}"></head></html>'
    )
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": hostile.text(),
        "items": [{"id": hostile.link(), "url": hostile.link(), "title": hostile.text()}],
    }
    written = [_encode(one) for one in (rss, atom, sitemap, index, opml, page)]
    return [*written, json.dumps(feed).encode()]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
