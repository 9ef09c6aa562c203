import re
from typing import Any

import pytest

PASSWORD = "a heron by the weir"  # noqa: S105 - of invented people
NEW = "another heron here"

Team = Any
"""``conftest.Team``; a module of tests cannot import it."""


def change(browser: Any, **form: str) -> Any:  # noqa: ANN401 - conftest.Browser
    fields = {"old": PASSWORD, "new": NEW, "again": NEW, **form}
    return browser.post("/account/password", data={"form_token": browser.form_token, **fields})


def test_a_new_password_logs_out_everywhere(team: Team):
    first, second = team.open("Rea"), team.open("Rea")
    assert change(first).status_code == 303
    assert first.get("/stories").status_code == 303
    assert second.get("/stories").status_code == 303
    refused = team.open().post("/login", data={"name": "Rea", "password": PASSWORD})
    assert refused.status_code == 403
    team.open().log_in("Rea", NEW)


@pytest.mark.parametrize(
    ("form", "status", "told"),
    [
        ({"old": "wrong"}, 403, "not your present password"),
        ({"again": "something else"}, 422, "twice"),
        ({"new": "short", "again": "short"}, 422, "12 to 1000 characters"),
    ],
)
def test_a_password_is_not_changed_by_mistake(
    team: Team, form: dict[str, str], status: int, told: str
):
    browser = team.open("Rea")
    answer = change(browser, **form)
    assert answer.status_code == status
    assert told in answer.text
    assert browser.get("/stories").status_code == 200
    team.open("Rea")


def test_who_found_a_browser_open_cannot_try_passwords_for_ever(team: Team):
    browser = team.open("Rea")
    for _ in range(10):
        assert change(browser, old="wrong").status_code == 403
    assert change(browser).status_code == 429


def test_all_sessions_are_ended_at_once(team: Team):
    first, second, other = team.open("Rea"), team.open("Rea"), team.open("Ada")
    assert first.submit("/account/sessions/end") == 303
    assert second.get("/stories").status_code == 303
    assert other.get("/stories").status_code == 200


def test_a_token_is_shown_once_and_works_until_it_is_revoked(team: Team):
    editor = team.open("Eda Noll")
    form = {"form_token": editor.form_token, "label": "importer", "role": "reader"}
    made = editor.post("/account/tokens", data=form)
    assert made.status_code == 200
    assert made.headers["cache-control"] == "no-store"
    found = re.search(r"stemma_[\w-]+", made.text)
    assert found
    page = editor.get("/account").text
    assert "importer" in page
    assert found[0] not in page
    headers = {"Authorization": f"Bearer {found[0]}"}
    assert team.open().get("/stories.json", headers=headers).status_code == 200
    (token,) = team.register.tokens("Eda Noll")
    assert token.used == team.clock.now
    assert editor.submit("/account/tokens/revoke", token=token.id) == 303
    assert team.open().get("/stories.json", headers=headers).status_code == 401


@pytest.mark.parametrize(
    ("days", "expires", "told"),
    [
        ("90", "2026-08-08T08:00:00Z", "expires 8 Aug 2026"),
        ("never", None, "does not expire"),
        (None, "2027-05-10T08:00:00Z", "expires 10 May 2027"),
    ],
)
def test_whoever_makes_a_token_says_how_long_it_holds(
    team: Team, days: str | None, expires: str | None, told: str
):
    editor = team.open("Eda Noll")
    asked = {} if days is None else {"days": days}
    assert editor.submit("/account/tokens", label="importer", role="reader", **asked) == 200
    (token,) = team.register.tokens()
    assert token.expires == expires
    assert told in editor.get("/account").text
    assert told in team.open("Ada").get("/accounts").text
    team.clock.turn(days=365)
    page = team.open("Ada").get("/accounts").text
    assert ("expired" in page) == (expires is not None)


@pytest.mark.parametrize("days", ["0", "-3", "100000", "soon"])
def test_no_token_is_made_for_a_time_that_makes_no_sense(team: Team, days: str):
    editor = team.open("Eda Noll")
    asked = {"label": "importer", "role": "reader", "days": days}
    assert editor.submit("/account/tokens", **asked) == 422
    assert team.register.tokens() == ()


def test_nobody_makes_a_token_for_more_than_they_may(team: Team):
    reader = team.open("Rea")
    assert reader.submit("/account/tokens", label="importer", role="admin") == 422
    assert reader.submit("/account/tokens", label="importer", role="root") == 422
    assert team.register.tokens() == ()
    assert "<option>admin" not in reader.get("/account").text


def test_nobody_revokes_anothers_token_here(team: Team):
    team.program("Ada", "admin")
    (token,) = team.register.tokens()
    assert team.open("Rea").submit("/account/tokens/revoke", token=token.id) == 404
    assert team.register.tokens()[0].revoked is None
