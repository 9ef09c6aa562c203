from collections.abc import Callable
from typing import Any

import pytest

PASSWORD = "a heron by the weir"  # noqa: S105 - of invented people

Team = Any
"""``conftest.Team``; a module of tests cannot import it."""


def test_who_logs_in_is_led_to_where_they_wanted_to_go(team: Team):
    browser = team.open()
    asked = browser.get("/search?q=dam").headers["location"]
    assert 'name="next" value="/search?q=dam"' in browser.get(asked).text
    form = {"name": "eda noll", "password": PASSWORD, "next": "/search?q=dam"}
    answer = browser.post("/login", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=dam")
    assert ">Eda Noll</a>" in browser.get("/search?q=dam").text


def test_what_somebody_searched_for_is_still_that_after_the_login(team: Team):
    browser = team.open()
    asked = browser.get("/search?q=grain+silo").headers["location"]
    page = browser.get(asked).text
    wanted = page.partition('name="next" value="')[2].partition('"')[0]
    form = {"name": "Rea", "password": PASSWORD, "next": wanted}
    assert browser.post("/login", data=form).headers["location"] == "/search?q=grain+silo"


@pytest.mark.parametrize("wanted", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_the_login_leads_to_our_own_pages_alone(team: Team, wanted: str):
    form = {"name": "Rea", "password": PASSWORD, "next": wanted}
    assert team.open().post("/login", data=form).headers["location"] == "/stories"


def test_the_cookie_is_for_this_desk_alone(team: Team):
    form = {"name": "Rea", "password": PASSWORD}
    cookie = team.open().post("/login", data=form).headers["set-cookie"]
    name, *attributes = cookie.lower().split("; ")
    assert name.startswith("stemma=")
    assert {"httponly", "samesite=strict", "path=/"} <= set(attributes)
    assert "domain" not in cookie.lower()


@pytest.mark.parametrize(
    ("behind_proxy", "headers", "secure"),
    [
        (True, {"X-Forwarded-Proto": "https"}, True),
        (True, {"X-Forwarded-Proto": "http"}, False),
        (True, {}, False),
        (False, {"X-Forwarded-Proto": "https"}, False),
    ],
)
def test_over_tls_the_cookie_never_travels_without(
    make_team: Callable[..., Team],
    behind_proxy: bool,  # noqa: FBT001 - a parameter
    headers: dict[str, str],
    secure: bool,  # noqa: FBT001 - a parameter
):
    browser = make_team(behind_proxy=behind_proxy).open()
    form = {"name": "Rea", "password": PASSWORD}
    cookie = browser.post("/login", data=form, headers=headers).headers["set-cookie"]
    assert ("; Secure" in cookie) == secure
    assert cookie.startswith("__Host-stemma=") == secure


def test_a_session_that_was_planted_is_not_taken_over(team: Team):
    attacker = team.open("Rea")
    planted = attacker.cookies["stemma"]
    form = {"name": "Ada", "password": PASSWORD}
    entered = team.show(planted).post("/login", data=form)
    assert planted not in entered.headers["set-cookie"]
    assert ">Ada</a>" not in attacker.get("/verdicts").text
    team.show("made-up").log_in("Ada")
    assert team.show("made-up").get("/stories").status_code == 303


def test_to_log_in_anew_ends_the_session_before(team: Team):
    browser = team.open("Rea")
    before = browser.cookies["stemma"]
    browser.log_in("Ada")
    assert team.show(before).get("/stories").status_code == 303


def test_who_logs_out_is_out(team: Team):
    browser = team.open("Rea")
    secret = browser.cookies["stemma"]
    assert browser.submit("/logout") == 303
    assert "stemma" not in browser.cookies
    assert team.show(secret).get("/stories").status_code == 303


def test_a_wrong_password_and_a_wrong_name_are_told_alike(team: Team):
    told: list[str] = []
    for name in ("Rea", "Zebra"):
        answer = team.open().post("/login", data={"name": name, "password": "wrong"})
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers
        told.append(answer.text.replace(name, "NAME"))
    assert told[0] == told[1]


def test_a_disabled_account_is_told_as_a_wrong_password(team: Team):
    team.open("Ada").submit("/accounts/disable", name="Rea")
    answer = team.open().post("/login", data={"name": "Rea", "password": PASSWORD})
    assert answer.status_code == 403
    assert "do not belong together" in answer.text


@pytest.mark.parametrize("name", ["Rea", "Zebra"])
def test_too_many_failures_are_told_with_how_long_to_wait(team: Team, name: str):
    wrong = {"name": name, "password": "wrong"}
    for _ in range(10):
        assert team.open().post("/login", data=wrong).status_code == 403
    answer = team.open().post("/login", data={**wrong, "password": PASSWORD})
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "901"
    assert "Try again in 16 minutes" in answer.text
    team.clock.turn(seconds=901)
    again = team.open().post("/login", data={"name": "Rea", "password": PASSWORD})
    assert again.status_code == 303


def fail_often(team: Team, behind: str) -> int:
    """Fail from many addresses, as far as a header can be believed; give the last status."""
    status = 0
    for number in range(31):
        form = {"name": f"Zebra {number}", "password": "wrong"}
        headers = {"X-Forwarded-For": f"192.0.2.{number}{behind}"}
        status = team.open().post("/login", data=form, headers=headers).status_code
    return status


def test_behind_a_proxy_each_visitor_is_counted_apart(make_team: Callable[..., Team]):
    team = make_team(behind_proxy=True)
    assert fail_often(team, ", 198.51.100.9") == 429, "what stands before the last is a visitor's"
    headers = {"X-Forwarded-For": "198.51.100.10"}
    form = {"name": "Rea", "password": PASSWORD}
    assert team.open().post("/login", data=form, headers=headers).status_code == 303


def test_without_a_proxy_nobody_says_where_they_come_from(team: Team):
    assert fail_often(team, "") == 429


def test_logins_and_logouts_are_written_down(team: Team):
    browser = team.open("Rea")
    browser.submit("/logout")
    team.open().post("/login", data={"name": "rea", "password": "wrong"})
    assert team.deeds() == [
        ("login", "Rea", "session"),
        ("logout", "Rea", "session"),
        ("failed_login", "Rea", "session"),
    ]


def test_what_is_no_form_is_told_in_words(team: Team):
    answer = team.open().post("/login", data={"name": "x" * 3000})
    assert answer.status_code == 422
