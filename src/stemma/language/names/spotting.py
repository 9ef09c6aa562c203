"""Names that the network missed and that form or tables tell."""

from collections.abc import Iterator, Sequence
from functools import cache

from stemma.language.gazetteer import capitals, cities, country_names, read_words, regions
from stemma.language.names.casing import Casing
from stemma.language.names.shaping import Found, things

_MAX_WORDS = 6
_ACRONYM_LETTERS = range(3, 7)
_SCORE = 0.5
_EXPLAINED = len(("System", "("))
_DOUBTFUL = frozenset(
    (
        "Georgia",
        "Jordan",
        "Chad",
        "Turkey",
        "Male",
        "Victoria",
        "Congress",
        "Parliament",
        "Senate",
        "Apple",
        "Meta",
        "Telegram",
        "Treasury",
        "Wagner",
        "Amazon",
        "Washington",
        "Guinea",
        "CAR",
    )
)


@cache
def _known() -> dict[tuple[str, ...], Found]:
    known: dict[tuple[str, ...], Found] = {}
    for text in read_words("organisations"):
        known[tuple(text.split())] = Found(first=0, last=0, kind="organisation", score=_SCORE)
    for text in (*country_names(), *capitals(), *regions(), *cities()):
        known[tuple(text.split())] = Found(first=0, last=0, kind="place", score=_SCORE)
    return {words: found for words, found in known.items() if words[0] not in _DOUBTFUL}


@cache
def _no_acronyms() -> frozenset[str]:
    return read_words("acronyms")


def spot(words: Sequence[str], cases: Sequence[Casing], taken: Sequence[Found]) -> Iterator[Found]:
    """Find names by the tables and by form among the words that no name holds yet."""
    free = [True] * len(words)
    for found in taken:
        free[found.first : found.last] = [False] * (found.last - found.first)
    place = 0
    while place < len(words):
        found = _spot_at(place, words, cases, free) if free[place] else None
        if found is not None:
            yield found
        place = found.last if found is not None else place + 1


def _spot_at(
    place: int, words: Sequence[str], cases: Sequence[Casing], free: Sequence[bool]
) -> Found | None:
    if cases[place] in ("lower", "none"):
        return None
    for last in range(min(place + _MAX_WORDS, len(words)), place, -1):
        known = _known().get(tuple(words[place:last]))
        alone = last == len(words) or cases[last] not in ("capital", "acronym") or not free[last]
        if known is not None and alone and all(free[place:last]):
            return Found(first=place, last=last, kind=known.kind, score=known.score)
    if cases[place] == "acronym" and is_acronym(words[place]) and _stands_alone(place, cases):
        return Found(first=place, last=place + 1, kind="organisation", score=_SCORE)
    return None


def is_acronym(word: str) -> bool:
    """Tell whether a word in capitals looks like an organisation's."""
    stem = word.removesuffix("s")
    return (
        stem.isalpha()
        and stem.isupper()
        and len(stem) in _ACRONYM_LETTERS
        and not (word in _no_acronyms() or stem in _no_acronyms())
    )


def find_thing_acronyms(sentences: Sequence[Sequence[str]]) -> frozenset[str]:
    """Find acronyms that a report explains as things: "Castle Defence System (CDS)"."""
    return frozenset(
        words[at].upper()
        for words in sentences
        for at in range(_EXPLAINED, len(words) - 1)
        if words[at - 1] == "("
        and words[at + 1] == ")"
        and is_acronym(words[at])
        and words[at - 2].lower() in things()
        and words[at - 2][0].isupper()
    )


def _stands_alone(place: int, cases: Sequence[Casing]) -> bool:
    capital = ("capital", "acronym")
    before = place > 0 and cases[place - 1] in capital
    after = place + 1 < len(cases) and cases[place + 1] in capital
    return not before and not after
