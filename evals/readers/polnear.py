"""PolNeAR: news articles with attributions, brat stand-off annotation in code points."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass

from evals.material import text_of
from evals.outcome import MissingCorpusError, Selection

Stretch = tuple[int, int]
"""``[start, end)`` in code points."""

_SPAN = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)")
_EVENT = re.compile(r"E\d+\t(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said what: each role has any number of stretches of the text."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with its attributions, and its row of ``metadata.tsv`` (may be empty)."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    metadata: Mapping[str, str]


def read_polnear(selection: Selection, *, part: str = "dev") -> list[Article]:
    """Read one half of the corpus; an article that several people marked is taken once.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    notes = selection.folder("polnear", part, "attributions")
    metadata = read_metadata(selection)
    articles: list[Article] = []
    for path in selection.files("*.txt", "polnear", part, "text"):
        marked = sorted(note for note in notes.iterdir() if note.name.startswith(f"{path.stem}_"))
        if marked:
            articles.append(
                Article(
                    name=path.stem,
                    text=text_of(path),
                    attributions=parse_brat(text_of(marked[0])),
                    metadata=metadata.get(path.stem, {}),
                )
            )
    return articles


def read_metadata(selection: Selection) -> dict[str, dict[str, str]]:
    """Give the rows of ``metadata.tsv`` by article; none where the file is missing."""
    try:
        path = selection.folder("polnear", "metadata.tsv")
    except MissingCorpusError:
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["filename"]: row for row in csv.DictReader(file, delimiter="\t")}


def parse_brat(annotation: str) -> tuple[Attribution, ...]:
    """Read brat: ``T1<tab>Source 0 4;9 12<tab>words`` and ``E1<tab>Attribution:T2 Source:T1``."""
    spans: dict[str, tuple[Stretch, ...]] = {}
    events: list[str] = []
    for line in annotation.splitlines():
        if span := _SPAN.match(line):
            spans[span[1]] = tuple(_stretch(piece) for piece in span[2].split(";"))
        elif event := _EVENT.match(line):
            events.append(event[1])
    return tuple(_attribution(event, spans) for event in events)


def _stretch(piece: str) -> Stretch:
    start, end = piece.split()
    return int(start), int(end)


def _attribution(event: str, spans: Mapping[str, tuple[Stretch, ...]]) -> Attribution:
    roles: dict[str, list[Stretch]] = {"source": [], "cue": [], "content": []}
    for argument in event.split()[1:]:
        role, _, span = argument.partition(":")
        roles.get(role.rstrip("0123456789").lower(), []).extend(spans.get(span, ()))
    return Attribution(
        source=tuple(roles["source"]), cue=tuple(roles["cue"]), content=tuple(roles["content"])
    )
