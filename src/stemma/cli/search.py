"""``stemma search``: find texts, claims, quotes and names in the store."""

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from stemma.archive import shorten
from stemma.cli import options
from stemma.cli.output import ListFormat, answers, giving_up, write
from stemma.model import Hit, Hits
from stemma.newsroom import open_newsroom
from stemma.search import Filter
from stemma.settings import DEFAULT_STORE
from stemma.tell import wording
from stemma.version import SCHEMA, __version__

_SHOWN_NAMES = 3


def search(  # noqa: PLR0913 - each parameter is an option of the command
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY…",
            help='Words, "exact words", -without, OR, brackets, and filters such as '
            "speaker:name. Quote it for the shell, and write -- before what begins with -.",
            show_default=False,
        ),
    ] = None,
    *,
    kind: Annotated[
        str | None, typer.Option("--kind", help="Only text, claim, quote or name.")
    ] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", help="Only what they say.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Only what it prints.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="Only where they are named.")] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", help="Only of a day, month or year, or from..to."),
    ] = None,
    story: Annotated[str | None, typer.Option("--story", help="Only of a story, by id.")] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many hits to show.")] = 20,
    skip: Annotated[int, typer.Option("--skip", min=0, help="How many to leave out first.")] = 0,
    db: options.Database = DEFAULT_STORE,
    form: Annotated[
        ListFormat, typer.Option("--format", "-f", help="What to write the hits as.")
    ] = ListFormat.TERMINAL,
) -> None:
    """Find paragraphs, claims, quotes and names in the store, the best first.

    Exit status: 0, whatever was found; 2, the query makes no sense or the store cannot be used.
    """
    named: dict[Filter, str | None] = {
        "kind": kind,
        "speaker": speaker,
        "outlet": outlet,
        "name": name,
        "date": date,
        "story": story,
    }
    filters: dict[Filter, str] = {of: value for of, value in named.items() if value is not None}
    text = " ".join(query or [])
    with giving_up(), open_newsroom(options.choose(db=db)) as newsroom:
        found = newsroom.search(text, filters=filters, most=most, skip=skip)
    if form is ListFormat.JSON:
        write(_to_json(found), None)
    else:
        _print(answers(), found)


def _print(console: Console, found: Hits) -> None:
    if not found.hits:
        console.print("nothing found" if not found.total else "no further hits")
        return
    newest = "the newest of more than " if found.more else ""
    console.print(Text(f"{newest}{wording.number_of(found.total, 'hit')}", "bright_black"))
    for hit in found.hits:
        console.print()
        console.print(_heading(hit))
        console.print(Padding(_marked(hit), (0, 0, 0, 12)))


def _heading(hit: Hit) -> Text:
    passage = hit.passage
    about = [passage.kind, *([wording.date(passage.day)] if passage.day else [])]
    about += [_several(passage.speakers[:1])] if passage.kind == "quote" else []
    about += [_several(passage.outlets)] if passage.outlets else []
    about += [f"and {wording.number_of(len(hit.also), 'copy')}"] if hit.also else []
    about += [f"story {shorten(passage.story)}"] if passage.story else []
    return Text.assemble(
        (shorten(passage.subject), "cyan"), "  ", ("  ".join(about), "bright_black")
    )


def _several(names: tuple[str, ...]) -> str:
    more = len(names) - _SHOWN_NAMES
    shown = ", ".join(names[:_SHOWN_NAMES])
    return f"{shown} and {more} more" if more > 0 else shown


def _marked(hit: Hit) -> Text:
    text = Text(hit.snippet)
    for start, end in hit.marks:
        text.stylize("bold", start, end)
    return text


def _to_json(found: Hits) -> str:
    told = {
        "stemma": __version__,
        "schema": SCHEMA,
        "total": found.total,
        "more": found.more,
        "hits": [
            {
                "kind": hit.passage.kind,
                "id": hit.passage.subject,
                "story": hit.passage.story,
                "report": hit.passage.report,
                "outlets": list(hit.passage.outlets),
                "speakers": list(hit.passage.speakers),
                "names": list(hit.passage.names),
                "day": hit.passage.day,
                "score": hit.score,
                "text": hit.passage.text,
                "spans": [
                    {"report": span.report, "start": span.start, "end": span.end}
                    for span in hit.passage.spans
                ],
                "snippet": hit.snippet,
                "marks": [list(mark) for mark in hit.marks],
                "also": list(hit.also),
            }
            for hit in found.hits
        ],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
