from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient


def story(site: TestClient, words: str = "bridge") -> dict[str, Any]:
    listed = site.get("/stories.json", params={"q": words}).json()["stories"]
    return site.get(f"/story/{listed[0]['id']}.json").json()["stories"][0]


def look(site: TestClient, about: str, **asked: str) -> str:
    answer = site.get("/decide", params={"about": about, **asked})
    assert answer.status_code == 200, answer.text
    return answer.text


def decide(site: TestClient, kind: str, *names: str, **form: str) -> str:
    """Send a form, and give the page that it leads to."""
    sent = {"kind": kind, "name": [*names], "author": "Ada Fenn", **form}
    answer = site.post("/decide", data=sent)
    assert answer.status_code == 303, answer.text
    page = site.get(answer.headers["location"], follow_redirects=True)
    assert page.status_code == 200, page.text
    return page.text


def shared_claim(site: TestClient) -> dict[str, Any]:
    return next(one for one in story(site)["claims"] if len(one["appearances"]) > 1)


def test_everything_in_a_story_can_be_decided_about(site: TestClient):
    told = story(site)
    for about in (
        told["id"],
        told["reports"][0],
        told["claims"][0]["id"],
        told["statements"][0]["id"],
        told["entities"][0]["id"],
        told["findings"][0]["id"],
    ):
        page = look(site, about)
        assert "What was decided about" in page
        assert "Nothing yet." in page


def test_a_statement_that_makes_no_claim_can_be_given_to_another_speaker(site: TestClient):
    told = story(site)
    (lone,) = [one["id"] for one in told["statements"] if one["text"].startswith("Buses take")]
    assert all(lone not in claim["appearances"] for claim in told["claims"])
    assert "Who says it" in look(site, lone)
    decide(site, "speaker", lone, answer="Anouk Ferl")
    (now,) = [one for one in story(site)["statements"] if one["id"] == lone]
    assert now["source"]["name"] == "Anouk Ferl"


def test_figures_are_not_decided_about(site: TestClient):
    answer = site.get("/decide", params={"about": story(site)["figures"][0]["id"]})
    assert answer.status_code == 404


def test_the_other_story_is_found_by_its_words(site: TestClient):
    here, other = story(site)["id"], story(site, "otter")["id"]
    page = look(site, here, q="otter")
    assert f'value="{other}"' in page
    assert f'name="name" value="{here}" required' not in page
    assert "No other story has these words" in look(site, here, q="zebra")


def test_other_claims_are_found_by_their_words(site: TestClient):
    claim = shared_claim(site)
    page = look(site, claim["id"], q="cannot RISK")
    assert "We cannot take the risk" in page
    assert page.count('type="radio"') == 1


def test_what_a_decision_changed_is_told_on_the_page_that_it_leads_back_to(site: TestClient):
    told, claim = story(site), shared_claim(site)
    one, other = claim["appearances"][:2]
    back = f"/story/{told['id']}#claim"
    page = decide(site, "different_claim", one, other, back=back)
    assert "1 claim became 2" in page
    assert "do not say the same" in page
    assert 'action="/undo"' in page


def test_it_can_be_undone_from_there_and_brought_back(site: TestClient):
    told, claim = story(site), shared_claim(site)
    one, other = claim["appearances"][:2]
    decide(site, "different_claim", one, other, back=f"/story/{told['id']}")
    verdict = site.get("/decide.json", params={"about": one}).json()["verdicts"][0]
    name = site.get("/verdicts").text.partition('<li id="')[2].partition('"')[0]
    form = {"name": name, "author": "Bo Falk", "back": f"/story/{told['id']}"}
    page = site.get(site.post("/undo", data=form).headers["location"]).text
    assert "2 claims became 1" in page
    assert "Bring it back" in page
    listed = site.get("/decide.json", params={"about": one}).json()["verdicts"]
    assert [entry["state"] for entry in listed] == ["in force", "undone"]
    assert verdict["state"] == "in force"


@pytest.mark.parametrize("words", ["bridge", "otter"])
def test_a_story_that_went_into_another_leads_there(site: TestClient, words: str):
    names = [story(site)["id"], story(site, "otter")["id"]]
    back = story(site, words)["id"]
    sent = {"kind": "same_story", "name": names, "author": "Ada Fenn"}
    answer = site.post("/decide", data={**sent, "back": f"/story/{back}"})
    page = site.get(answer.headers["location"])
    assert page.status_code == 200
    assert "came in" in page.text


def test_no_browser_may_remember_where_a_story_went_for_it_can_come_back(site: TestClient):
    names = [story(site)["id"], story(site, "otter")["id"]]
    decide(site, "same_story", *names)
    assert sorted(site.get(f"/story/{one}").status_code for one in names) == [200, 307]
    name = site.get("/verdicts").text.partition('<li id="')[2].partition('"')[0]
    site.post("/undo", data={"name": name, "author": "Ada Fenn"})
    assert [site.get(f"/story/{one}").status_code for one in names] == [200, 200]


def test_the_address_keeps_what_was_asked_and_names_the_latest_decision_alone(site: TestClient):
    left, right = story(site)["reports"]
    sent = {"kind": "different_story", "name": [left, right], "author": "Ada Fenn"}
    back = "/stories?q=bridge&decided=verdict:sha256:00#top"
    location = urlsplit(site.post("/decide", data={**sent, "back": back}).headers["location"])
    asked = parse_qs(location.query)
    assert (asked["q"], len(asked["decided"])) == (["bridge"], 1)
    assert asked["decided"] != ["verdict:sha256:00"]
    assert location.fragment == "top"


def test_a_report_leaves_its_story_whichever_of_its_reports_it_is(site: TestClient):
    for report in story(site)["reports"]:
        told = story(site)
        decide(site, "different_story", report, told["id"], back=f"/report/{report}")
        assert len(story(site)["reports"]) == 1
        name = site.get("/verdicts").text.partition('<li id="')[2].partition('"')[0]
        site.post("/undo", data={"name": name, "author": "Ada Fenn"})


def test_nobody_says_what_was_said_where_the_name_is_left_out(site: TestClient):
    said = next(one for one in story(site)["statements"] if one["source"])
    decide(site, "speaker", said["id"])
    now = next(one for one in story(site)["statements"] if one["id"] == said["id"])
    assert now["source"] is None


def test_of_an_answer_chosen_and_one_written_the_written_one_counts(site: TestClient):
    left, right = story(site)["reports"]
    sent = {"kind": "taken_from", "name": left, "author": "Ada Fenn", "answer": [right, "Wells"]}
    site.post("/decide", data=sent)
    (listed,) = site.get("/verdicts.json").json()
    assert listed["verdict"]["answer"] == "Wells"


def test_its_own_reporting_is_nobodys_whatever_else_was_filled_in(site: TestClient):
    left, right = story(site)["reports"]
    decide(site, "own_origin", left, answer=right)
    (listed,) = site.get("/verdicts.json").json()
    assert listed["verdict"]["answer"] is None


@pytest.mark.parametrize("kind", ["same_claim", "different_story", "same_name"])
def test_one_thing_alone_is_not_two(site: TestClient, kind: str):
    sent = {"kind": kind, "name": story(site)["id"], "author": "Ada Fenn"}
    answer = site.post("/decide", data=sent)
    assert answer.status_code == 404
    assert "1 were named" in answer.text


def test_no_address_alone_makes_a_notice(site: TestClient):
    page = site.get("/stories?decided=%3Cscript%3E").text
    assert "data-outcome" not in page
    assert "<script>" not in page
