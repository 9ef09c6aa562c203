"""``stemma verify``, ``stemma export`` and ``stemma import``: look after the store."""

import sys
from contextlib import AbstractContextManager, nullcontext
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, TextIO

import typer

from stemma.cli import options
from stemma.cli.output import WRONG_USE, give_up, giving_up
from stemma.newsroom import open_newsroom
from stemma.settings import DEFAULT_STORE
from stemma.tell import wording

NOT_SOUND = 1
_STANDARD_INPUT = Path("-")


def verify(*, db: options.Database = DEFAULT_STORE) -> None:
    """Hash everything anew, and look up all the words that anything points at.

    Exit status: 0, the store is sound; 1, something is not as it was; 2, it cannot be used.
    """
    with giving_up(), open_newsroom(options.choose(db=db)) as newsroom:
        verified = newsroom.verify()
    for problem in verified.problems:
        typer.echo(f"{problem.about}: {problem.message}", err=True)
    parts = (
        wording.number_of(verified.raws, "source"),
        wording.number_of(verified.reports, "report"),
        f"{verified.stories} stories" if verified.stories != 1 else "1 story",
        wording.number_of(verified.spans, "span"),
    )
    found = wording.number_of(len(verified.problems), "problem")
    typer.echo(f"{', '.join(parts)}: {'all sound' if not verified.problems else found}")
    if verified.problems:
        raise typer.Exit(NOT_SOUND)


def export(
    *,
    db: options.Database = DEFAULT_STORE,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this file instead of standard output."),
    ] = None,
) -> None:
    """Write the whole store as JSON lines, which 'stemma import' reads.

    Exit status: 0, all was written; 2, the store or the file cannot be used.
    """
    with giving_up(), open_newsroom(options.choose(db=db)) as newsroom:
        try:
            target = output.open("w", encoding="utf-8") if output else sys.stdout
            for line in newsroom.export():
                target.write(line + "\n")
            target.flush()
            if output:
                target.close()
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            give_up(f"cannot write {str(output)!r}: {error.strerror}", WRONG_USE)


def load(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="FILE|-",
            help="What 'stemma export' wrote; '-' is standard input.",
            allow_dash=True,
            show_default=False,
        ),
    ],
    *,
    db: options.Database = DEFAULT_STORE,
) -> None:
    """Fill an empty store with what 'stemma export' wrote.

    Exit status: 0, all was read; 2, the file or the store cannot be used, and nothing was kept.
    """
    with giving_up():
        try:
            with (
                _open_lines(source) as lines,
                open_newsroom(options.choose(db=db)) as newsroom,
            ):
                rows = newsroom.load(lines)
        except (OSError, UnicodeDecodeError) as error:
            give_up(f"cannot read {str(source)!r}: {error}", WRONG_USE)
    typer.echo(f"{wording.number_of(rows, 'row')} imported")


def _open_lines(source: Path) -> AbstractContextManager[TextIO]:
    if source != _STANDARD_INPUT:
        return source.open(encoding="utf-8")
    return nullcontext(TextIOWrapper(sys.stdin.buffer, encoding="utf-8"))
