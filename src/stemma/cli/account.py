"""``stemma account …``: who may work at a desk that others reach."""

import json
import re
import sys
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from enum import StrEnum
from getpass import getuser
from typing import Annotated

import typer
from rich.table import Table

from stemma.access import Passwords, Register
from stemma.access.register import DAYS
from stemma.archive import present
from stemma.cli import options
from stemma.cli.output import WRONG_USE, ListFormat, answers, give_up, giving_up, write
from stemma.model import Account, Actor, ApiToken
from stemma.settings import DEFAULT_STORE
from stemma.stores import open_store
from stemma.version import SCHEMA, __version__

commands = typer.Typer(
    help="Manage who may work at a desk that others reach: see docs/accounts.md.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


_DAYS = re.compile(r"(?P<days>[0-9]{1,6})d?|never")


class RoleChoice(StrEnum):
    """A reader sees; an editor also decides and undoes; an admin also manages accounts."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"


Name = Annotated[
    str, typer.Argument(metavar="NAME", help="The account's name.", show_default=False)
]
RoleOption = Annotated[
    RoleChoice,
    typer.Option("--role", help="A reader sees, an editor also decides, an admin manages."),
]
FromStdin = Annotated[
    bool,
    typer.Option("--password-stdin", help="Read the password from standard input, one line."),
]
Form = Annotated[ListFormat, typer.Option("--format", "-f", help="What to write the list as.")]


@commands.command("add")
def add(
    name: Name,
    *,
    role: RoleOption = RoleChoice.READER,
    password_stdin: FromStdin = False,
    db: options.Database = DEFAULT_STORE,
) -> None:
    """Add an account; its password is asked for twice, and not shown."""
    with _register(db) as register:
        account = register.add(name, _ask(password_stdin), role.value, actor=_actor())
    typer.echo(f"{account.name} is {_told(account.role)} now")


@commands.command("list")
def list_accounts(
    *, db: options.Database = DEFAULT_STORE, form: Form = ListFormat.TERMINAL
) -> None:
    """List the accounts."""
    with _register(db) as register:
        accounts = register.accounts()
    if form is ListFormat.JSON:
        write(_to_json("accounts", accounts), None)
        return
    rows = [(one.name, one.role, _state(one), one.created) for one in accounts]
    _print(("name", "role", "state", "created"), rows, otherwise="there is no account yet")


@commands.command("role")
def set_role(
    name: Name,
    role: Annotated[RoleChoice, typer.Argument(metavar="ROLE", help="reader, editor, or admin.")],
    *,
    db: options.Database = DEFAULT_STORE,
) -> None:
    """Change what somebody may do, from their next request on."""
    with _register(db) as register:
        register.set_role(name, role.value, actor=_actor())
    typer.echo(f"{name} is {_told(role.value)} now")


@commands.command("password")
def set_password(
    name: Name, *, password_stdin: FromStdin = False, db: options.Database = DEFAULT_STORE
) -> None:
    """Set a new password, and log the account out everywhere."""
    with _register(db) as register:
        register.set_password(name, _ask(password_stdin), actor=_actor())
    typer.echo(f"{name} has a new password, and is logged out everywhere")


@commands.command("disable")
def disable(name: Name, *, db: options.Database = DEFAULT_STORE) -> None:
    """Let nobody log in by an account; its sessions and tokens end at once."""
    with _register(db) as register:
        register.disable(name, actor=_actor())
    typer.echo(f"{name} is disabled; its sessions and tokens have ended")


@commands.command("enable")
def enable(name: Name, *, db: options.Database = DEFAULT_STORE) -> None:
    """Let somebody log in again; tokens have to be made anew."""
    with _register(db) as register:
        register.enable(name, actor=_actor())
    typer.echo(f"{name} may log in again")


@commands.command("token")
def make_token(
    name: Name,
    *,
    label: Annotated[
        str, typer.Option("--label", help="What the token is for.", show_default=False)
    ],
    role: RoleOption = RoleChoice.READER,
    expires_in: Annotated[
        str,
        typer.Option(
            "--expires-in",
            metavar="DAYS",
            help="How long the token holds: 90d, or 'never' for until it is revoked.",
        ),
    ] = f"{DAYS}d",
    db: options.Database = DEFAULT_STORE,
) -> None:
    """Make a token for a program, and write it to standard output, this once."""
    days = _read_days(expires_in)
    with _register(db) as register:
        token, shown = register.make_token(name, label, role.value, actor=_actor(), days=days)
    holds = f"until {token.expires}" if token.expires else "until it is revoked"
    typer.echo(f"{token.id}, {token.role}, for {token.label}, holds {holds}", err=True)
    typer.echo("it is not shown again:", err=True)
    typer.echo(shown)


@commands.command("tokens")
def list_tokens(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Only this account's.", show_default=False),
    ] = None,
    *,
    db: options.Database = DEFAULT_STORE,
    form: Form = ListFormat.TERMINAL,
) -> None:
    """List the tokens of programs."""
    with _register(db) as register:
        tokens = register.tokens(name)
    if form is ListFormat.JSON:
        write(_to_json("tokens", tokens), None)
        return
    now = present()
    rows = [(one.id, one.account, one.role, one.label, *_state_of(one, now)) for one in tokens]
    head = ("id", "account", "role", "label", "expires", "state")
    _print(head, rows, otherwise="there is no token yet")


@commands.command("revoke")
def revoke(
    token: Annotated[
        str,
        typer.Argument(
            metavar="TOKEN", help="The token's id, or its beginning.", show_default=False
        ),
    ],
    *,
    db: options.Database = DEFAULT_STORE,
) -> None:
    """Let a token hold no longer."""
    with _register(db) as register:
        revoked = register.revoke_token(token, actor=_actor())
    typer.echo(f"{revoked.id} ({revoked.label}) is revoked")


@contextmanager
def _register(db: str) -> Generator[Register]:
    with giving_up(), closing(open_store(db)) as store:
        yield Register(store=store, clock=present, passwords=Passwords())


def _ask(stdin: bool) -> str:  # noqa: FBT001 - passed on as it came
    """Get a password that nobody sees, and that no list of processes shows."""
    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        give_up("there is nobody to ask for a password: give --password-stdin", WRONG_USE)
    password: str = typer.prompt("Password", hide_input=True, confirmation_prompt="The same again")
    return password


def _actor() -> Actor:
    """Give whom to write down: whoever this machine says it is."""
    try:
        name = getuser()
    except (KeyError, OSError):
        name = "?"
    return Actor(name=name, through="command line")


def _told(role: str) -> str:
    return f"a {role}" if role == "reader" else f"an {role}"


def _state(account: Account) -> str:
    return f"disabled since {account.disabled}" if account.disabled else "may log in"


def _state_of(token: ApiToken, now: str) -> tuple[str, str]:
    """Give when a token expires, and how it stands."""
    expires = token.expires or "never"
    if token.revoked:
        return expires, f"revoked {token.revoked}"
    if token.expires and token.expires <= now:
        return expires, "expired"
    return expires, f"last used {token.used}" if token.used else "never used"


def _read_days(told: str) -> int | None:
    """Read how long a token is to hold; None: until it is revoked."""
    found = _DAYS.fullmatch(told.strip().lower())
    if found is None:
        give_up(f"{told!r} is no time: give days, such as 90d, or 'never'", WRONG_USE)
    return int(found["days"]) if found["days"] else None


def _print(head: Sequence[str], rows: Sequence[Sequence[str]], *, otherwise: str) -> None:
    console = answers()
    if not rows:
        console.print(otherwise)
        return
    table = Table(*head, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*row)
    console.print(table, markup=False)


def _to_json(name: str, listed: Sequence[Account | ApiToken]) -> str:
    told = {"stemma": __version__, "schema": SCHEMA, name: [asdict(one) for one in listed]}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
