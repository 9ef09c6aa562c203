"""What the desk is served as: to this machine without accounts, to others with them alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
import uvicorn
from fastapi.testclient import TestClient
from typer.testing import CliRunner, Result

from stemma.cli.main import commands
from stemma.stores import open_store

PASSWORD = "a heron by the weir"  # noqa: S105 - of an invented account

Serve = Callable[..., tuple[Result, Any]]


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Serve:
    monkeypatch.setenv("STEMMA_DB", str(tmp_path / "stemma.db"))

    def serve(*options: str, ask: Callable[[TestClient], Any] = lambda _: None) -> Any:  # noqa: ANN401 - as asked
        seen: list[Any] = []

        def run(server: uvicorn.Server) -> None:
            config, app = server.config, cast("Any", server.config.app)
            with TestClient(
                app, base_url="http://desk.example.org", follow_redirects=False
            ) as site:
                seen.append((config.host, config.proxy_headers, ask(site)))

        monkeypatch.setattr(uvicorn.Server, "run", run)
        result = CliRunner().invoke(commands, ["serve", *options])
        return result, seen[0] if seen else None

    return serve


@pytest.fixture
def admin(serve: Serve) -> None:
    del serve  # it names the store
    arguments = ["account", "add", "Ida Noll", "--role", "admin", "--password-stdin"]
    added = CliRunner().invoke(commands, arguments, input=PASSWORD + "\n")
    assert added.exit_code == 0, added.output


def ask_stories(site: TestClient) -> int:
    return site.get("/stories").status_code


def ask_at_home(site: TestClient) -> int:
    return site.get("/stories", headers={"Host": "127.0.0.1:8750"}).status_code


def ask_at_home_by_ipv6(site: TestClient) -> int:
    return site.get("/stories", headers={"Host": "[::1]:8750"}).status_code


@pytest.mark.parametrize(
    "options", [(), ("--host", "127.0.0.1"), ("--host", "localhost"), ("--host", "::1")]
)
def test_this_machine_needs_no_accounts(serve: Serve, options: tuple[str, ...]):
    result, (_, proxied, status) = serve(*options, ask=ask_at_home)
    assert (result.exit_code, status, proxied) == (0, 200, False)
    _, (_, _, by_ipv6) = serve(*options, ask=ask_at_home_by_ipv6)
    assert by_ipv6 == 200
    _, (_, _, elsewhere) = serve(*options, ask=ask_stories)
    assert elsewhere == 400, "no other name leads here"


@pytest.mark.parametrize(
    "options",
    [
        ("--host", "192.0.2.7"),
        ("--host", "0.0.0.0", "--name", "desk.example.org"),  # noqa: S104 - that is the question
        ("--name", "desk.example.org"),
        ("--behind-proxy",),
        ("--accounts",),
    ],
)
def test_others_are_not_served_before_an_admin_has_an_account(
    serve: Serve, options: tuple[str, ...]
):
    result, served = serve(*options)
    assert result.exit_code == 2
    assert "stemma account add NAME --role admin" in result.output
    assert served is None


@pytest.mark.usefixtures("admin")
@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--host", "0.0.0.0", "--name", "desk.example.org"), 303),  # noqa: S104 - the same
        (("--name", "Desk.Example.org", "--behind-proxy"), 303),
        (("--host", "192.0.2.7"), 400),
        (("--accounts",), 400),
    ],
)
def test_others_log_in_under_the_names_that_were_given(
    serve: Serve, options: tuple[str, ...], status: int
):
    result, (_, proxied, found) = serve(*options, ask=ask_stories)
    assert (result.exit_code, found) == (0, status)
    assert not proxied, "what a proxy says is believed by the desk's own rule"
    _, (_, _, at_home) = serve(*options, ask=ask_at_home)
    assert at_home == 303


@pytest.mark.usefixtures("admin")
def test_an_ipv6_address_is_answered_as_browsers_write_it(serve: Serve):
    def ask(site: TestClient) -> int:
        return site.get("/stories", headers={"Host": "[2001:db8::7]:8750"}).status_code

    assert serve("--host", "2001:db8::7", ask=ask)[1][2] == 303
    assert serve("--host", "2001:db8::8", ask=ask)[1][2] == 400


@pytest.mark.usefixtures("admin")
def test_an_admin_who_is_disabled_does_not_count(serve: Serve, tmp_path: Path):
    store = open_store(str(tmp_path / "stemma.db"))
    with store.write() as ledger:
        ledger.accounts.set_disabled("Ida Noll", "2026-05-10T08:00:00Z")
    store.close()
    result, served = serve("--accounts")
    assert result.exit_code == 2
    assert served is None


@pytest.mark.usefixtures("admin")
def test_every_address_needs_a_name(serve: Serve):
    result, served = serve("--host", "0.0.0.0")  # noqa: S104 - the same
    assert result.exit_code == 2
    assert "--name desk.example.org" in result.output
    assert served is None


def test_the_desk_works_with_the_language_parts_of_its_store(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
):
    def ask(site: Any) -> str:  # noqa: ANN401 - a client, with the site that it asks
        return site.app.state.desk.newsroom.settings.encoder

    assert serve("--encoder", "st:one", ask=ask)[1][2] == "st:one"
    monkeypatch.setenv("STEMMA_ENCODER", "st:other")
    assert serve(ask=ask)[1][2] == "st:other"


@pytest.mark.usefixtures("admin")
@pytest.mark.parametrize("name", ["https://desk.example.org", "desk.example.org:8750", "*", " "])
def test_a_name_is_a_hosts_name_alone(serve: Serve, name: str):
    result, served = serve("--name", name)
    assert result.exit_code == 2
    assert "no name of a host" in result.output
    assert served is None


@pytest.mark.usefixtures("admin")
def test_passwords_that_travel_openly_are_warned_of(serve: Serve):
    assert "unencrypted" in serve("--host", "192.0.2.7")[0].output
    assert "unencrypted" not in serve("--host", "192.0.2.7", "--behind-proxy")[0].output
    assert "unencrypted" not in serve("--accounts")[0].output
