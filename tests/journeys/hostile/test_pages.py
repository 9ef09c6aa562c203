"""Whatever a report, a name or a question says, it stays text: on every page and in every file."""

import csv
import json
from html.parser import HTMLParser
from io import StringIO
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient
from tests.journeys.hostile.conftest import LOGIN, Desk
from tests.journeys.hostile.inputs import Hostile, make_lists
from tests.journeys.hostile.payloads import ADDRESSES, HOST, MARK, PAYLOADS, PRODUCT

from stemma.errors import StemmaError
from stemma.model import Alert, Span
from stemma.watch.delivery.atom import to_atom
from stemma.watch.feeds import read_listing

_ADDRESSES = frozenset(
    [
        "action",
        "formaction",
        "href",
        "src",
        "srcset",
        "xlink:href",
        "data",
        "background",
        "hx-get",
        "hx-post",
        "hx-push-url",
        "poster",
        "ping",
    ]
)
_OURS = {"data:,"}
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


class Elements(HTMLParser):
    """What a browser would be told to do by a page, and should not."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.dangers: list[str] = []
        self.feed(page)
        if PRODUCT in page:
            self.dangers.append("a template was filled")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            address = name in _ADDRESSES and not _is_harmless(value or "")
            if name == MARK or name.startswith(("on", "hx-on")) or address or name == "srcdoc":
                self.dangers.append(f"<{tag} {name}={value!r}>")


def _is_harmless(address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return address in _OURS or (parts.scheme in {"http", "https"} and parts.netloc != HOST)
    return address in {"", "true"} or address.startswith(("#", "/", "?"))


def dangers(site: TestClient, path: str) -> list[str]:
    answer = site.get(path)
    assert answer.status_code < 500, path
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "hostile" not in answer.headers.get("set-cookie", "")
    return Elements(answer.text).dangers


def test_every_page_shows_hostile_text_as_text(desk: Desk):
    site = desk.open()
    assert len(desk.reports) > 40
    found = {path: told for path in desk.pages if (told := dangers(site, path))}
    assert found == {}


def test_payloads_do_reach_the_pages(desk: Desk):
    site = desk.open()
    shown = " ".join(site.get(path).text for path in desk.pages)
    assert shown.count(f"{MARK}&gt;hostile()") > 100
    assert shown.count("javascript:hostile()") > 20
    assert "{{ 7919*6841 }}" in shown


def test_names_of_accounts_and_tokens_stay_text(desk: Desk):
    site = desk.open(shared=True)
    for path in ("/accounts", "/account", "/audit", "/stories", "/verdicts"):
        assert dangers(site, path) == [], path
    assert "&lt;script" in site.get("/accounts").text


@pytest.mark.parametrize(
    "path", ["/stories?q=", "/search?q=", "/story/", "/report/", "/compare?report=aa&report=", "/"]
)
def test_what_an_address_asks_stays_text(desk: Desk, path: str):
    site, shared = desk.open(), TestClient(desk.shared, base_url="http://127.0.0.1")
    for payload in PAYLOADS:
        asked = path + quote(payload[:150], safe="")
        assert dangers(site, asked) == [], payload
        assert dangers(shared, asked) == [], payload


@pytest.mark.parametrize("field", ["outlet", "place", "person", "kind", "since", "until", "page"])
def test_what_a_filter_asks_stays_text(desk: Desk, field: str):
    site = desk.open()
    for payload in PAYLOADS:
        assert dangers(site, f"/stories?{field}={quote(payload[:150], safe='')}") == [], payload


def test_what_came_of_adding_is_told_in_text(desk: Desk):
    site = desk.open()
    hostile = Hostile(3)
    several = [("files", (f"{hostile.name()}.txt", b"no. %d" % at)) for at in range(8)]
    told = site.post("/add", files=several, data={"url": hostile.link(), "outlet": hostile.name()})
    assert told.status_code == 200
    assert "8 not read" in told.text
    assert Elements(told.text).dangers == []


def test_nobody_is_led_elsewhere(desk: Desk):
    site = TestClient(desk.shared, base_url="http://127.0.0.1", follow_redirects=False)
    for address in (
        *ADDRESSES,
        f"/\\{HOST}",
        f"/\t/{HOST}",
        f"//{HOST}",
        f"/{HOST}//",
        "/%0d%0aX: y",
    ):
        told = site.get("/login", params={"next": address})
        assert Elements(told.text).dangers == []
        form = {"name": "nobody", "password": "no password", "next": address}
        assert Elements(site.post("/login", data=form).text).dangers == []
        inside = desk.open(shared=True)
        again = inside.post("/login", data={**LOGIN, "next": address})
        parts = urlsplit(again.headers["location"])
        assert (parts.scheme, parts.netloc) == ("", ""), address
        assert again.headers["location"][:2] not in {"//", "/\\"}


def test_what_is_for_programs_is_json_and_nothing_a_browser_would_open(desk: Desk):
    site = desk.open()
    paths = ["/stories.json", "/verdicts.json", "/audit.json", "/search.json?q=hostile"]
    paths += [f"/story/{one}.json" for one in desk.stories]
    paths += [f"/report/{one}.json" for one in desk.reports]
    first, second, *_ = desk.reports
    paths += [f"/compare.json?report={first}&report={second}", "/story/<script>.json"]
    for path in paths:
        answer = site.get(path)
        assert answer.status_code < 500, path
        assert answer.headers["content-type"] == "application/json", path
        json.loads(answer.content)


def test_files_to_take_away_are_saved_and_not_opened(desk: Desk):
    site = desk.open()
    endings = (".md", ".html", "/claims.csv", "/figures.csv", "/timeline.csv")
    for story in desk.stories:
        for ending in endings:
            answer = site.get(f"/story/{story}{ending}")
            assert answer.status_code == 200, ending
            assert answer.headers["content-disposition"].startswith("attachment; filename=")
            assert "hostile" not in answer.headers["content-disposition"]
    for report in desk.reports:
        answer = site.get(f"/report/{report}.raw")
        assert answer.headers["content-type"] == "application/octet-stream"


def test_markdown_holds_no_markup(desk: Desk):
    site = desk.open()
    for story in desk.stories:
        text = site.get(f"/story/{story}.md").text
        assert Elements(text.replace("\\<", "&lt;")).dangers == []


def test_no_cell_of_a_table_is_a_formula(desk: Desk):
    site = desk.open()
    for story in desk.stories:
        for kind in ("claims", "figures", "timeline"):
            text = site.get(f"/story/{story}/{kind}.csv").text.removeprefix("\ufeff")
            for row in csv.reader(StringIO(text)):
                assert [cell for cell in row if cell.startswith(_FORMULAS)] == []


def test_the_stream_holds_events_of_ours_alone(desk: Desk):
    site = desk.open()
    newest = site.get("/live", params={"after": "nothing"})
    assert newest.status_code == 422
    story = desk.stories[0]
    assert set(story) <= set("abcdefghijklmnopqrstuvwxyz0123456789:")


def test_lists_of_news_lead_to_web_addresses_alone():
    for first in range(len(PAYLOADS)):
        for content in make_lists(Hostile(first)):
            try:
                listing = read_listing(
                    content, url="https://paper.example/feed", content_type=None, limit=1 << 20
                )
            except StemmaError:
                continue
            for one in (*listing.entries, *listing.onward):
                assert urlsplit(one.url).scheme in {"http", "https"}, one


def test_alerts_stay_text_in_a_feed():
    span = Span(report="report:sha256:00", start=0, end=1)
    alerts = [
        Alert(
            id=f"alert:{at}",
            kind="new_story",
            story="story:sha256:00",
            at="2026-05-10T08:00:00Z",
            message=payload,
            evidence=(span,),
            quotes=(payload,),
        )
        for at, payload in enumerate(PAYLOADS)
    ]
    feed = ET.fromstring(to_atom(alerts))  # noqa: S314 - our own
    names = {element.tag.rpartition("}")[2] for element in feed.iter()}
    known = {"feed", "id", "title", "updated", "generator", "author", "name", "entry", "category"}
    assert names <= known | {"content", "div", "p", "blockquote"}
    assert not any(MARK in element.attrib for element in feed.iter())
