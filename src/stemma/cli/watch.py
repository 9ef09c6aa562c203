"""``stemma watch``: follow feeds, and tell what comes of them."""

import os
import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Annotated, cast

import typer
from rich.console import Console
from rich.text import Text

from stemma.cli import options
from stemma.cli.output import NOTHING_READ, giving_up
from stemma.errors import UsageError
from stemma.language import BUILT_IN
from stemma.lookout import ALERT_KINDS, Telling, Watched, keep_watch
from stemma.model.alert import AlertKind
from stemma.newsroom import open_newsroom
from stemma.settings import DEFAULT_STORE, MEBIBYTE
from stemma.tell import wording
from stemma.watch.delivery import Mail, read_server
from stemma.watch.manners import Manners

_MINUTE = 60.0
_DAY = 86_400.0
_SELDOM = 360

Feeds = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FEED…",
        help="Addresses of RSS, Atom and JSON feeds, sitemaps, OPML lists, or pages that name "
        "their feed; files with OPML lists.  [default: all that were ever watched]",
        show_default=False,
    ),
]


def watch(  # noqa: PLR0913 - each parameter is an option of the command
    feeds: Feeds = None,
    *,
    db: options.Database = DEFAULT_STORE,
    once: Annotated[
        bool, typer.Option("--once", help="Ask what is due now, and stop: for cron.")
    ] = False,
    every: Annotated[
        float, typer.Option("--every", min=1, help="Minutes between two looks at a busy feed.")
    ] = 15,
    at_least_every: Annotated[
        float | None,
        typer.Option(
            "--at-least-every",
            min=1,
            help="Minutes between two looks at a quiet feed.  [default: 360, or --every]",
            show_default=False,
        ),
    ] = None,
    delay: Annotated[
        float,
        typer.Option("--delay", min=0, help="Seconds between two requests to one host."),
    ] = 2,
    back: Annotated[
        float,
        typer.Option("--back", min=0.01, help="Days: articles published before are left."),
    ] = 7,
    revisit: Annotated[
        bool,
        typer.Option(
            "--revisit/--no-revisit",
            help="Look at articles again, up to three days after they came: they may change.",
        ),
    ] = True,
    contact: Annotated[
        str | None,
        typer.Option(
            "--contact",
            envvar="STEMMA_CONTACT",
            help="Your e-mail or web address, told to every host that is asked.",
            show_default=False,
        ),
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Ask private and loopback addresses too."),
    ] = False,
    outlets: Annotated[
        int, typer.Option("--outlets", min=1, help="Outlets that make a story worth an alert.")
    ] = 3,
    tell: Annotated[
        list[str] | None,
        typer.Option(
            "--tell",
            metavar="KIND",
            help=f"Tell alerts of this kind alone: {', '.join(ALERT_KINDS)}. May be repeated.",
            show_default=False,
        ),
    ] = None,
    alerts: Annotated[
        Path | None,
        typer.Option("--alerts", help="Append alerts to this file, a line of JSON each."),
    ] = None,
    atom: Annotated[
        Path | None, typer.Option("--atom", help="Keep an Atom feed of alerts in this file.")
    ] = None,
    webhook: Annotated[
        str | None,
        typer.Option(
            "--webhook",
            envvar="STEMMA_WEBHOOK",
            help="Post alerts to this address, signed with STEMMA_WEBHOOK_SECRET.",
            show_default=False,
        ),
    ] = None,
    mail: Annotated[
        list[str] | None,
        typer.Option(
            "--mail",
            metavar="ADDRESS",
            help="Mail alerts to it. May be repeated.",
            show_default=False,
        ),
    ] = None,
    mail_from: Annotated[
        str | None,
        typer.Option(
            "--mail-from",
            envvar="STEMMA_MAIL_FROM",
            help="The sender of mails.",
            show_default=False,
        ),
    ] = None,
    smtp: Annotated[
        str,
        typer.Option(
            "--smtp",
            envvar="STEMMA_SMTP",
            help="The mail server, host:port; STEMMA_SMTP_USER and STEMMA_SMTP_PASSWORD log in.",
        ),
    ] = "localhost:25",
    workers: options.Workers = None,
    limit: options.Limit = options.LIMIT,
    timeout: options.Timeout = options.TIMEOUT,
    annotator: options.AnnotatorChoice = BUILT_IN,
    encoder: options.EncoderChoice = BUILT_IN,
    quiet: options.Quiet = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say what came of each request.")
    ] = False,
) -> None:
    """Follow feeds: fetch what they name, add it to the store, and tell what comes of it.

    Runs until it is stopped (Ctrl+C, or SIGTERM), and goes on where it was when it is started
    again. Exit status: 0, it was stopped, or --once is done; 1, with --once: no feed could be
    read; 2, the command makes no sense or the store cannot be used.
    """
    errors = Console(stderr=True, quiet=quiet)

    def hear(line: str) -> None:
        errors.print(Text(line, style="dim"))

    with giving_up():
        manners = Manners(
            every=every * _MINUTE,
            seldom=(at_least_every or max(every, _SELDOM)) * _MINUTE,
            delay=delay,
            back=back * _DAY,
            limit=limit * MEBIBYTE,
            contact=contact,
            revisit=revisit,
        )
        telling = Telling(
            outlets=outlets,
            kinds=_read_kinds(tell or []),
            stream=sys.stdout,
            lines=alerts,
            atom=atom,
            webhook=webhook,
            secret=os.environ.get("STEMMA_WEBHOOK_SECRET"),
            mail=_read_mail(mail or [], mail_from, smtp),
        )
        settings = options.choose(
            workers=workers,
            limit=limit,
            timeout=timeout,
            annotator=annotator,
            encoder=encoder,
            db=db,
        )
        if contact is None:
            errors.print(_NO_CONTACT)
        if not once:
            errors.print("Watching: stop with Ctrl+C.")
        with open_newsroom(settings) as newsroom, _listening_for_an_end() as end:
            watched = keep_watch(
                newsroom,
                feeds or [],
                manners=manners,
                telling=telling,
                pause=end.wait,
                once=once,
                allow_private=allow_private,
                hear=hear if verbose else None,
            )
    _tell(watched, errors)
    if once and 0 < watched.lists == len(watched.problems):
        raise typer.Exit(NOTHING_READ)


_NO_CONTACT = (
    "Hosts are not told whom to write to: give --contact you@example.org, or set STEMMA_CONTACT."
)


@contextmanager
def _listening_for_an_end() -> Generator[Event]:
    """Take the first Ctrl+C or SIGTERM as a wish, met between two steps; the second ends all."""
    end = Event()

    def ask(number: int, frame: FrameType | None) -> None:
        del frame
        end.set()
        signal.signal(number, signal.SIG_DFL)

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield end
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _read_kinds(wanted: list[str]) -> tuple[AlertKind, ...]:
    unknown = sorted(set(wanted) - set(ALERT_KINDS))
    if unknown:
        message = f"there is no alert {unknown[0]!r}: the kinds are {', '.join(ALERT_KINDS)}"
        raise UsageError(message)
    return cast("tuple[AlertKind, ...]", tuple(wanted)) or ALERT_KINDS


def _read_mail(recipients: list[str], sender: str | None, location: str) -> Mail | None:
    if not recipients:
        return None
    server = read_server(
        location,
        user=os.environ.get("STEMMA_SMTP_USER"),
        password=os.environ.get("STEMMA_SMTP_PASSWORD"),
    )
    return Mail(server=server, sender=sender or recipients[0], recipients=tuple(recipients))


def _tell(watched: Watched, errors: Console) -> None:
    tally = watched.tally
    parts = [
        f"{wording.number_of(tally.lists + tally.unchanged, 'feed')} read",
        f"{wording.number_of(tally.articles, 'article')} fetched",
        wording.number_of(tally.reports, "new report"),
        f"{wording.number_of(tally.delivered, 'alert')} delivered",
    ]
    for problem in (*watched.problems, *tally.problems):
        errors.print(Text(f"Not done: {problem}", style="yellow"))
    for channel, count in watched.waiting.items():
        waiting = f"{wording.number_of(count, 'alert')} still to be delivered through {channel}"
        errors.print(Text(waiting, style="yellow"))
    errors.print(", ".join(parts), markup=False)
