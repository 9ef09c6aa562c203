"""What the case of a word says, in the sentence it stands in."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

Casing = Literal["lower", "capital", "acronym", "opening", "none"]
"""``capital``: begins with a capital although nothing but a name asks for it; ``acronym``: two or
more capitals, likewise; ``opening``: a capital that the place asks for, or that means nothing in
a line in capitals or in headline case; ``none``: no letters."""

CASES: tuple[Casing, ...] = ("none", "lower", "opening", "capital", "acronym")
"""Casings in the order that the networks number them; marks of start and end have the first."""

_HEADLINE_SHARE = 0.7
_LONG = 3
_KEPT = 50_000  # words
_OPENERS = frozenset("“\"‘':([«—–-•*")


def find_cases(words: Sequence[str]) -> list[Casing]:
    """Tell the casing of each word of a sentence."""
    headline = is_headline(words)
    shouted = is_shouted(words)
    cases: list[Casing] = []
    start = True
    for at, word in enumerate(words):
        joined = at > 1 and words[at - 1] == "-" and cases[at - 2] not in ("lower", "none")
        case = _case(word, plain=headline or start, shouted=shouted)
        cases.append("opening" if joined and case == "lower" else case)
        start = word in _OPENERS or (start and cases[-1] == "none")
    return cases


def spread_cases(words: Sequence[str], first: Sequence[int], pieces: int) -> list[int]:
    """Give each of so many word pieces its word's casing; ``first`` has each word's first piece."""
    spread = [0] * pieces
    ends = [*first[1:], pieces - 1]
    for case, start, end in zip(find_cases(words), first, ends, strict=False):
        spread[start:end] = [CASES.index(case)] * (end - start)
    return spread


def is_headline(words: Sequence[str]) -> bool:
    """Tell whether nearly all longer words of a sentence begin with a capital."""
    longer = [word for word in words if len(word) > _LONG and word[0].isalpha()]
    capital = sum(not word[0].islower() for word in longer)
    return len(longer) > 1 and capital > _HEADLINE_SHARE * len(longer)


def is_shouted(words: Sequence[str]) -> bool:
    """Tell whether most longer words of a sentence are in capitals."""
    longer = [word for word in words if len(word) > _LONG and word.isalpha()]
    return 2 * sum(word.isupper() for word in longer) > len(longer)


@lru_cache(maxsize=_KEPT)
def _case(word: str, *, plain: bool, shouted: bool) -> Casing:
    capitals = sum(letter.isupper() for letter in word)
    if not any(letter.isalpha() for letter in word):
        return "none"
    if not capitals:
        return "lower" if any(letter.islower() for letter in word) else "none"
    if capitals > 1 and not shouted and word.isupper():
        return "acronym"
    if plain:
        return "opening"
    if capitals > 1:
        return "acronym"
    return "capital" if word[0].isupper() else "opening"
