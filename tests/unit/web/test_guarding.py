"""Who may do what on a desk with accounts."""

import asyncio
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from stemma.model import Actor
from stemma.web import live

PASSWORD = "a heron by the weir"  # noqa: S105 - of invented people
ROOT = Actor(name="root", through="command line")
SEEN = ["/stories", "/search", "/verdicts", "/stories.json", "/api/openapi.json", "/account"]
ADMINS = ["/audit", "/audit.json", "/accounts", "/accounts.json"]

Team = Any
"""``conftest.Team``; a module of tests cannot import it."""


def reports(site: TestClient) -> list[str]:
    listed = site.get("/stories.json", params={"q": "bridge"}).json()["stories"]
    return site.get(f"/story/{listed[0]['id']}.json").json()["stories"][0]["reports"]


def ruling(site: TestClient, **more: str) -> dict[str, Any]:
    return {"kind": "different_story", "names": reports(site), **more}


def authors(team: Team) -> list[str]:
    return [one.verdict.author for one in team.newsroom.verdicts()]


def find_routes(routes: Iterable[Any]) -> Iterator[APIRoute]:
    """Give every route, those of rooms included, which some versions of FastAPI keep apart."""
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        elif hasattr(route, "original_router"):
            yield from find_routes(route.original_router.routes)


def test_every_page_but_the_login_and_what_it_needs_asks_to_log_in(team: Team):
    stranger = team.open()
    routes = list(find_routes(team.app.routes))
    assert len(routes) > 20
    for route in routes:
        path = route.path.replace("{name}", "ffff")
        if path == "/login" or path.startswith("/static/"):
            continue
        for method in route.methods or ():
            answer = stranger.request(method, path)
            if method != "GET" or path.endswith(".json") or path == "/live":
                assert answer.status_code == 401, (method, path)
                assert answer.headers["www-authenticate"].startswith("Bearer")
            else:
                assert answer.status_code == 303, (method, path)
                assert answer.headers["location"].startswith("/login?next=%2F")
    assert stranger.get("/api/openapi.json").status_code == 401
    assert stranger.get("/nowhere").status_code == 303
    assert stranger.get("/login").status_code == 200
    for static in ("desk.css", "report.css", "htmx.min.js"):
        assert stranger.get(f"/static/{static}").status_code == 200


@pytest.mark.parametrize("path", ["/static/../audit", "/static/%2e%2e/audit", "//audit", "/AUDIT"])
def test_no_other_spelling_of_a_path_leads_around_the_login(team: Team, path: str):
    answer = team.open().get(path)
    assert answer.status_code in {303, 404}
    assert "Who did what" not in answer.text


def test_a_reader_sees_and_decides_nothing(team: Team):
    reader = team.open("Rea")
    for path in SEEN:
        assert reader.get(path).status_code == 200, path
    story = reader.get("/stories.json").json()["stories"][0]["id"]
    page = reader.get(f"/story/{story}").text
    assert "/decide" not in page
    for path, form in (
        ("/decide", {"kind": "different_story", "name": reports(reader)}),
        ("/undo", {"name": "ffff"}),
    ):
        assert reader.submit(path, **form) == 403
    headers = {"X-Form-Token": reader.form_token}
    answer = reader.post("/verdicts.json", json=ruling(reader), headers=headers)
    assert answer.status_code == 403
    assert "takes the role editor" in answer.json()["message"]
    assert authors(team) == []


@pytest.mark.parametrize("name", ["Rea", "Eda Noll"])
def test_what_is_an_admins_is_nobody_elses(team: Team, name: str):
    browser = team.open(name)
    for path in ADMINS:
        answer = browser.get(path)
        assert answer.status_code == 403, path
        assert "takes the role admin" in answer.text
    role = {"Rea": "reader", "Eda Noll": "editor"}[name]
    assert browser.submit("/accounts/role", name=name, role="admin") == 403
    assert browser.submit("/accounts", name="Eve", password=PASSWORD, role="admin") == 403
    assert browser.submit("/accounts/disable", name="Ada") == 403
    assert {one.name: one.role for one in team.register.accounts()}[name] == role
    assert len(team.register.accounts()) == 3


def test_an_admin_sees_and_does_all(team: Team):
    admin = team.open("Ada")
    for path in SEEN + ADMINS:
        assert admin.get(path).status_code == 200, path
    assert admin.submit("/decide", kind="different_story", name=reports(admin)) == 303
    assert authors(team) == ["Ada"]


def test_a_verdict_is_of_whoever_logged_in_whatever_the_form_says(team: Team):
    editor = team.open("Eda Noll")
    found = reports(editor)
    assert editor.submit("/decide", kind="different_story", name=found, author="Ada") == 303
    headers = {"X-Form-Token": editor.form_token}
    forged = {"kind": "same_story", "names": found, "author": "Ada"}
    assert editor.post("/verdicts.json", json=forged, headers=headers).status_code == 200
    last = team.newsroom.verdicts()[-1].verdict.id
    assert editor.submit("/undo", name=last, author="Ada") == 303
    assert set(authors(team)) == {"Eda Noll"}
    assert len(authors(team)) == 3
    assert "author" not in editor.cookies
    assert 'name="author"' not in editor.get("/verdicts").text


def test_a_form_without_the_token_of_its_session_does_nothing(team: Team):
    editor, other = team.open("Eda Noll"), team.open("Eda Noll")
    form = {"kind": "different_story", "name": reports(editor)}
    for token in (None, "", "0" * 64, other.form_token):
        data = form if token is None else {**form, "form_token": token}
        answer = editor.post("/decide", data=data)
        assert answer.status_code == 403, token
        assert "earlier login" in answer.text
    assert editor.post("/verdicts.json", json=ruling(editor)).status_code == 403
    assert editor.post("/logout").status_code == 403
    assert authors(team) == []
    multipart = editor.post(
        "/decide",
        data={**form, "form_token": editor.form_token},
        files={"unused": ("name.txt", b"text")},
    )
    assert multipart.status_code == 303


def test_every_form_that_changes_something_carries_the_token(team: Team):
    admin = team.open("Ada")
    team.program("Ada", "reader")
    admin.submit("/decide", kind="different_story", name=reports(admin))
    found = reports(admin)
    story = admin.get("/stories.json").json()["stories"][0]["id"]
    boards = [f"/decide?about={name}" for name in (story, found[0])]
    pages = ["/verdicts", "/account", "/accounts", *boards]
    for page in pages:
        text = admin.get(page).text
        forms = [part.partition("</form>")[0] for part in text.split("<form")[1:]]
        posting = [form for form in forms if 'method="post"' in form]
        assert len(posting) > 1, page
        for form in posting:
            assert f'name="form_token" value="{admin.form_token}"' in form, (page, form)
        assert f'"X-Form-Token": "{admin.form_token}"' in text


@pytest.mark.parametrize(("name", "status"), [(None, 401), ("Rea", 403)])
def test_nothing_is_read_from_who_may_not_send_it(team: Team, name: str | None, status: int):
    browser = team.open(name)
    read: list[int] = []

    def send() -> Iterator[bytes]:
        for number in range(20):
            read.append(number)
            yield b"x" * 1024 * 1024

    for path in ("/add", "/add.json", "/decide"):
        scope = _scope(path, cookie=browser.cookies.get("stemma"))
        answered = asyncio.run(_answer(team.app, scope, send()))
        assert answered["status"] == status
        assert (b"connection", b"close") in answered["headers"]
    assert read == []


def _scope(path: str, *, cookie: str | None) -> dict[str, Any]:
    headers = [(b"host", b"127.0.0.1"), (b"content-type", b"multipart/form-data; boundary=x")]
    headers += [(b"cookie", f"stemma={cookie}".encode())] if cookie else []
    return {
        "type": "http",
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": headers,
        "scheme": "http",
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 50_000),
    }


async def _answer(app: Any, scope: dict[str, Any], body: Iterator[bytes]) -> dict[str, Any]:  # noqa: ANN401 - a site
    told: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": next(body), "more_body": True}

    async def send(message: dict[str, Any]) -> None:
        told.append(message)

    await app(scope, receive, send)
    return told[0]


def test_another_sites_form_is_refused_even_with_the_token(team: Team):
    editor = team.open("Eda Noll")
    form = {"kind": "different_story", "name": reports(editor), "form_token": editor.form_token}
    answer = editor.post("/decide", data=form, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert authors(team) == []


def test_a_program_shows_its_token_and_needs_no_form_token(team: Team):
    program = team.program("Eda Noll", "editor")
    assert program.get("/stories").status_code == 200
    answer = program.post("/verdicts.json", json=ruling(program, author="Ada"))
    assert answer.status_code == 200
    assert authors(team) == ["Eda Noll"]
    ((act, name, through),) = team.deeds()[-1:]
    assert (act, name) == ("verdict", "Eda Noll")
    assert through.startswith("token:")


def test_a_token_does_no_more_than_it_was_made_for(team: Team):
    program = team.program("Ada", "reader")
    assert program.get("/stories.json").status_code == 200
    assert program.post("/verdicts.json", json=ruling(program)).status_code == 403
    assert program.get("/audit.json").status_code == 403
    assert authors(team) == []


def test_a_token_that_has_expired_is_told_so_and_does_nothing(team: Team):
    program = team.program("Eda Noll", "editor")
    team.clock.turn(days=365)
    for path in ("/stories.json", "/stories", "/login"):
        answer = program.get(path)
        assert answer.status_code == 401, path
        assert "This token expired on 10 May 2027" in answer.text
        assert 'error="invalid_token"' in answer.headers["www-authenticate"]
    assert program.post("/verdicts.json", json={}).status_code == 401
    assert authors(team) == []


def test_no_token_makes_others_or_changes_accounts(team: Team):
    program = team.program("Ada", "admin")
    assert program.get("/accounts.json").status_code == 200
    for path, form in (
        ("/account/tokens", {"label": "more", "role": "admin"}),
        ("/accounts", {"name": "Eve", "password": PASSWORD, "role": "admin"}),
        ("/accounts/password", {"name": "Ada", "password": PASSWORD}),
    ):
        answer = program.post(path, data=form)
        assert answer.status_code == 403, path
        assert "log in with your password" in answer.text
    assert len(team.register.accounts()) == 3
    assert len(team.register.tokens()) == 1


@pytest.mark.parametrize("shown", ["Bearer x", "Basic QWRhOmEgaGVyb24=", "Bearer", ""])
def test_what_is_no_token_lets_nobody_in_not_even_beside_a_session(team: Team, shown: str):
    editor = team.open("Eda Noll")
    headers = {"Authorization": shown}
    assert editor.get("/stories.json", headers=headers).status_code == 401


def test_a_session_is_no_token_and_a_token_no_session(team: Team):
    secret = team.open("Ada").cookies["stemma"]
    headers = {"Authorization": f"Bearer {secret}"}
    assert team.open().get("/stories.json", headers=headers).status_code == 401
    token = team.program("Ada", "admin").headers["authorization"].partition(" ")[2]
    assert team.show(token).get("/stories.json").status_code == 401
    assert team.show(secret + "x").get("/stories.json").status_code == 401


def test_a_role_holds_from_the_next_request_on(team: Team):
    editor = team.open("Eda Noll")
    token, found = editor.form_token, reports(editor)
    team.register.set_role("Eda Noll", "reader", actor=ROOT)
    form = {"kind": "different_story", "name": found, "form_token": token}
    assert editor.post("/decide", data=form).status_code == 403


def test_a_disabled_account_is_out_at_once(team: Team):
    editor, program = team.open("Eda Noll"), team.program("Eda Noll", "editor")
    assert team.open("Ada").submit("/accounts/disable", name="Eda Noll") == 303
    assert editor.get("/stories").status_code == 303
    assert program.get("/stories.json").status_code == 401


def test_a_session_ends_with_time(team: Team):
    reader = team.open("Rea")
    team.clock.turn(hours=11)
    assert reader.get("/stories").status_code == 200
    team.clock.turn(hours=11)
    assert reader.get("/stories").status_code == 200, "it was in use eleven hours ago"
    team.clock.turn(hours=12)
    assert reader.get("/stories").status_code == 303


def test_a_page_that_is_merely_open_keeps_no_session_alive(
    team: Team, monkeypatch: pytest.MonkeyPatch
):
    reader = team.open("Rea")
    team.clock.turn(hours=1)

    async def wait(_: float) -> None:
        team.clock.turn(hours=7)

    monkeypatch.setattr(live, "sleep", wait)
    assert "event: hello" in reader.get("/live").text
    assert reader.get("/stories").status_code == 303, "fifteen hours without use"


def test_a_list_that_renews_itself_keeps_no_session_alive(team: Team):
    reader = team.open("Rea")
    team.clock.turn(hours=7)
    assert reader.get("/stories", headers={"Stemma-Unasked": "1"}).status_code == 200
    team.clock.turn(hours=7)
    assert reader.get("/stories").status_code == 303, "fourteen hours without use"


def test_a_page_that_is_remembered_shows_nothing_of_another_reader(team: Team):
    first, second = team.open("Rea"), team.open("Rea")
    team.register.add("Bea & <b>Co", PASSWORD, "reader", actor=ROOT)
    third = team.open("Bea & <b>Co")
    assert ">Rea</a>" in first.get("/stories").text
    page = third.get("/stories").text
    assert "Bea &amp; &lt;b&gt;Co" in page
    assert "Rea" not in page
    assert third.form_token in page
    assert first.form_token not in second.get("/stories").text
    tags = {one.get("/stories").headers["etag"] for one in (first, second, third)}
    assert len(tags) == 3
    tag = first.get("/stories").headers["etag"]
    assert first.get("/stories", headers={"If-None-Match": tag}).status_code == 304
    assert third.get("/stories", headers={"If-None-Match": tag}).status_code == 200


def test_what_htmx_asks_after_a_session_has_ended_leads_to_the_login(team: Team):
    headers = {"HX-Request": "true", "HX-Current-URL": "http://127.0.0.1/stories?q=dam"}
    answer = team.open().get("/stories?q=dam", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["hx-redirect"] == "/login?next=%2Fstories%3Fq%3Ddam"


def test_a_link_from_another_site_is_followed_again_from_here(team: Team):
    headers = {"Sec-Fetch-Site": "cross-site"}
    answer = team.open().get('/stories?q="><script>', headers=headers)
    assert answer.status_code == 200
    assert 'http-equiv="refresh" content="0; url=/stories?q=' in answer.text
    assert "<script>" not in answer.text


def test_the_owner_of_the_machine_needs_no_account(site: TestClient):
    assert site.get("/stories").status_code == 200
    assert site.get("/audit").status_code == 200
    for path in ("/login", "/account", "/accounts", "/accounts.json"):
        assert site.get(path).status_code == 404, path
    form = {"kind": "different_story", "name": reports(site), "author": "Ada Fenn"}
    assert site.post("/decide", data=form).status_code == 303
    (deed,) = site.get("/audit.json").json()["deeds"]
    assert (deed["act"], deed["actor"]["name"], deed["actor"]["through"]) == (
        "verdict",
        "Ada Fenn",
        "desk",
    )
