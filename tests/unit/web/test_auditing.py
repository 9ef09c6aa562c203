from typing import Any

from stemma.model import Actor

ROOT = Actor(name="root", through="command line")

Team = Any
"""``conftest.Team``; a module of tests cannot import it."""


def reports(browser: Any) -> list[str]:  # noqa: ANN401 - conftest.Browser
    listed = browser.get("/stories.json", params={"q": "bridge"}).json()["stories"]
    return browser.get(f"/story/{listed[0]['id']}.json").json()["stories"][0]["reports"]


def test_all_that_is_done_is_written_down_by_whom_and_from_where(team: Team):
    editor, admin = team.open("Eda Noll"), team.open("Ada")
    editor.submit("/decide", kind="different_story", name=reports(editor))
    editor.submit("/undo", name=team.newsroom.verdicts()[0].verdict.id)
    admin.submit("/accounts/role", name="Rea", role="editor")
    editor.submit("/account/tokens", label="importer", role="reader")
    editor.submit("/logout")
    assert [act for act, _, _ in team.deeds()] == [
        "login",
        "login",
        "verdict",
        "undo",
        "role_changed",
        "token_made",
        "logout",
    ]
    page = admin.get("/audit").text
    assert "different story" in page
    assert "reader to editor" in page
    deeds = admin.get("/audit.json").json()["deeds"]
    assert deeds[0]["act"] == "logout", "the latest comes first"
    assert {deed["actor"]["address"] for deed in deeds} == {"testclient", None}


def test_the_log_is_read_page_by_page(team: Team):
    for _ in range(120):
        team.register.set_role("Rea", "editor", actor=ROOT)
        team.register.set_role("Rea", "reader", actor=ROOT)
    admin = team.open("Ada")
    page = admin.get("/audit.json").json()
    seen = [*page["deeds"]]
    while page["before"]:
        page = admin.get("/audit.json", params={"before": page["before"]}).json()
        seen += page["deeds"]
    assert len(seen) == 3 + 240 + 1
    assert 'rel="next" href="/audit?before=' in admin.get("/audit").text


def test_a_verdict_that_fails_is_not_written_down(team: Team):
    editor = team.open("Eda Noll")
    assert editor.submit("/decide", kind="different_story", name=["ffff", "eeee"]) == 404
    assert [act for act, _, _ in team.deeds()] == ["login"]
