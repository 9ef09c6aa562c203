"""The tables of this folder, read once: currencies, units, bounds, and telling nouns."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import cast

from stemma.model.figure import Bound

_LETTER_SIGNS = frozenset({"Rs", "RM", "Rp", "RMB", "KSh", "NIS"})


def _rows(name: str) -> Iterator[list[str]]:
    text = files("stemma.language.figures").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("# "):
            yield line.split("\t")


@cache
def currencies() -> dict[str, str]:
    """Give the ISO 4217 code of each sign and name; names in lower case, singular."""
    return {
        word.lower(): code for code, words in _rows("currencies.tsv") for word in words.split("|")
    }


@cache
def units() -> dict[str, str]:
    """Give the symbol of each unit word as it is written in the table, singular."""
    return {word: symbol for symbol, words in _rows("units.tsv") for word in words.split("|")}


@cache
def bounds() -> dict[str, Bound]:
    """Give what each bounding phrase says, lower case."""
    return {words: cast("Bound", bound) for bound, _, words in _rows("bounds.tsv")}


@cache
def nouns(kind: str) -> frozenset[str]:
    """Give the words of one kind: ``name``, ``empty`` or ``loose``."""
    return frozenset(row[1] for row in _rows("nouns.tsv") if row[0] == kind)


@cache
def states() -> dict[str, str]:
    """Give the form that scope carries for each word that tells what happened to people."""
    return {
        word: row[1]
        for row in _rows("nouns.tsv")
        if row[0] == "state"
        for word in row[2].split("|")
    }


@cache
def _singulars() -> dict[str, str]:
    return {
        plural: row[1]
        for row in _rows("nouns.tsv")
        if row[0] == "single"
        for plural in row[2].split("|")
    }


def singular(plural: str) -> str:
    """Give the singular of a plural noun in lower case."""
    known = _singulars()
    if plural in known:
        return known[plural]
    if plural.endswith("men") and len(plural) > len("women"):
        return plural[:-2] + "an"
    for ending, instead in (
        ("ies", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("zzes", "z"),
    ):
        if plural.endswith(ending) and len(plural) > len(ending) + 1:
            return plural[: -len(ending)] + instead
    return plural[:-1] if plural.endswith("s") and not plural.endswith("ss") else plural


def _alternatives(words: list[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", "[ ]") for word in longest_first)


@cache
def bound_pattern(where: str) -> str:
    """Give the alternatives of phrases that stand ``before`` or ``after`` the number."""
    return _alternatives([words for _, place, words in _rows("bounds.tsv") if place == where])


@cache
def currency_pattern(*, signs: bool) -> str:
    """Give the alternatives of signs and codes, or of names (to which an s may be added)."""
    chosen = [
        word
        for code, words in _rows("currencies.tsv")
        for word in words.split("|")
        if _is_sign(word, code) == signs
    ]
    return _alternatives(chosen)


def _is_sign(word: str, code: str) -> bool:
    return (
        word == code or not word[-2:].isalpha() or not word[-1].isascii() or word in _LETTER_SIGNS
    )


@cache
def millions_pattern() -> str:
    """Give the alternatives of codes that an M makes millions: "30 MUSD"."""
    return _alternatives([f"M{code}" for code, _ in _rows("currencies.tsv")])


@cache
def unit_pattern(*, long: bool) -> str:
    """Give the alternatives of unit words of three letters or more, or of the symbols of two."""
    lengths = range(3, 99) if long else range(2, 3)
    return _alternatives([word for word in units() if len(word) in lengths])
