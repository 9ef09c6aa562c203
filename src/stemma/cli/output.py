"""Writing an answer, and giving up: standard output is for answers alone."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console

from stemma import tell
from stemma.cli.progress import Bar
from stemma.errors import NothingReadError, StemmaError
from stemma.model import Coverage
from stemma.ports import Progress
from stemma.settings import Silence
from stemma.tell import as_csv

NOTHING_READ = 1
WRONG_USE = 2

_PLAIN_WIDTH = 100


class Format(StrEnum):
    """What an answer about stories is written as."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "md"
    HTML = "html"
    CLAIMS = "claims.csv"
    FIGURES = "figures.csv"
    TIMELINE = "timeline.csv"


class ListFormat(StrEnum):
    """What any other answer is written as."""

    TERMINAL = "terminal"
    JSON = "json"


@contextmanager
def giving_up() -> Generator[None]:
    """Turn an error of ours into its message and an exit status."""
    try:
        yield
    except NothingReadError as error:
        give_up(str(error), NOTHING_READ)
    except StemmaError as error:
        give_up(str(error), WRONG_USE)


def give_up(message: str, status: int) -> NoReturn:
    """Say why on standard error, and stop."""
    typer.echo(f"stemma: {message}", err=True)
    raise typer.Exit(status) from None


@contextmanager
def showing_progress(errors: Console) -> Generator[Progress]:
    """Draw a bar where somebody looks on."""
    if not errors.is_terminal or errors.quiet:
        yield Silence()
        return
    with Bar(errors) as bar:
        yield bar


class _Answers(Console):
    """A console that ends well when its reader goes away, where rich would end with 1."""

    def on_broken_pipe(self) -> None:
        """End; this is what rich calls."""
        _end_unheard()


def answers() -> Console:
    """Give the console that people see; a pipe gets no colour and a steady width."""
    steady = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return _Answers(width=_PLAIN_WIDTH if steady else None, highlight=False)


def write_coverage(
    coverage: Coverage, form: Format, output: Path | None, *, show_cut: bool = False
) -> None:
    """Write stories in a format, to a file or to standard output."""
    if form is Format.TERMINAL and output is None:
        tell.print_coverage(coverage, answers(), show_cut=show_cut)
        return
    text = _WRITERS[form](coverage) if form in _WRITERS else _plain(coverage, show_cut)
    is_table = output is not None and form.value.endswith(".csv")
    write(as_csv.BYTE_ORDER_MARK + text if is_table else text, output)


def write(text: str, output: Path | None) -> None:
    """Write text to a file or to standard output; give up where the file cannot be written.

    Bytes of file names that are not UTF-8 (PEP 383) are written with a backslash in both.
    """
    if output is None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            _end_unheard()
        return
    try:
        output.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        give_up(f"cannot write {str(output)!r}: {error.strerror}", WRONG_USE)


def _end_unheard() -> NoReturn:
    """End well: a reader that goes away (``| head``) has what it wanted.

    What is still to be written goes nowhere, or Python would complain at its end.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit from None


def _plain(coverage: Coverage, show_cut: bool) -> str:  # noqa: FBT001 - passed on as it came
    text = StringIO()
    console = Console(file=text, width=_PLAIN_WIDTH, highlight=False)
    tell.print_coverage(coverage, console, show_cut=show_cut)
    return text.getvalue()


_WRITERS = {
    Format.JSON: tell.to_json,
    Format.MARKDOWN: tell.to_markdown,
    Format.HTML: tell.to_html,
    Format.CLAIMS: as_csv.claims_to_csv,
    Format.FIGURES: as_csv.figures_to_csv,
    Format.TIMELINE: as_csv.timeline_to_csv,
}
