"""MEANTIME: Wikinews articles with TIMEX3 and VALUE, in the CAT XML format."""

from dataclasses import dataclass
from pathlib import Path

from evals.outcome import Selection
from evals.readers.cat import read_cat
from evals.readers.timex import DatedText, Timex
from evals.readers.words import join_words

_DAY = 10
_MARKED = 6
"""Dates and quantities are marked in the headline, the date line and what follows, up to this
many sentences; the rest of an article has entities and events alone, and is left out here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A VALUE: ``[start, end)`` in code points; money, percent or quantity."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wikinews:
    """An article with its dates and quantities."""

    dated: DatedText
    quantities: tuple[Quantity, ...]


def read_meantime(selection: Selection) -> list[Wikinews]:
    """Read the articles.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    files = selection.files("*/corpus_*/*.xml", "meantime")
    return [parse_article(path) for path in files]


def parse_article(path: Path) -> Wikinews:
    """Read what is marked of one article; a sentence becomes a line."""
    cat = read_cat(path)
    # The corpus has lost its pound signs.
    marked = [line for number, line in cat.sentences.items() if number < _MARKED]
    joined = join_words([form.replace("#", "£") for _, form in line] for line in marked)
    ids = [identity for line in marked for identity, _ in line]
    places = dict(zip(ids, joined.places, strict=True))
    expressions: list[Timex] = []
    quantities: list[Quantity] = []
    reference: str | None = None
    for mark in cat.marks:
        kind, value = mark.attributes.get("type", ""), mark.attributes.get("value", "")
        if mark.attributes.get("functionInDocument") == "CREATION_TIME":
            reference = value[:_DAY] or reference
        covered = [places[token] for token in mark.tokens if token in places]
        if not covered:
            continue
        start, end = min(covered)[0], max(covered)[1]
        if mark.tag == "TIMEX3":
            expressions.append(Timex(start=start, end=end, kind=kind, value=value))
        elif mark.tag == "VALUE":
            quantities.append(Quantity(start=start, end=end, kind=kind))
    dated = DatedText(
        name=path.stem,
        text=joined.text,
        reference=reference,
        expressions=tuple(sorted(expressions, key=lambda one: one.start)),
    )
    return Wikinews(dated=dated, quantities=tuple(sorted(quantities, key=lambda one: one.start)))
