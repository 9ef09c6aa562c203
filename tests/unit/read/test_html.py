import json
import time

import pytest

from stemma.errors import UnreadableError
from stemma.read.draft import Draft
from stemma.read.html import read_html

_TEXT = """
The ferry Corrie struck a sandbank off Tarn Island on Monday evening with ninety on board.
“We felt a jolt and then everything went quiet,” said Ann Ox, a schoolteacher on her way home.
Two lifeboats took the passengers to the harbour before midnight, and nobody was hurt.
The vessel was refloated at high tide. Divers will look at the hull before services resume.
"""
_PARAGRAPHS = tuple(_TEXT.strip().split("\n"))
_LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#us", "name": "The Tarn Courier"},
        {
            "@type": ["ReportageNewsArticle"],
            "headline": "Ferry runs aground off Tarn Island",
            "datePublished": "2031-05-12T21:30:00+01:00",
            "dateModified": "2031-05-13T08:00:00+01:00",
            "author": [
                {"@type": "Person", "name": "Bo Ely"},
                {"@type": "Person", "name": "Cy Fenn"},
            ],
            "publisher": {"@id": "#us"},
        },
    ],
}


def _page(*, head: str = "", body: str | None = None, linked: object = None) -> str:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in _PARAGRAPHS)
    article = f"<article><h1>Ferry runs aground off Tarn Island</h1>{paragraphs}</article>"
    return (
        f'<!doctype html><html lang="en-GB"><head><title>Ferry runs aground off Tarn Island | '
        f"Tarn Courier</title>{head}{script}</head><body>"
        '<nav><a href="/">Home</a> <a href="/news">News</a></nav>'
        f"{article if body is None else body}"
        "<footer><p>© The Tarn Courier. <a href='/terms'>Terms</a></p></footer></body></html>"
    )


def _read(page: str, url: str | None = None) -> Draft:
    return read_html(page, path="page.html", url=url)


def test_the_paragraphs_come_in_order_and_menus_do_not():
    lines = _read(_page()).lines
    assert [line for line in lines if line in _PARAGRAPHS] == list(_PARAGRAPHS)
    assert not any("Home" in line or "Terms" in line for line in lines)


def test_linked_data_are_trusted_first():
    draft = _read(_page(linked=_LINKED, head='<meta name="author" content="Web Desk">'))
    assert draft.title == "Ferry runs aground off Tarn Island"
    assert draft.authors == ("Bo Ely", "Cy Fenn")
    assert draft.outlet == "The Tarn Courier"
    assert draft.published[0].value == "2031-05-12T20:30:00Z"
    assert "JSON-LD" in draft.published[0].basis


def test_meta_tags_serve_where_there_are_no_linked_data():
    head = (
        '<meta property="og:site_name" content="Tarn Courier">'
        '<meta property="article:published_time" content="2031-05-12T20:30:00Z">'
        '<meta name="author" content="By Bo Ely and Cy Fenn">'
        '<link rel="canonical" href="https://www.tarncourier.example/news/ferry?utm_source=x">'
        '<meta name="description" content="Nobody was hurt.">'
    )
    draft = _read(_page(head=head))
    assert draft.outlet == "Tarn Courier"
    assert draft.url == "https://tarncourier.example/news/ferry"
    assert draft.authors == ("Bo Ely", "Cy Fenn")
    assert draft.standfirst == "Nobody was hurt."
    assert [date.value for date in draft.published][:1] == ["2031-05-12T20:30:00Z"]


def test_the_site_is_taken_off_a_window_title():
    page = _page(body="<div>" + "".join(f"<p>{p}</p>" for p in _PARAGRAPHS) + "</div>")
    assert _read(page).title == "Ferry runs aground off Tarn Island"


def test_the_address_it_was_fetched_from_serves_where_the_page_names_none():
    draft = _read(_page(), url="https://m.tarncourier.example/news/ferry#top")
    assert draft.url == "https://tarncourier.example/news/ferry"
    assert draft.outlet == "tarncourier.example"


def test_an_agency_named_as_author_is_kept_as_such():
    linked = {"@type": "NewsArticle", "headline": "Ferry", "author": {"name": "Associated Press"}}
    assert _read(_page(linked=linked)).agencies == ("Associated Press",)


def test_a_page_without_any_date_gives_none_rather_than_today():
    assert _read(_page()).published == ()


def test_subheads_stay_as_lines_of_their_own():
    inner = "".join(f"<p>{p}</p>" for p in _PARAGRAPHS[:2])
    more = "".join(f"<p>{p}</p>" for p in _PARAGRAPHS[2:])
    draft = _read(_page(body=f"<article>{inner}<h2>What happens next</h2>{more}</article>"))
    assert "What happens next" in draft.lines


def test_the_text_in_linked_data_serves_where_the_page_shows_none():
    linked = {"@type": "NewsArticle", "headline": "Ferry", "articleBody": "\n\n".join(_PARAGRAPHS)}
    draft = _read(_page(linked=linked, body='<div id="app"></div>'))
    assert draft.lines == _PARAGRAPHS


def test_script_and_markup_in_a_title_are_only_text():
    head = '<meta property="og:title" content="&lt;script&gt;alert(1)&lt;/script&gt; Ferry">'
    body = (
        "<div>"
        + "".join(f"<p>{p}</p>" for p in _PARAGRAPHS)
        + "<script>document.write('x')</script></div>"
    )
    draft = _read(_page(head=head, body=body))
    assert not any("document.write" in line for line in draft.lines)


@pytest.mark.parametrize(
    "broken",
    ['{"@type": "NewsArticle", "headline": ', "[" * 5000, '"text"', '{"@type": 5, "headline": {}}'],
)
def test_broken_linked_data_are_passed_over(broken: str):
    page = _page(head=f'<script type="application/ld+json">{broken}</script>')
    assert _PARAGRAPHS[0] in _read(page).lines


@pytest.mark.parametrize(
    "tag", ["div", "span", "blockquote", "ul><li", "table><tr><td", "b", "font"]
)
def test_deep_nesting_neither_crashes_nor_takes_long(tag: str):
    opening = f"<{tag}>" * 20_000
    began = time.monotonic()
    paragraphs = "".join(f"<p>{p}</p>" for p in _PARAGRAPHS)
    draft = _read(_page(body=f"<article>{paragraphs}</article>{opening}deep"))
    assert _PARAGRAPHS[0] in " ".join(draft.lines)
    assert time.monotonic() - began < 5


def test_a_page_cut_short_gives_what_there_is():
    page = _page()
    cut = page[: page.index("Divers will")]
    assert _PARAGRAPHS[1] in _read(cut).lines


def test_bytes_that_make_no_element_are_refused():
    with pytest.raises(UnreadableError, match=r"'page\.html'"):
        _read("<!-- nothing -->")


def test_preformatted_text_keeps_its_paragraphs():
    text = "\n\n".join(_PARAGRAPHS)
    assert _read(f"<html><body><pre>{text}</pre></body></html>").lines == _PARAGRAPHS


def test_a_page_laid_out_in_a_table_is_read():
    cell = "<br><br>".join(_PARAGRAPHS)
    draft = _read(f"<html><body><table><tr><td>Menu</td><td>{cell}</td></tr></table></body></html>")
    assert set(_PARAGRAPHS) <= set(draft.lines)


def test_a_foreign_canonical_address_does_not_make_it_the_other_outlets():
    head = (
        '<link rel="canonical" href="https://skerrypost.example/ferry">'
        '<meta property="og:url" content="https://tarncourier.example/news/ferry">'
    )
    assert _read(_page(head=head)).url == "https://tarncourier.example/news/ferry"


def test_a_standfirst_that_the_page_shows_is_a_line_and_one_that_it_hides_is_not():
    head = '<meta name="description" content="Nobody was hurt, the island is relieved.">'
    body = "<article><h1>Ferry</h1>{}" + "".join(f"<p>{p}</p>" for p in _PARAGRAPHS) + "</article>"
    shown = _page(head=head, body=body.format("<h2>Nobody was hurt, the island is relieved.</h2>"))
    assert "Nobody was hurt, the island is relieved." in _read(shown).lines
    hidden = _read(_page(head=head, body=body.format("")))
    assert "Nobody was hurt, the island is relieved." not in hidden.lines
    assert hidden.standfirst == "Nobody was hurt, the island is relieved."
