"""``stemma alerts``: what there was to tell, whichever way the reports came."""

import json
from typing import Annotated

import typer

from stemma.cli import options
from stemma.cli.output import ListFormat, giving_up, write
from stemma.newsroom import open_newsroom
from stemma.settings import DEFAULT_STORE
from stemma.watch.delivery import to_object, to_text


def alerts(
    *,
    db: options.Database = DEFAULT_STORE,
    story: Annotated[
        str | None,
        typer.Option("--story", help="Only of this story, by its id.", show_default=False),
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many to show.")] = 20,
    form: Annotated[
        ListFormat, typer.Option("--format", "-f", help="What to write the answer as.")
    ] = ListFormat.TERMINAL,
) -> None:
    """List what there was to tell, the latest first, whichever way the reports came.

    Exit status: 0, they are listed; 2, the store cannot be used, or there is no such story.
    """
    with giving_up(), open_newsroom(options.choose(db=db)) as newsroom:
        found = newsroom.alerts(most=most, story=story)
    if form is ListFormat.JSON:
        lines = [json.dumps(to_object(alert), ensure_ascii=False) for alert in found]
    else:
        lines = [f"{to_text(alert)}\n" for alert in found]
    write("".join(f"{line}\n" for line in lines), None)
