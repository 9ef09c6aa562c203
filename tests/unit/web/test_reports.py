from typing import Any

from fastapi.testclient import TestClient


def story(site: TestClient) -> dict[str, Any]:
    listed = site.get("/stories.json", params={"q": "bridge"}).json()["stories"]
    return site.get(f"/story/{listed[0]['id']}.json").json()["stories"][0]


def test_what_is_said_is_marked_in_the_text_and_listed_with_who_says_it(site: TestClient):
    told = story(site)
    said = next(one for one in told["statements"] if one["source"] and "risk" in one["text"])
    page = site.get(f"/report/{said['report']}").text
    assert 'class="saying" data-in="q' in page
    assert f'id="{said["id"]}"' in page
    assert "<b>Ilse Marrow" in page


def test_it_says_where_its_text_is_from_and_who_has_it_from_there(site: TestClient):
    told = story(site)
    for report in told["reports"]:
        page = site.get(f"/report/{report}").text
        edges = told["stemma"]["edges"]
        taken = [edge for edge in edges if edge["to"] == report]
        given = [edge for edge in edges if edge["from"] == report]
        assert ("From nobody that can be told" in page) == (not taken)
        assert ("And who from it" in page) == bool(given)


def test_claims_on_different_authority_are_told_beside_the_differences(site: TestClient):
    told = story(site)
    said = next(one for one in told["statements"] if one["source"] and "risk" in one["text"])
    form = {"kind": "speaker", "name": said["id"], "author": "Ada Fenn", "answer": "Tove Rask"}
    asked = {"report": told["reports"]}
    assert site.get("/compare.json", params=asked).json()["attributed"] == []
    site.post("/decide", data=form)
    (one,) = site.get("/compare.json", params=asked).json()["attributed"]
    assert {each["source"]["name"] for each in one["said"]} == {"Tove Rask", "Ilse Marrow"}
    page = site.get("/compare", params=asked).text
    assert "On different authority" in page
    assert 'data-in="a0' in page
