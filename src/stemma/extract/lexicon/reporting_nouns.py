"""Nouns that report speech and thought, and the forms they take."""

from functools import cache
from typing import cast

from stemma.extract.lexicon.reporting_verbs import VerbClass
from stemma.tables import read_table


def find_noun(word: str) -> tuple[VerbClass, frozenset[str]] | None:
    """Give the class and frames of a reporting noun, lower case, in singular or plural.

    ``frames`` are what brings the content: ``that``, ``to``, or a preposition; ``person`` only
    restricts the others: people alone have it.
    """
    return _nouns().get(word)


@cache
def _nouns() -> dict[str, tuple[VerbClass, frozenset[str]]]:
    found: dict[str, tuple[VerbClass, frozenset[str]]] = {}
    for noun, verb_class, frames in read_table("stemma.extract", "reporting_nouns.tsv"):
        entry = cast("VerbClass", verb_class), frozenset(frames.split())
        found[noun] = entry
        found[noun + "s"] = entry
    return found
