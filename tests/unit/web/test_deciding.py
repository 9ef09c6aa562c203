import pytest
from fastapi.testclient import TestClient


def find_reports(site: TestClient) -> tuple[str, str]:
    listed = site.get("/stories.json", params={"q": "bridge"}).json()["stories"]
    told = site.get(f"/story/{listed[0]['id']}.json").json()
    left, right = told["stories"][0]["reports"]
    return left, right


def count_stories(site: TestClient) -> int:
    return site.get("/stories.json").json()["found"]


def part(site: TestClient, headers: dict[str, str] | None = None) -> int:
    form = {
        "kind": "different_story",
        "name": [*find_reports(site)],
        "author": "Ada Fenn",
        "reason": "two bridges",
        "back": "/stories",
    }
    return site.post("/decide", data=form, headers=headers or {}).status_code


def test_what_is_decided_on_a_page_is_told_at_once_and_can_be_undone(site: TestClient):
    before = count_stories(site)
    assert part(site) == 303
    assert count_stories(site) == before + 1
    page = site.get("/verdicts").text
    assert "two bridges" in page
    assert "Ada Fenn" in page
    (listed,) = site.get("/verdicts.json").json()
    verdict = site.get("/verdicts.json").json()[0]["verdict"]
    assert listed["state"] == "in force"
    undone = site.post("/undo", data={"name": name_of(site), "author": "Ada Fenn"})
    assert (undone.status_code, verdict["kind"]) == (303, "different_story")
    assert count_stories(site) == before


def name_of(site: TestClient) -> str:
    page = site.get("/verdicts").text
    return page.partition('<li id="')[2].partition('"')[0]


def test_programs_decide_by_json(site: TestClient):
    ruling = {"kind": "different_story", "names": [*find_reports(site)], "author": "Ada Fenn"}
    decided = site.post("/verdicts.json", json=ruling).json()
    assert decided["verdict"]["kind"] == "different_story"
    assert len(decided["stories"]) == 2


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}],
)
def test_no_other_sites_page_decides_in_a_readers_name(site: TestClient, headers: dict[str, str]):
    assert part(site, headers) == 403
    assert site.get("/verdicts.json").json() == []


def test_no_other_name_leads_to_the_desk(site: TestClient):
    assert site.get("/stories", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_a_form_leads_back_to_our_own_pages_alone(site: TestClient, back: str):
    form = {
        "kind": "different_story",
        "name": [*find_reports(site)],
        "author": "Ada Fenn",
        "back": back,
    }
    assert site.post("/decide", data=form).headers["location"] == "/verdicts"


def test_what_cannot_be_decided_is_told_in_words(site: TestClient):
    form = {"kind": "different_story", "name": ["ffff", "eeee"], "author": "Ada Fenn"}
    answer = site.post("/decide", data=form)
    assert answer.status_code == 404
    assert "ffff" in answer.text
