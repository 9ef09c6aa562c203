from typing import Any

import pytest

PASSWORD = "a heron by the weir"  # noqa: S105 - of invented people
NEW = "another heron here"

Team = Any
"""``conftest.Team``; a module of tests cannot import it."""


def test_an_admin_adds_somebody_who_can_log_in_at_once(team: Team):
    admin = team.open("Ada")
    assert admin.submit("/accounts", name="  Nea   Falk ", password=NEW, role="editor") == 303
    assert "Nea Falk" in admin.get("/accounts").text
    team.open().log_in("nea falk", NEW)


@pytest.mark.parametrize(
    "form",
    [
        {"name": "REA", "password": NEW, "role": "reader"},
        {"name": "Nea", "password": "short", "role": "reader"},
        {"name": "Nea", "password": NEW, "role": "root"},
        {"name": " ", "password": NEW, "role": "reader"},
    ],
)
def test_what_cannot_be_added_is_told(team: Team, form: dict[str, str]):
    assert team.open("Ada").submit("/accounts", **form) == 422
    assert len(team.register.accounts()) == 3


def test_an_admin_changes_roles_and_passwords(team: Team):
    admin, reader = team.open("Ada"), team.open("Rea")
    assert admin.submit("/accounts/role", name="Rea", role="editor") == 303
    assert "Your role: editor" in reader.get("/account").text
    assert admin.submit("/accounts/password", name="Rea", password=NEW) == 303
    assert reader.get("/stories").status_code == 303
    team.open().log_in("Rea", NEW)


def test_who_is_disabled_comes_in_again_once_enabled(team: Team):
    admin = team.open("Ada")
    assert admin.submit("/accounts/disable", name="Rea") == 303
    assert "disabled since" in admin.get("/accounts").text
    assert team.open().post("/login", data={"name": "Rea", "password": PASSWORD}).status_code == 403
    assert admin.submit("/accounts/enable", name="Rea") == 303
    team.open("Rea")


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/accounts/disable", {"name": "Ada"}),
        ("/accounts/role", {"name": "Ada", "role": "reader"}),
        ("/accounts/role", {"name": "Zebra", "role": "reader"}),
    ],
)
def test_what_would_leave_no_admin_or_is_about_nobody_is_told(
    team: Team, path: str, form: dict[str, str]
):
    assert team.open("Ada").submit(path, **form) == 422
    assert team.register.has_admin()


def test_an_admin_revokes_anybodys_token(team: Team):
    program = team.program("Eda Noll", "reader")
    (token,) = team.register.tokens()
    admin = team.open("Ada")
    assert token.id in admin.get("/accounts").text
    assert admin.submit("/accounts/revoke", token=token.id) == 303
    assert program.get("/stories.json").status_code == 401


def test_no_answer_gives_a_password_or_a_token_away(team: Team):
    shown = team.program("Ada", "reader").headers["authorization"].partition(" ")[2]
    admin = team.open("Ada")
    secret = admin.cookies["stemma"]
    for path in ("/accounts", "/accounts.json", "/account", "/audit", "/audit.json"):
        text = admin.get(path).text
        for private in ("argon2", "digest", shown, secret, PASSWORD):
            assert private not in text, (path, private)


def test_programs_get_accounts_and_tokens(team: Team):
    told = team.program("Ada", "admin").get("/accounts.json").json()
    assert [one["name"] for one in told["accounts"]] == ["Ada", "Eda Noll", "Rea"]
    assert set(told["accounts"][0]) == {"name", "role", "created", "disabled"}
    assert told["tokens"][0]["label"] == "importer"


def test_names_never_become_markup(team: Team):
    admin = team.open("Ada")
    hostile = '"><script>alert(1)</script>'
    assert admin.submit("/accounts", name=hostile, password=NEW, role="admin") == 303
    for page in ("/accounts", "/audit"):
        assert "<script>alert" not in admin.get(page).text
    other = team.open().log_in(hostile, NEW)
    for page in ("/stories", "/account", "/verdicts"):
        assert "<script>alert" not in other.get(page).text


@pytest.mark.parametrize("path", ["/accounts", "/account", "/login"])
def test_keepers_of_passwords_are_told_whose_each_one_is(team: Team, path: str):
    browser = team.open() if path == "/login" else team.open("Ada")
    forms = [one for one in browser.get(path).text.split("<form")[1:] if 'type="password"' in one]
    assert forms
    for form in forms:
        fields = [one.partition(">")[0] for one in form.partition("</form>")[0].split("<input")]
        named = [one for one in fields if 'autocomplete="username"' in one]
        assert len(named) == 1
        assert 'type="hidden"' not in named[0]
