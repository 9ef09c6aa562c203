import re
from dataclasses import replace
from importlib import import_module
from typing import Any

from stemma.model import Coverage
from stemma.tell.as_html import to_html
from stemma.tell.lookup import Lookup

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


def test_each_answer_points_at_words_that_stand_in_the_texts(coverage: Coverage):
    page = html.fromstring(to_html(coverage))
    pointed = page.xpath("//*[@data-words]/@data-words") + page.xpath("//*[@data-at]/@data-at")
    lookup = Lookup(coverage)
    texts = {str(lookup.number(one.id)): one.text for one in lookup.texts(coverage.stories[0])}
    for place in " ".join(pointed).split():
        number, start, end = re.split(r"[.-]", place)
        assert 0 <= int(start) < int(end) <= len(texts[number])


def test_texts_and_columns_are_numbered_in_the_order_in_which_they_stand(coverage: Coverage):
    (story,) = coverage.stories
    families = story.stemma.families[::-1]
    story = replace(story, stemma=replace(story.stemma, families=families))
    page = html.fromstring(to_html(replace(coverage, stories=(story,))))
    numbers = ["1", "2"]
    assert page.xpath("//section[@data-number]/@data-number") == numbers
    assert page.xpath("//tr[@class='numbers']/td[@title]/text()") == numbers
    assert page.xpath("//section[@data-number]//*[@data-label]/text()")[0] == "Valley News"


def test_each_pick_knows_its_words(coverage: Coverage):
    page = html.fromstring(to_html(coverage))
    held = set(page.xpath("//*[@data-words and @data-pick]/@data-pick"))
    held |= set(page.xpath("//@data-words-of"))
    assert set(page.xpath("//@data-pick")) <= held


def test_a_page_knows_where_each_line_of_a_text_begins(coverage: Coverage):
    page = html.fromstring(to_html(coverage))
    section = page.get_element_by_id("s1-2")
    for line in section.xpath(".//*[@data-start]"):
        start = int(line.get("data-start"))
        assert coverage.reports[1].text[start:].startswith(line.text_content())


def test_claims_and_findings_have_addresses_on_the_page(coverage: Coverage):
    page = html.fromstring(to_html(coverage))
    names = set(page.xpath("//@id"))
    assert {"claim-hurt", "finding-hurt"} <= names
    assert set(page.xpath("//@data-link")) <= names


def test_why_each_line_of_the_stemma_is_drawn_stands_in_a_list(coverage: Coverage):
    page = html.fromstring(to_html(coverage))
    (reasons,) = page.xpath("//*[@data-reasons]")
    assert "its dateline names CPA" in reasons.text_content()
    assert [quote.text for quote in reasons.xpath(".//q")] == ["hurt"]


def test_what_was_cut_and_what_was_not_read_is_shown(coverage: Coverage):
    text = html.fromstring(to_html(coverage)).text_content()
    assert "Share this" in text
    assert "El puente está cerrado." in text
    assert "x.bin: binary" in text
