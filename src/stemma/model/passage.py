"""A passage: what a search looks through, and what it finds there."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.span import Span

PassageKind = Literal["text", "claim", "quote", "name"]
"""A paragraph of a report, a claim, a quote with its speaker, or somebody or something named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that can be found.

    ``subject`` is the id that a hit leads to: a report, claim, statement or entity. ``spans`` are
    where the words stand. ``outlets`` print it, ``speakers`` say it, ``names`` are the people,
    organisations and places named in it. ``day`` is when it was published (EDTF: a day, a month or
    a year), ``weight`` (0 to 1) how much it counts beside others of its kind.
    """

    kind: PassageKind
    subject: str
    text: str
    spans: tuple[Span, ...]
    story: str | None = None
    report: str | None = None
    outlets: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    day: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that a search found.

    ``snippet`` is a piece of its text, ``marks`` are the words that were looked for: half-open
    ranges of code points of the snippet, in order. ``also`` are the reports or other subjects of
    passages with the same words, which are not listed again.
    """

    passage: Passage
    score: float
    snippet: str
    marks: tuple[tuple[int, int], ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """What a search gives: the best hits first.

    ``total`` counts all hits. Where there are more than a search ranks, ``total`` is how many of
    the newest it ranked, and ``more`` is set.
    """

    hits: tuple[Hit, ...]
    total: int
    more: bool
