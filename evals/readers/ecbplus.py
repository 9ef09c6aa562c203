"""ECB+: short reports in topics of two like events each, with cross-document coreference."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.outcome import Selection
from evals.readers.cat import CatText, read_cat
from evals.readers.words import Joined, join_words

_NAME = re.compile(r"(\d+)_(\d+)(ecb|ecbplus)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention in sentence ``sentence`` of a chain that runs through several reports.

    Mentions of saying are left out.
    """

    sentence: int
    chain: str
    is_action: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortReport:
    """A report, a sentence a line: ``sentences`` are ``[start, end)`` in code points.

    ``event`` is the topic with the half it is of: each topic holds two like events.
    """

    name: str
    topic: int
    event: str
    text: str
    has_title: bool
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]


def read_ecbplus(selection: Selection) -> list[ShortReport]:
    """Read the reports; a sample takes whole topics, by number.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    files = Selection(corpora=selection.corpora).files("*/*.xml", "ecbplus")
    found = [(match, path) for path in files for match in [_NAME.fullmatch(path.stem)] if match]
    found.sort(key=lambda pair: (int(pair[0][1]), pair[0][3], int(pair[0][2])))
    if selection.sample is not None:
        last = int(found[min(selection.sample, len(found)) - 1][0][1])
        found = [pair for pair in found if int(pair[0][1]) <= last]
    return [parse_report(path, topic=int(match[1]), half=match[3]) for match, path in found]


def parse_report(path: Path, *, topic: int, half: str) -> ShortReport:
    """Read one report; the address on the first line of a page is left out."""
    cat = read_cat(path)
    kept = [number for number, line in cat.sentences.items() if not line[0][1].startswith("http")]
    joined = join_words([form for _, form in cat.sentences[number]] for number in kept)
    lines = {number: at for at, number in enumerate(kept)}
    return ShortReport(
        name=path.stem,
        topic=topic,
        event=f"{topic}{half}",
        text=joined.text,
        has_title=half == "ecbplus" and len(kept) > 1,
        sentences=_bounds(joined),
        mentions=tuple(_mentions(cat, lines)),
    )


def _bounds(joined: Joined) -> tuple[tuple[int, int], ...]:
    bounds: list[tuple[int, int]] = []
    start = 0
    for line in joined.text.split("\n"):
        bounds.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(bounds)


def _mentions(cat: CatText, lines: Mapping[int, int]) -> Iterable[Mention]:
    line_of = {
        identity: lines[number]
        for number, line in cat.sentences.items()
        if number in lines
        for identity, _ in line
    }
    for mark in cat.marks:
        chain = cat.chains.get(mark.attributes.get("m_id", ""))
        if chain and mark.tokens and mark.tokens[0] in line_of and "REPORTING" not in mark.tag:
            yield Mention(
                sentence=line_of[mark.tokens[0]],
                chain=chain,
                is_action=mark.tag.startswith(("ACTION", "NEG_ACTION")),
            )
