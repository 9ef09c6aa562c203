from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from stemma.model import Run
from stemma.stores import Store


class Links(HTMLParser):
    """Every address that a page names, and every inline script, style and handler."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.targets: list[str] = []
        self.inline: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src", "action", "hx-get"}:
                self.addresses.append(value or "")
            if name in {"href", "src"}:
                self.targets.append(value or "")
            if name.startswith("on") or name == "style":
                self.inline.append(f"{tag} {name}")
        if tag == "style" or (tag == "script" and not dict(attrs).get("src")):
            self.inline.append(tag)


def story_id(site: TestClient, words: str = "bridge") -> str:
    return site.get("/stories.json", params={"q": words}).json()["stories"][0]["id"]


def report_ids(site: TestClient) -> list[str]:
    told = site.get(f"/story/{story_id(site)}.json").json()
    return [report["id"] for report in told["reports"]]


@pytest.fixture
def pages(site: TestClient) -> list[str]:
    story, (left, right) = story_id(site), report_ids(site)
    return [
        "/stories",
        f"/story/{story}",
        f"/report/{left}",
        f"/compare?report={left}&report={right}",
        "/search?q=bridge",
        "/story/0000000000",
    ]


def test_pages_name_nothing_outside_and_run_nothing_inline(site: TestClient, pages: list[str]):
    for page in pages:
        links = Links(site.get(page).text)
        assert [one for one in links.addresses if urlsplit(one).netloc] == [], page
        assert links.inline == [], page


def test_what_pages_name_is_there(site: TestClient, pages: list[str]):
    for page in pages:
        for address in Links(site.get(page).text).targets:
            if address.startswith("/"):
                assert site.get(address).status_code in {200, 307}, (page, address)


def test_every_answer_tells_the_browser_to_run_nothing_foreign(site: TestClient, pages: list[str]):
    for page in [*pages, "/stories.json", "/static/desk.css"]:
        policy = site.get(page).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_every_page_has_the_same_for_programs(site: TestClient):
    story, (left, right) = story_id(site), report_ids(site)
    assert site.get(f"/story/{story}.json").json()["stories"][0]["id"] == story
    said = site.get(f"/report/{left}.json").json()
    assert said["story"] == story
    assert said["statements"]
    compared = site.get("/compare.json", params={"report": [left, right]}).json()
    assert {"passages", "differences", "attributed"} == set(compared)


def test_all_answers_for_programs_are_described(site: TestClient):
    described = site.get("/api/openapi.json").json()["paths"]
    assert {"/stories.json", "/story/{name}.json", "/report/{name}.json"} <= set(described)


def test_the_list_is_filtered(site: TestClient):
    page = site.get("/stories", params={"q": "otter"}).text
    assert "Bronze otter" in page
    assert "Halden bridge" not in page
    assert site.get("/stories.json", params={"q": "zebra"}).json()["found"] == 0


def test_a_story_without_dates_has_no_empty_line_for_them(site: TestClient, store: Store):
    with store.write() as ledger:
        for name, _ in ledger.summaries.order():
            story = ledger.stories.find(name)
            assert story
            (summary,) = ledger.summaries.several([name]).values()
            undated = replace(summary, first=None, last=None, seen=())
            run = Run(method="tests.v1")
            ledger.work.register(run)
            ledger.stories.keep(story, undated, told_from="undated", run=run, at="2026-05-10")
    page = site.get("/stories").text
    lines = [line.strip() for line in page.splitlines() if "names" in line]
    assert len(lines) == 2
    assert not any("<span></span>" in line or "·" in line for line in lines), lines


def test_the_beginning_of_an_id_leads_to_its_page(site: TestClient):
    story = story_id(site)
    answer = site.get(f"/story/{story.rpartition(':')[2][:8]}")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/story/{story}")


def test_a_page_is_told_again_only_after_a_change(site: TestClient):
    first = site.get("/stories")
    again = site.get("/stories", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.text) == (304, "")


@pytest.mark.parametrize("page", ["/story/zebra", "/report/ffff", "/nowhere", "/story/ffff.json"])
def test_what_is_not_there_says_so(site: TestClient, page: str):
    answer = site.get(page)
    assert answer.status_code == 404
    assert answer.text


def test_bytes_as_they_came_are_never_opened_by_a_browser(site: TestClient):
    answer = site.get(f"/report/{report_ids(site)[0]}.raw")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert b"HALDEN" in answer.content


def test_what_is_kept_is_searched(site: TestClient):
    page = site.get("/search", params={"q": "surveyor"}).text
    assert "<mark>surveyor</mark>" in page
    assert site.get("/search.json", params={"q": "surveyor"}).json()["total"] > 0
    assert "nothing" not in site.get("/search").text
    assert site.get("/search", params={"q": '"unclosed'}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "room"),
    [
        ("bridge kind:text", "/span/"),
        ("bridge kind:claim", "/claim/"),
        ("Halden kind:name", "/story/"),
    ],
)
def test_a_hit_leads_to_its_words_its_claim_or_its_story(site: TestClient, asked: str, room: str):
    page = site.get("/search", params={"q": asked}).text
    found = [one for one in Links(page).targets if one.startswith(room)]
    assert found
    assert site.get(found[0], follow_redirects=True).status_code == 200


@pytest.mark.parametrize("question", ["/compare", "/compare?report=aa", "/stories?page=0"])
def test_a_question_that_makes_no_sense_is_told_in_words(site: TestClient, question: str):
    answer = site.get(question)
    assert answer.status_code == 422
    assert answer.headers["content-type"].startswith("text/html")
    assert "That did not work" in answer.text


@pytest.mark.parametrize(("ending", "kind"), [("html", "text/html"), ("md", "text/markdown")])
def test_a_story_can_be_taken_away(site: TestClient, ending: str, kind: str):
    answer = site.get(f"/story/{story_id(site)}.{ending}")
    assert answer.headers["content-type"].startswith(kind)
    assert "attachment" in answer.headers["content-disposition"]
    assert "Halden" in answer.text
