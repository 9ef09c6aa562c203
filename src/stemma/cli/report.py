"""``stemma report``: read reports and tell what they say."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from stemma import tell
from stemma.app import Archive
from stemma.cli.progress import Bar
from stemma.errors import NothingReadError, UsageError
from stemma.language import BUILT_IN
from stemma.model import Coverage
from stemma.settings import MEBIBYTE, Settings

NOTHING_READ = 1
WRONG_USE = 2

_PLAIN_WIDTH = 100


class Format(StrEnum):
    """What the answer is written as."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "md"
    HTML = "html"


def report(  # noqa: PLR0913 - each parameter is an option of the command
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE…",
            help="Text, Markdown and HTML files, JSON and JSONL of article scrapers, directories, "
            "globs, http(s) addresses, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="What to write the answer as.")
    ] = Format.TERMINAL,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this file instead of standard output."),
    ] = None,
    show_cut: Annotated[
        bool, typer.Option("--show-cut", help="Show the page residue that was cut, with reasons.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if any source could not be read.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            min=1,
            help="Processes that share the work.  [default: one per processor]",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, help="Mebibytes that one source may have at most.")
    ] = 20,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, help="Seconds that one address may take.")
    ] = 30.0,
    annotator: Annotated[
        str,
        typer.Option(
            "--annotator",
            envvar="STEMMA_ANNOTATOR",
            help="What marks tokens, trees and names: built-in, or spacy:PIPELINE.",
        ),
    ] = BUILT_IN,
    encoder: Annotated[
        str,
        typer.Option(
            "--encoder",
            envvar="STEMMA_ENCODER",
            help="What gives sentences their vectors: built-in, or st:MODEL.",
        ),
    ] = BUILT_IN,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no notices on standard error.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say what was done with each source.")
    ] = False,
) -> None:
    """Read reports and tell which tell the same story, who says what, and who really knows it.

    Exit status: 0, the answer was written; 1, nothing could be read (with --strict: something
    could not); 2, the command makes no sense.
    """
    errors = Console(stderr=True, quiet=quiet)
    try:
        settings = Settings(
            workers=workers or os.cpu_count() or 1,
            limit=limit * MEBIBYTE,
            timeout=timeout,
            annotator=annotator,
            encoder=encoder,
        )
        coverage = _read(sources, settings, errors)
    except UsageError as error:
        _give_up(str(error), WRONG_USE)
    except NothingReadError as error:
        _give_up(str(error), NOTHING_READ)
    if verbose:
        _explain(coverage, errors)
    if form is not Format.TERMINAL:
        _notice(coverage, errors)
    _write(coverage, form, output, show_cut=show_cut)
    if strict and coverage.failures:
        raise typer.Exit(NOTHING_READ)


def _read(sources: Sequence[str], settings: Settings, errors: Console) -> Coverage:
    stdin = sys.stdin.buffer
    if not errors.is_terminal or errors.quiet:
        return Archive(settings=settings).report(sources, stdin=stdin)
    with Bar(errors) as bar:
        return Archive(settings=settings, progress=bar).report(sources, stdin=stdin)


def _give_up(message: str, status: int) -> NoReturn:
    typer.echo(f"stemma: {message}", err=True)
    raise typer.Exit(status) from None


def _notice(coverage: Coverage, errors: Console) -> None:
    """Say what an answer for programs would not say aloud."""
    for failure in coverage.failures:
        errors.print(f"Not read: {failure.message}", markup=False, style="yellow")
    for one in coverage.reports:
        if one.language != "en":
            errors.print(
                f"Kept, but not read: {one.paths[0]} is not in English ({one.language}).",
                markup=False,
                style="yellow",
            )


def _explain(coverage: Coverage, errors: Console) -> None:
    for one in coverage.reports:
        dated = f"{one.published.value} ({one.published.basis})" if one.published else "undated"
        errors.print(
            f"{', '.join(one.paths)}: {one.name}, {dated}, {len(one.text.split())} words, "
            f"{len(one.cut)} pieces cut",
            markup=False,
        )


def _write(coverage: Coverage, form: Format, output: Path | None, *, show_cut: bool) -> None:
    if form is Format.TERMINAL and output is None:
        tell.print_coverage(coverage, _console(), show_cut=show_cut)
        return
    text = _WRITERS[form](coverage) if form in _WRITERS else _plain(coverage, show_cut=show_cut)
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        _give_up(f"cannot write {str(output)!r}: {error.strerror}", WRONG_USE)


def _console() -> Console:
    """Give the console that people see; a pipe gets no colour and a steady width."""
    steady = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(width=_PLAIN_WIDTH if steady else None, highlight=False)


def _plain(coverage: Coverage, *, show_cut: bool) -> str:
    text = StringIO()
    console = Console(file=text, width=_PLAIN_WIDTH, highlight=False)
    tell.print_coverage(coverage, console, show_cut=show_cut)
    return text.getvalue()


_WRITERS = {
    Format.JSON: tell.to_json,
    Format.MARKDOWN: tell.to_markdown,
    Format.HTML: tell.to_html,
}
