"""The command ``stemma`` and what holds for all its subcommands."""

import sys
from typing import Annotated

import typer

from stemma.cli.lazy import LazyCommands
from stemma.crew import multiply_alone
from stemma.version import __version__

commands = typer.Typer(
    name="stemma",
    cls=LazyCommands,
    help="Read many news reports of the same events: who knows what, from whom, and how many "
    "of them really know it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"stemma {__version__}")
        raise typer.Exit


@commands.callback()
def stemma(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and stop."
        ),
    ] = False,
) -> None:
    """Hold the options that stand before a subcommand."""


def main() -> None:
    """Run the command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    multiply_alone()
    commands()
