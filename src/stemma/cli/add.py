"""``stemma add`` and ``stemma refresh``: let the store take in what is new."""

import sys

import typer
from rich.console import Console
from rich.text import Text

from stemma import archive
from stemma.cli import options
from stemma.cli.output import NOTHING_READ, answers, giving_up, showing_progress
from stemma.language import BUILT_IN
from stemma.newsroom import open_newsroom
from stemma.settings import DEFAULT_STORE
from stemma.tell import wording


def add(  # noqa: PLR0913 - each parameter is an option of the command
    sources: options.Sources,
    *,
    db: options.Database = DEFAULT_STORE,
    workers: options.Workers = None,
    limit: options.Limit = options.LIMIT,
    timeout: options.Timeout = options.TIMEOUT,
    annotator: options.AnnotatorChoice = BUILT_IN,
    encoder: options.EncoderChoice = BUILT_IN,
    quiet: options.Quiet = False,
) -> None:
    """Read sources and keep them: new reports join or found stories, and those are told anew.

    What the store holds already is left as it is. Exit status: 0, all was added; 1, something
    could not be read; 2, the command makes no sense or the store cannot be used.
    """
    errors = Console(stderr=True, quiet=quiet)
    with giving_up(), showing_progress(errors) as progress:
        settings = options.choose(
            workers=workers,
            limit=limit,
            timeout=timeout,
            annotator=annotator,
            encoder=encoder,
            db=db,
        )
        with open_newsroom(settings, progress=progress) as newsroom:
            added = newsroom.add(sources, stdin=sys.stdin.buffer)
            changes = newsroom.refresh()
            untold = newsroom.untold()
    for failure in (*added.failures, *untold):
        errors.print(Text(f"Not read: {failure.message}", style="yellow"))
    console = answers()
    console.print(_summary(added), markup=False)
    _print_changes(console, changes)
    if added.failures or untold:
        raise typer.Exit(NOTHING_READ)


def refresh(
    *,
    db: options.Database = DEFAULT_STORE,
    workers: options.Workers = None,
    annotator: options.AnnotatorChoice = BUILT_IN,
    encoder: options.EncoderChoice = BUILT_IN,
    quiet: options.Quiet = False,
) -> None:
    """Do anew what a changed method, or other language parts, would do otherwise.

    Exit status: 0, all is up to date; 2, the store cannot be used.
    """
    errors = Console(stderr=True, quiet=quiet)
    with giving_up(), showing_progress(errors) as progress:
        settings = options.choose(workers=workers, annotator=annotator, encoder=encoder, db=db)
        with open_newsroom(settings, progress=progress) as newsroom:
            redone = newsroom.redo()
            changes = newsroom.refresh()
            untold = newsroom.untold()
    for failure in untold:
        errors.print(Text(f"Not told: {failure.message}", style="yellow"))
    console = answers()
    console.print(f"{wording.number_of(redone, 'report')} understood anew", markup=False)
    _print_changes(console, changes)


def _summary(added: archive.Added) -> str:
    parts = [
        f"{wording.number_of(len(added.reports), 'new report')}",
        *([f"{added.copies} held already in other files"] if added.copies else []),
        *([f"{wording.number_of(added.known, 'source')} known"] if added.known else []),
        *([f"{len(added.failures)} not read"] if added.failures else []),
    ]
    return ", ".join(parts)


def _print_changes(console: Console, changes: tuple[archive.Change, ...]) -> None:
    for change in changes:
        began = "new story" if change.before is None else "story changed"
        line = Text.assemble(
            (archive.shorten(change.after.id), "cyan"), f"  {began}: ", (change.after.title, "bold")
        )
        console.print(line)
        console.print(Text(f"            {wording.counts(change.after.counts)}"))
