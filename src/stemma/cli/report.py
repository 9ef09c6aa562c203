"""``stemma report``: read reports and tell what they say."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from stemma.app import Archive
from stemma.cli import options
from stemma.cli.output import (
    NOTHING_READ,
    WRONG_USE,
    Format,
    give_up,
    giving_up,
    showing_progress,
    write_coverage,
)
from stemma.language import BUILT_IN
from stemma.model import Coverage
from stemma.settings import DEFAULT_STORE, Settings


def report(  # noqa: PLR0913 - each parameter is an option of the command
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE…", help=options.SOURCES_HELP, show_default=False),
    ] = None,
    *,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="What to write the answer as.")
    ] = Format.TERMINAL,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this file instead of standard output."),
    ] = None,
    story: Annotated[
        str | None,
        typer.Option("--story", help="Tell a story of the store, by its id, and read nothing."),
    ] = None,
    db: options.Database = DEFAULT_STORE,
    show_cut: Annotated[
        bool, typer.Option("--show-cut", help="Show the page residue that was cut, with reasons.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if any source could not be read.")
    ] = False,
    workers: options.Workers = None,
    limit: options.Limit = options.LIMIT,
    timeout: options.Timeout = options.TIMEOUT,
    annotator: options.AnnotatorChoice = BUILT_IN,
    encoder: options.EncoderChoice = BUILT_IN,
    quiet: options.Quiet = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say what was done with each source.")
    ] = False,
) -> None:
    """Read reports and tell which tell the same story, who says what, and who really knows it.

    Exit status: 0, the answer was written; 1, nothing could be read (with --strict: something
    could not); 2, the command makes no sense.
    """
    errors = Console(stderr=True, quiet=quiet)
    with giving_up():
        settings = options.choose(
            workers=workers,
            limit=limit,
            timeout=timeout,
            annotator=annotator,
            encoder=encoder,
            db=db,
        )
        coverage = _look_up(story, sources, settings) if story else _read(sources, settings, errors)
    if verbose:
        _explain(coverage, errors)
    if form is not Format.TERMINAL:
        _notice(coverage, errors)
    write_coverage(coverage, form, output, show_cut=show_cut)
    if strict and coverage.failures:
        raise typer.Exit(NOTHING_READ)


def _read(sources: list[str] | None, settings: Settings, errors: Console) -> Coverage:
    with showing_progress(errors) as progress:
        return Archive(settings=settings, progress=progress).report(
            sources or [], stdin=sys.stdin.buffer
        )


def _look_up(story: str, sources: list[str] | None, settings: Settings) -> Coverage:
    if sources:
        give_up("give either sources or --story, not both", WRONG_USE)
    from stemma.newsroom import open_newsroom  # noqa: PLC0415 - a database is slow to load, and only needed here

    with open_newsroom(settings) as newsroom:
        return newsroom.story(story)


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
