"""TimeML: text with TIMEX3 expressions and the time of the document."""

import re
from dataclasses import dataclass
from html import unescape
from itertools import chain
from pathlib import Path

from evals.material import text_of
from evals.outcome import MissingCorpusError, Selection

_TAG = re.compile(r"(<[^>]+>)")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_TIMEX = re.compile(r"<TIMEX3([^>]*)>")
_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_OF_DOCUMENT = ("CREATION_TIME", "PUBLICATION_TIME")
_DAY = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """An expression: ``[start, end)`` in code points, and its TIMEX3 value."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedText:
    """A text with its expressions; ``reference`` is the day it was written, if known."""

    name: str
    text: str
    reference: str | None
    expressions: tuple[Timex, ...]


def read_tbaq(selection: Selection) -> list[DatedText]:
    """Read TimeBank and AQUAINT; a sample takes from both in turn.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    found: list[list[Path]] = []
    for part in ("AQUAINT", "TimeBank"):
        try:
            found.append(selection.files("*.tml", "timex", "tbaq", part))
        except MissingCorpusError:
            continue
    if not found:
        raise MissingCorpusError
    rounds = [list(paths) for paths in found]
    longest = max(map(len, rounds))
    turns = chain.from_iterable(
        [paths[at] for paths in rounds if at < len(paths)] for at in range(longest)
    )
    return [parse_timeml(text_of(path), name=path.stem) for path in list(turns)[: selection.sample]]


def parse_timeml(markup: str, *, name: str) -> DatedText:
    """Read a TimeML document; line breaks of its text become blanks, for they mean nothing."""
    body = _TEXT.search(markup)
    text = ""
    open_tags: list[tuple[int, dict[str, str]]] = []
    expressions: list[Timex] = []
    for piece in _TAG.split(body[1] if body else ""):
        if piece.startswith("<TIMEX3"):
            open_tags.append((len(text), dict(_ATTRIBUTE.findall(piece))))
        elif piece.startswith("</TIMEX3"):
            start, attributes = open_tags.pop()
            kind, value = attributes.get("type", ""), attributes.get("value", "")
            expressions.append(Timex(start=start, end=len(text), kind=kind, value=value))
        elif not piece.startswith("<"):
            text += unescape(piece)
    return DatedText(
        name=name,
        text=re.sub(r"\s", " ", text),
        reference=_reference(markup),
        expressions=tuple(expressions),
    )


def _reference(markup: str) -> str | None:
    marked = [dict(_ATTRIBUTE.findall(tag)) for tag in _TIMEX.findall(markup)]
    for function in _OF_DOCUMENT:
        for attributes in marked:
            if attributes.get("functionInDocument") == function and attributes.get("value"):
                return attributes["value"][:_DAY]
    return None
