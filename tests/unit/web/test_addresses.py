import csv
from io import StringIO
from typing import Any

import pytest
from fastapi.testclient import TestClient


@pytest.fixture
def coverage(site: TestClient) -> dict[str, Any]:
    listed = site.get("/stories.json", params={"q": "bridge"}).json()["stories"]
    return site.get(f"/story/{listed[0]['id']}.json").json()


def digits(name: str) -> str:
    return name.rpartition(":")[2]


@pytest.mark.parametrize(("kind", "several"), [("claim", "claims"), ("finding", "findings")])
def test_a_claim_and_a_finding_have_an_address(
    site: TestClient, coverage: dict[str, Any], kind: str, several: str
):
    (story,) = coverage["stories"]
    name = story[several][0]["id"]
    answer = site.get(f"/{kind}/{digits(name)}")
    assert answer.status_code == 307
    page, _, anchor = answer.headers["location"].partition("#")
    assert page == f"/story/{story['id']}"
    assert f'id="{anchor}"' in site.get(page).text


def test_statements_figures_and_any_words_lead_to_the_words(
    site: TestClient, coverage: dict[str, Any]
):
    (story,) = coverage["stories"]
    statement = story["statements"][0]
    span = statement["content"][0]
    where = f"/story/{story['id']}#span-{digits(span['report'])}-{span['start']}-{span['end']}"
    assert site.get(f"/statement/{digits(statement['id'])}").headers["location"] == where
    words = f"/span/{digits(span['report'])}/{span['start']}-{span['end']}"
    assert site.get(words).headers["location"] == where
    figure = story["figures"][0]
    assert "#span-" in site.get(f"/figure/{digits(figure['id'])}").headers["location"]


@pytest.mark.parametrize("place", ["5-5", "9-5", "0-99999999", "x-y"])
def test_words_that_are_not_there_are_not_found(
    site: TestClient, coverage: dict[str, Any], place: str
):
    assert site.get(f"/span/{digits(coverage['reports'][0]['id'])}/{place}").status_code == 404


def test_what_is_not_told_any_more_says_what_became_of_its_story(
    site: TestClient, coverage: dict[str, Any]
):
    story = coverage["stories"][0]
    answer = site.get("/claim/0123456789abcdef", params={"story": digits(story["id"])})
    assert answer.status_code == 404
    assert "not told any more" in answer.text
    assert f"/story/{story['id']}" in answer.text
    assert "founded" in answer.text
    assert site.get("/finding/0123456789abcdef").status_code == 404
    assert site.get("/claim/x", params={"story": "<b>"}).status_code == 404


@pytest.mark.parametrize("table", ["claims", "figures", "timeline"])
def test_a_story_is_taken_away_as_tables(site: TestClient, coverage: dict[str, Any], table: str):
    answer = site.get(f"/story/{coverage['stories'][0]['id']}/{table}.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.content.startswith(b"\xef\xbb\xbf")
    texts = {report["id"]: report["text"] for report in coverage["reports"]}
    for row in csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))):
        words = texts[row["report"]][int(row["start"]) : int(row["end"])]
        assert row["quote"].removeprefix("'") == words.replace("\r", "")
