"""Options that several commands have, each written once."""

import os
from typing import Annotated

import typer

from stemma.language import BUILT_IN
from stemma.settings import DEFAULT_STORE, MEBIBYTE, Settings

SOURCES_HELP = (
    "Text, Markdown and HTML files, JSON and JSONL of article scrapers, directories, globs, "
    "http(s) addresses, or - for standard input."
)

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE…", help=SOURCES_HELP, show_default=False)
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        help="Processes that share the work.  [default: one per processor]",
        show_default=False,
    ),
]
Limit = Annotated[
    int, typer.Option("--limit", min=1, help="Mebibytes that one source may have at most.")
]
Timeout = Annotated[
    float, typer.Option("--timeout", min=0.1, help="Seconds that one address may take.")
]
AnnotatorChoice = Annotated[
    str,
    typer.Option(
        "--annotator",
        envvar="STEMMA_ANNOTATOR",
        help="What marks tokens, trees and names: built-in, or spacy:PIPELINE.",
    ),
]
EncoderChoice = Annotated[
    str,
    typer.Option(
        "--encoder",
        envvar="STEMMA_ENCODER",
        help="What gives sentences their vectors: built-in, or st:MODEL.",
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress and no notices on standard error.")
]
Database = Annotated[
    str,
    typer.Option(
        "--db",
        envvar="STEMMA_DB",
        help="The store: a file, or postgresql://user:password@host/name.",
    ),
]

LIMIT = 20
TIMEOUT = 30.0


def choose(  # noqa: PLR0913 - one for each option
    *,
    workers: int | None = None,
    limit: int = LIMIT,
    timeout: float = TIMEOUT,
    annotator: str = BUILT_IN,
    encoder: str = BUILT_IN,
    db: str = DEFAULT_STORE,
) -> Settings:
    """Make settings of options.

    Raises:
        UsageError: They make no sense.
    """
    return Settings(
        workers=workers or os.cpu_count() or 1,
        limit=limit * MEBIBYTE,
        timeout=timeout,
        annotator=annotator,
        encoder=encoder,
        store=db,
    )
