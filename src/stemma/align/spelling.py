"""How names are written: folding, transliteration, slips of the pen."""

import re
import unicodedata
from functools import cache

from rapidfuzz.distance import OSA

from stemma.tables import read_lines, read_table

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*", re.UNICODE)
_TRANSLITERATED = (
    ("ia", "a"),
    ("iu", "u"),
    ("ei", "i"),
    ("ij", "i"),
    ("ii", "i"),
    ("ie", "i"),
    ("kh", "h"),
    ("gh", "g"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ph", "f"),
    ("ck", "k"),
    ("tch", "ch"),
    ("tz", "ts"),
    ("dj", "j"),
    ("zh", "j"),
    ("oe", "o"),
    ("ue", "u"),
    ("ae", "a"),
    ("ks", "x"),
    ("q", "k"),
    ("w", "v"),
)
_LONG_ENOUGH_TO_SLIP = 6
_LONG_ENOUGH_FOR_TWO = 8


@cache
def fold(text: str) -> str:
    """Give the words without case, accents, curly apostrophes and the dots of initials."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace("’", "'")
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


@cache
def words(text: str) -> tuple[str, ...]:
    """Split a name into folded words; ``"U.S."`` and ``"US"`` give the same."""
    found = _WORD.findall(fold(text))
    return tuple(bare for word in found if (bare := _without_possessive(word).replace(".", "")))


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


@cache
def sound(word: str) -> str:
    """Reduce a folded word to what transliterations of it have in common."""
    heard_as = word.replace("iy", "i").replace("y", "i").replace("'", "")
    for spelled, heard in _TRANSLITERATED:
        heard_as = heard_as.replace(spelled, heard)
    once = "".join(
        letter for at, letter in enumerate(heard_as) if at == 0 or letter != heard_as[at - 1]
    )
    return once if len(once) > 1 else word


def transliterated(left: str, right: str) -> bool:
    """Tell whether two folded words may be one name brought over from another script."""
    return left == right or sound(left) == sound(right)


def slipped(left: str, right: str) -> bool:
    """Tell whether one of two folded words may be a misprint of the other.

    The measure is optimal string alignment: letters put in, left out, changed or swapped. Long
    words may differ by two such steps, words of fewer than six letters by none.
    """
    shorter = min(len(left), len(right))
    if left == right or shorter < _LONG_ENOUGH_TO_SLIP or transliterated(left, right):
        return False
    allowed = 1 if shorter < _LONG_ENOUGH_FOR_TWO else 2
    return left[0] == right[0] and OSA.distance(left, right, score_cutoff=allowed) <= allowed


def nearly_spelled(left: str, right: str) -> bool:
    """Tell whether two folded words differ by one letter put in, left out, changed or swapped."""
    return OSA.distance(left, right, score_cutoff=1) == 1


def consonants(word: str) -> str:
    """Give the first letter of a folded word and the consonants behind it: "nabi" and "nebi"."""
    return word[:1] + "".join(letter for letter in word[1:] if letter not in "aeiouy")


@cache
def titles() -> frozenset[tuple[str, ...]]:
    """Give the titles that stand before names, as folded words."""
    return frozenset(words(line) for line in read_lines("stemma.align", "titles.txt"))


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(read_lines("stemma.align", "nicknames.tsv")):
        for name in line.split("\t"):
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def same_given_name(left: str, right: str) -> bool:
    """Tell whether two folded given names may be one: equal, an initial, a pet name, a script."""
    if transliterated(left, right):
        return True
    if 1 in (len(left), len(right)):
        return left[0] == right[0]
    return not _nicknames().get(left, frozenset()).isdisjoint(_nicknames().get(right, ()))


def known_given_name(word: str) -> bool:
    """Tell whether the folded word is a given name that the table of pet names holds."""
    return word in _nicknames()


def acronym_of(acronym: str, long: tuple[str, ...], *, loosely: bool = False) -> bool:
    """Tell whether the folded acronym stands for the folded words.

    Strictly, each letter begins one word, and small words may be passed over. Loosely, a word
    may give several of its first letters, as "RAD" in "Coastal Radar Missile System": CRADMS.
    """
    bare = acronym.removesuffix("s") if loosely else acronym
    return any(_spells(letters, long, loosely=loosely) for letters in {acronym, bare})


_SMALL = frozenset({"a", "an", "and", "at", "de", "du", "for", "in", "la", "of", "on", "the", "to"})


def _spells(letters: str, long: tuple[str, ...], *, loosely: bool) -> bool:
    if not long:
        return not letters
    head, rest = long[0], long[1:]
    if head in _SMALL and _spells(letters, rest, loosely=loosely):
        return True
    most = min(len(head), len(letters)) if loosely else min(1, len(letters))
    return any(
        letters[:size] == head[:size] and _spells(letters[size:], rest, loosely=loosely)
        for size in range(1, most + 1)
    )


def american(word: str) -> str:
    """Give the American spelling of a folded word: "centre" is "center"."""
    if word in _american():
        return _american()[word]
    for british, spelled in _SPELLINGS:
        word = british.sub(spelled, word)
    return word


@cache
def _american() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("stemma.align", "spellings.tsv")}


_SPELLINGS = (
    (re.compile(r"is(e|es|ed|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"(?<=\w{3})our(s|ed|ing|ite|ites|able|ful)?$"), r"or\1"),
    (re.compile(r"(?<=[aeiou])ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"(?<=\w[bt])re(s|d)?$"), r"er\1"),
    (re.compile(r"yz(e|es|ed|er|ers|ing)$"), r"ys\1"),
    (re.compile(r"(?<=[aeiou])ll(or|ors|ous)$"), r"l\1"),
    (re.compile(r"[ao]e"), "e"),
)
