import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from stemma.access import Visit, recognise
from stemma.archive import present
from stemma.cli import account as of_commands
from stemma.cli.main import commands
from stemma.stores import open_store

PASSWORD = "a heron by the weir"  # noqa: S105 - of an invented account


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    location = str(tmp_path / "stemma.db")
    monkeypatch.setenv("STEMMA_DB", location)
    return location


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(commands, ["account", *arguments], input=stdin)


def do(*arguments: str, stdin: str = "") -> str:
    result = run(*arguments, stdin=stdin)
    assert result.exit_code == 0, result.output
    return result.stdout


def add(name: str, role: str) -> str:
    return do("add", name, "--role", role, "--password-stdin", stdin=PASSWORD + "\n")


def test_accounts_are_added_listed_and_changed():
    assert do("list") == "there is no account yet\n"
    assert add("Ida Noll", "editor") == "Ida Noll is an editor now\n"
    add("Bo Falk", "admin")
    do("role", "ida noll", "reader")
    do("password", "Ida Noll", "--password-stdin", stdin="another heron here")
    do("disable", "Ida Noll")
    told = json.loads(do("list", "--format", "json"))
    assert (told["schema"], [one["name"] for one in told["accounts"]]) == (
        1,
        ["Bo Falk", "Ida Noll"],
    )
    assert told["accounts"][1]["role"] == "reader"
    listed = do("list")
    assert re.search(r"Ida Noll +reader +disabled since 20", listed)
    assert re.search(r"Bo Falk +admin +may log in", listed)
    do("enable", "Ida Noll")
    assert "disabled" not in do("list")


def test_a_token_goes_to_standard_output_alone_and_once(store: str):
    add("Ida Noll", "editor")
    made = run("token", "Ida Noll", "--label", "evening digest", "--role", "editor")
    assert made.exit_code == 0
    shown = made.stdout.strip()
    assert re.fullmatch(r"stemma_[\w-]{43}", shown)
    assert "evening digest" in made.stderr
    opened = open_store(store)
    visit = recognise(opened, shown, now=present())
    opened.close()
    assert isinstance(visit, Visit)
    assert (visit.name, visit.role) == ("Ida Noll", "editor")
    (token,) = json.loads(do("tokens", "--format", "json"))["tokens"]
    assert shown not in do("tokens", "Ida Noll")
    assert "evening digest" in do("tokens")
    do("revoke", token["id"].partition(":")[2][:6])
    assert "revoked" in do("tokens")
    (token,) = json.loads(do("tokens", "--format", "json"))["tokens"]
    assert token["revoked"].startswith("20")


@pytest.mark.parametrize(
    ("asked", "days"), [((), 365), (("--expires-in", "90d"), 90), (("--expires-in", "7"), 7)]
)
def test_a_token_holds_until_a_day_that_is_listed(asked: tuple[str, ...], days: int):
    add("Ida Noll", "editor")
    run("token", "Ida Noll", "--label", "digest", *asked)
    (token,) = json.loads(do("tokens", "--format", "json"))["tokens"]
    held = datetime.fromisoformat(token["expires"]) - datetime.fromisoformat(token["created"])
    assert held.days == days


def test_a_token_may_hold_until_it_is_revoked():
    add("Ida Noll", "editor")
    made = run("token", "Ida Noll", "--label", "digest", "--expires-in", "never")
    assert "holds until it is revoked" in made.stderr
    (token,) = json.loads(do("tokens", "--format", "json"))["tokens"]
    assert token["expires"] is None
    assert re.search(r"digest +never +never used", do("tokens"))


def test_a_password_is_asked_for_twice_where_somebody_sits(monkeypatch: pytest.MonkeyPatch):
    refused = run("add", "Ida Noll")
    assert refused.exit_code == 2
    assert "--password-stdin" in refused.output
    asked: list[dict[str, object]] = []

    def prompt(text: str, **how: object) -> str:
        asked.append({"text": text, **how})
        return PASSWORD

    monkeypatch.setattr(of_commands.typer, "prompt", prompt)
    monkeypatch.setattr(of_commands, "sys", _Terminal)
    do("add", "Ida Noll")
    assert asked == [
        {"text": "Password", "hide_input": True, "confirmation_prompt": "The same again"}
    ]


class _Terminal:
    """A standard input that somebody sits at."""

    class stdin:  # noqa: N801 - as it is called
        @staticmethod
        def isatty() -> bool:
            return True


@pytest.mark.parametrize(
    ("arguments", "stdin", "told"),
    [
        (("add", "Ida Noll", "--password-stdin"), "short\n", "12 to 1000 characters"),
        (("role", "Zebra", "reader"), "", "no account 'Zebra'"),
        (("disable", "Zebra"), "", "no account 'Zebra'"),
        (("token", "Zebra", "--label", "x"), "", "no account 'Zebra'"),
        (("token", "Ida Noll", "--label", "x", "--expires-in", "soon"), "", "such as 90d"),
        (("token", "Ida Noll", "--label", "x", "--expires-in", "0d"), "", "1 to 3650 days"),
        (("revoke", "ffff"), "", "no tokens have an id that begins with 'ffff'"),
        (("add", "Ida Noll", "--role", "root"), "", "root"),
    ],
)
def test_what_cannot_be_done_is_told(arguments: tuple[str, ...], stdin: str, told: str):
    result = run(*arguments, stdin=stdin)
    assert result.exit_code == 2
    assert told in result.output


def test_what_is_done_here_is_in_the_audit_log(store: str):
    add("Ida Noll", "editor")
    opened = open_store(store)
    with opened.read() as ledger:
        ((_, deed),) = ledger.deeds.latest(most=10)
    opened.close()
    assert (deed.act, deed.about, deed.actor.through) == (
        "account_added",
        "Ida Noll",
        "command line",
    )
