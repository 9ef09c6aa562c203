"""``stemma serve``: the desk, as pages."""

import gc
import re
from collections.abc import Generator
from contextlib import contextmanager
from ipaddress import ip_address
from threading import Event
from types import FrameType
from typing import Annotated

import typer
import uvicorn

from stemma.access import Passwords
from stemma.cli import options
from stemma.cli.output import WRONG_USE, give_up, giving_up
from stemma.language import BUILT_IN
from stemma.newsroom import Newsroom, open_newsroom
from stemma.settings import DEFAULT_STORE
from stemma.web import LOOPBACK, Entrance, make_site

_NEW_VALUES = 50_000
"""Python looks for cycles whenever there are so many more values than before."""

_HOST_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")


def serve(  # noqa: PLR0913 - each parameter is an option of the command
    *,
    db: options.Database = DEFAULT_STORE,
    host: Annotated[
        str,
        typer.Option("--host", help="The address to listen at; any but loopback needs accounts."),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, help="The port to listen at.")
    ] = 8750,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="HOST",
            help="A name that others reach the desk by, such as desk.example.org.",
        ),
    ] = None,
    accounts: Annotated[
        bool, typer.Option("--accounts", help="Ask everybody to log in, on this machine too.")
    ] = False,
    behind_proxy: Annotated[
        bool,
        typer.Option(
            "--behind-proxy", help="Believe the proxy before the desk whom it serves, and how."
        ),
    ] = False,
    annotator: options.AnnotatorChoice = BUILT_IN,
    encoder: options.EncoderChoice = BUILT_IN,
    quiet: options.Quiet = False,
) -> None:
    """Serve the desk to browsers until it is stopped: to this machine, or to a team.

    Others reach it once an admin has an account ('stemma account add'), and log in.

    Exit status: 0, it was stopped; 2, it cannot be served so.
    """
    names = [_check_name(one) for one in name or []]
    alone = is_loopback(host)
    if _is_any(host) and not names:
        give_up(
            f"{host!r} is every address of this machine: give the name that people type to reach "
            "it, such as --name desk.example.org",
            WRONG_USE,
        )
    with (
        giving_up(),
        open_newsroom(options.choose(db=db, annotator=annotator, encoder=encoder)) as newsroom,
    ):
        entrance = None
        if accounts or behind_proxy or names or not alone:
            entrance = Entrance(newsroom=newsroom, passwords=Passwords(), behind_proxy=behind_proxy)
            _expect_admin(entrance)
        if not quiet:
            _announce(host, port, names, entrance)
        _run(newsroom, entrance, host=host, port=port, names=names)


def _run(
    newsroom: Newsroom, entrance: Entrance | None, *, host: str, port: int, names: list[str]
) -> None:
    hosts = [*LOOPBACK, *names] if _is_any(host) else [*LOOPBACK, _as_sent(host), *names]
    site = make_site(newsroom, hosts=hosts, entrance=entrance)
    config = uvicorn.Config(
        site,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
    )
    server = _Server(config, ending=site.state.ending)
    try:
        with _looking_for_cycles_seldom():
            server.run()
    except SystemExit:  # uvicorn's, which has said why
        give_up(
            f"the desk cannot listen at {_as_sent(host)}:{port}: give another --port or --host",
            WRONG_USE,
        )


class _Server(uvicorn.Server):
    """A server that ends when it is asked to, though pages are open that listen for hours."""

    def __init__(self, config: uvicorn.Config, *, ending: Event) -> None:
        """Make it of its configuration; ``ending`` is set when answers that go on must end."""
        super().__init__(config)
        self._ending = ending

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Wait for the answers that are under way; asked a second time, end without them."""
        del sig, frame
        self._ending.set()
        self.force_exit = self.should_exit
        self.should_exit = True


@contextmanager
def _looking_for_cycles_seldom() -> Generator[None]:
    """Let Python look for cycles seldom, and never among what is there from the start.

    A page is made of some hundred thousand values, and hardly any is in a cycle: looking at all of
    them took a sixth of the time, in pauses of up to a third of a second.
    """
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_VALUES, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_any(host: str) -> bool:
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return not host


def _as_sent(host: str) -> str:
    """Give an address as addresses of pages have it: IPv6 in brackets (RFC 3986, 3.2.2)."""
    return f"[{host}]" if ":" in host else host


def _check_name(name: str) -> str:
    """Give a host's name as browsers send it."""
    told = name.strip().lower()
    if not _HOST_NAME.fullmatch(told):
        give_up(
            f"{name!r} is no name of a host: give it without https:// and without a port, such as "
            "desk.example.org",
            WRONG_USE,
        )
    return told


def _expect_admin(entrance: Entrance) -> None:
    if not entrance.register.has_admin():
        give_up(
            "to serve others, the desk needs an account that is an admin: "
            "stemma account add NAME --role admin",
            WRONG_USE,
        )


def _announce(host: str, port: int, names: list[str], entrance: Entrance | None) -> None:
    places = [f"http://{_as_sent(host)}:{port}/", *names]
    typer.echo(f"The desk is at {', '.join(places)} — stop it with Ctrl+C", err=True)
    if entrance is not None and not entrance.behind_proxy and not is_loopback(host):
        typer.echo(
            "Passwords travel unencrypted: let a proxy with TLS stand before the desk, and give "
            "--behind-proxy (docs/accounts.md)",
            err=True,
        )
