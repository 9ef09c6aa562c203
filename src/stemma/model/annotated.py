"""A report with the marks that language parts put on it."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.figure import Figure
from stemma.model.moment import Moment
from stemma.model.report import Report

NameKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word or mark: ``[start, end)`` in code points of the report's text.

    Tags and relations are those of Universal Dependencies (English); ``xpos`` is Penn Treebank.
    ``head`` is an index into ``Annotated.tokens``; the root of a sentence is its own head and
    has the relation ``root``.
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: tokens ``[first, last)`` and the same in code points ``[start, end)``.

    A sentence lies within one part of the report. ``part`` is an index into ``Report.parts``.
    """

    first: int
    last: int
    start: int
    end: int
    part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name: ``[start, end)`` in code points, and tokens ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int
    kind: NameKind
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One report, with tokens, sentences, names, figures and moments, each in text order.

    ``vectors`` holds one row per sentence: little-endian float32, shape
    ``(len(sentences), dimensions)``, rows of length 1. A report that is not in English has its
    text and nothing else. ``roles`` says how likely each token belongs to the source, the cue and
    the content of an attribution: three bytes a token, 255 is certain; empty if that is not known.
    """

    report: Report
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    vectors: bytes = b""
    dimensions: int = 0
    roles: bytes = b""
