import re
from importlib import import_module
from typing import Any

from stemma.model import Coverage
from stemma.tell.as_html import to_html

html: Any = import_module("lxml.html")
"""Untyped on purpose: lxml ships no types."""


def test_words_of_reports_are_escaped_everywhere(coverage: Coverage):
    assert "<b>again</b>" not in to_html(coverage)
    assert "&lt;b&gt;again" in to_html(coverage)


def test_the_page_asks_nothing_of_any_network(coverage: Coverage):
    page = html.fromstring(to_html(coverage))
    loaded = page.xpath("//@src") + page.xpath("//link/@href") + page.xpath("//form/@action")
    assert all(address == "data:," for address in loaded)
    assert not re.search(r"url\(\s*['\"]?(?!#)", to_html(coverage))


def test_every_link_inside_the_page_leads_somewhere(coverage: Coverage):
    page = html.fromstring(to_html(coverage))
    anchors = {f"#{name}" for name in page.xpath("//@id")}
    assert set(page.xpath("//a/@href")) <= anchors


def test_each_id_stands_once(coverage: Coverage):
    names = html.fromstring(to_html(coverage)).xpath("//@id")
    assert len(names) == len(set(names))


def test_each_answer_with_words_has_words_marked_in_the_texts(coverage: Coverage):
    page = html.fromstring(to_html(coverage))
    marked = {key for keys in page.xpath("//*[@data-in]/@data-in") for key in keys.split()}
    picks = set(page.xpath("//*[@data-pick]/@data-pick"))
    assert picks - marked == {"s1-x0"}


def test_what_was_cut_and_what_was_not_read_is_shown(coverage: Coverage):
    text = html.fromstring(to_html(coverage)).text_content()
    assert "Share this" in text
    assert "El puente está cerrado." in text
    assert "x.bin: binary" in text
