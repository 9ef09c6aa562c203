"""``stemma stories``, ``stemma show`` and ``stemma explain``: look into the store."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from stemma import archive, decide, tell
from stemma.cli import options
from stemma.cli.output import Format, ListFormat, answers, giving_up, write, write_coverage
from stemma.model import Summary
from stemma.newsroom import open_newsroom
from stemma.settings import DEFAULT_STORE
from stemma.tell import wording
from stemma.version import SCHEMA, __version__

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="An id, or the first of its letters and digits.", show_default=False
    ),
]


def stories(
    *,
    db: options.Database = DEFAULT_STORE,
    most: Annotated[int, typer.Option("--most", min=1, help="How many to list.")] = 20,
    form: Annotated[
        ListFormat, typer.Option("--format", "-f", help="What to write the list as.")
    ] = ListFormat.TERMINAL,
) -> None:
    """List the stories of the store, those that changed last first."""
    with giving_up(), open_newsroom(options.choose(db=db)) as newsroom:
        listed = newsroom.stories(most=most)
    if form is ListFormat.JSON:
        write(tell.summaries_to_json(listed), None)
        return
    _print_stories(answers(), listed)


def show(
    name: Id,
    *,
    db: options.Database = DEFAULT_STORE,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="What to write the answer as.")
    ] = Format.TERMINAL,
) -> None:
    """Show a story, a report with its statements, a claim with all who make it, or any finding."""
    with giving_up(), open_newsroom(options.choose(db=db)) as newsroom:
        place, coverage = newsroom.show(name)
    if form is not Format.TERMINAL or place.kind == "story":
        write_coverage(coverage, form, None)
    elif place.kind == "report":
        tell.print_report(coverage, place.id, answers())
    elif place.kind == "claim":
        tell.print_claim(coverage, place.id, answers())
    else:
        explain(name, db=db)


def explain(
    name: Id,
    *,
    db: options.Database = DEFAULT_STORE,
    form: Annotated[
        ListFormat, typer.Option("--format", "-f", help="What to write the answer as.")
    ] = ListFormat.TERMINAL,
) -> None:
    """Tell what an id stands for: the words it rests on, what made it, what became of it."""
    with giving_up(), open_newsroom(options.choose(db=db)) as newsroom:
        explained = newsroom.explain(name)
    if form is ListFormat.JSON:
        write(_explained_to_json(explained), None)
    else:
        _print_explained(answers(), explained)


def _print_stories(console: Console, listed: Sequence[Summary]) -> None:
    if not listed:
        console.print("no stories yet: 'stemma add SOURCE…' reads reports and keeps them")
    for summary in listed:
        console.print(
            Text.assemble((archive.shorten(summary.id), "cyan"), "  ", (summary.title, "bold"))
        )
        lines = [wording.counts(summary.counts), *([summary.finding] if summary.finding else [])]
        for line in lines:
            console.print(Padding(Text(line), (0, 0, 0, 12)))


def _print_explained(console: Console, explained: archive.Explained) -> None:
    place = explained.place
    console.print(Text.assemble((place.kind, "bold cyan"), f"  {place.id}"))
    console.print(Text(explained.text, style="bold"))
    if place.story and place.kind != "story":
        console.print(f"in the story {place.story}", markup=False)
    for words in explained.words:
        console.print()
        dated = wording.date(words.published) if words.published else "undated"
        span = f"{words.span.start}–{words.span.end}"
        console.print(Text(f"{words.name}, {dated}, {words.address}, at {span}:", "bright_black"))
        console.print(
            Padding(Text.assemble(words.before, (words.quote, "bold"), words.after), (0, 0, 0, 2))
        )
    for verdict in explained.verdicts:
        console.print(Text(f"{decide.sign(verdict)} ({archive.shorten(verdict.id)})"))
    for entry in explained.history:
        moved = wording.few([explained.names.get(one, one) for one in entry.reports])
        console.print(f"{entry.at}  {entry.event}  {moved}  {entry.why}", markup=False)
    for run in explained.runs:
        console.print(Text(f"made by {run.method} with {run.settings}", "bright_black"))


def _explained_to_json(explained: archive.Explained) -> str:
    told = {
        "stemma": __version__,
        "schema": SCHEMA,
        "id": explained.place.id,
        "kind": explained.place.kind,
        "story": explained.place.story,
        "text": explained.text,
        "words": [
            {
                "report": words.span.report,
                "start": words.span.start,
                "end": words.span.end,
                "outlet": words.name,
                "address": words.address,
                "published": words.published,
                "quote": words.quote,
            }
            for words in explained.words
        ],
        "runs": [{"method": run.method, "settings": run.settings} for run in explained.runs],
        "verdicts": [
            {"id": verdict.id, "kind": verdict.kind, "author": verdict.author, "at": verdict.at}
            for verdict in explained.verdicts
        ],
        "history": [
            {
                "at": entry.at,
                "event": entry.event,
                "story": entry.story,
                "other": entry.other,
                "reports": list(entry.reports),
                "why": entry.why,
            }
            for entry in explained.history
        ],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
