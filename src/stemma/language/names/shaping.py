"""Found names to names with the right edges and kind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from stemma.language.gazetteer import (
    capitals,
    cities,
    country_names,
    demonyms,
    read_words,
    regions,
    titles,
)
from stemma.language.names.casing import Casing
from stemma.model.annotated import NameKind

_EDGES = frozenset(("of", "for", "and", "the", "The", "a", "an", "&", "'s", "’s", "’", "'", "in"))
_SUFFIXES = frozenset(("II", "III", "IV", "Jr", "Jr.", "Sr", "Sr."))
_OF = frozenset(("of", "for"))
_INSIDE = frozenset(("and", "&", "of", "de"))
_ACRONYM = re.compile(r"[A-Z]{3,6}|[A-Z][a-z][A-Z]")
_CAPITALS = frozenset(("capital", "acronym"))
_COMPASS = frozenset(
    (
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Central",
        "Upper",
        "Lower",
        "Greater",
        "Inner",
        "Outer",
        "Northeast",
        "Northwest",
        "Southeast",
    )
)
_OFFICES = frozenset(("ministry", "ministries", "department", "committee", "office", "school"))
_POSTS = frozenset(("minister", "secretary", "director", "president", "governor", "head", "chief"))
_ALSO_PEOPLE = frozenset(("Georgia", "Jordan", "Chad", "Victoria", "Kingston", "Wellington"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name within words ``[first, last)`` of its sentence."""

    first: int
    last: int
    kind: NameKind
    score: float


@cache
def _heads() -> frozenset[str]:
    return read_words("organisation_heads")


@cache
def _place_heads() -> frozenset[str]:
    return read_words("place_heads")


@cache
def things() -> frozenset[str]:
    """Give the last words of capitalised names of things, lower case."""
    return read_words("thing_heads")


@cache
def _organisations() -> frozenset[str]:
    return read_words("organisations")


@cache
def _no_names() -> frozenset[str]:
    return read_words("not_names")


@cache
def _vague_heads() -> frozenset[str]:
    return _heads() - frozenset(word.lower() for word in _organisations())


def shape(found: Found, words: Sequence[str], cases: Sequence[Casing]) -> Found | None:
    """Give the name with its edges and kind put right, or None where it is no name."""
    found = _extend(found, words, cases)
    if found.kind != "person" and _names_thing(found, words, cases):
        return None
    trimmed = _trim(found, words, cases)
    if trimmed is None or _is_no_name(trimmed, words):
        return None
    return _without_post(replace(trimmed, kind=_kind(trimmed, words, cases)), words)


def _without_post(found: Found, words: Sequence[str]) -> Found:
    """Drop the ``Transport Minister`` of ``Transport Minister Ida Noll``."""
    if found.kind != "person":
        return found
    posts = [at for at in range(found.first, found.last - 1) if words[at].lower() in _POSTS]
    return replace(found, first=posts[-1] + 1) if posts else found


def known_kind(text: str) -> NameKind | None:
    """Give the kind of a name that the tables know."""
    if text.isupper() and len(text) > len("WHO"):
        text = text if text in _organisations() else text.title()
    if text in _organisations():
        return "organisation"
    if text in country_names() or text in capitals() or text in regions():
        return "place"
    return None


def _kind(found: Found, words: Sequence[str], cases: Sequence[Casing]) -> NameKind:
    text = " ".join(words[found.first : found.last])
    known = known_kind(text)
    if known is not None:
        return found.kind if found.kind == "person" and text in _ALSO_PEOPLE else known
    if found.kind == "person":
        if text in cities() and not _has_title(found, words, cases):
            return "place"
        single = found.last - found.first == 1 and cases[found.first] == "acronym"
        return "organisation" if single and _ACRONYM.fullmatch(text) else "person"
    final = words[found.last - 1].lower()
    if _has_title(found, words, cases) and final not in _heads():
        return "person"
    return "organisation" if _is_headed(found, words) else found.kind


def _is_headed(found: Found, words: Sequence[str]) -> bool:
    """Tell "Marlow Bank" and "Bank of Marlow" from other names of several words."""
    inside = range(found.first, found.last - 1)
    before_of = any(words[at].lower() in _heads() and words[at + 1] in _OF for at in inside)
    return before_of or (len(inside) > 0 and words[found.last - 1].lower() in _heads())


def _has_title(found: Found, words: Sequence[str], cases: Sequence[Casing]) -> bool:
    before = found.first - 1
    return before >= 0 and cases[before] != "lower" and words[before].lower() in titles()


def _extend(found: Found, words: Sequence[str], cases: Sequence[Casing]) -> Found:
    first, last = found.first, found.last
    if found.kind == "person":
        if last < len(words) and words[last] in _SUFFIXES:
            last += 1
    else:
        end = _run_end(found, words, cases)
        last = end if end > last and words[end - 1].lower() in _heads() else last
        last = _after_and(first, _after_of(last, words, cases), words, cases)
    if found.kind == "place" and first and cases[first - 1] == "capital":
        first -= words[first - 1] in _COMPASS
    return replace(found, first=first, last=last)


def _run_end(found: Found, words: Sequence[str], cases: Sequence[Casing]) -> int:
    """Give the end of the run of capitalised words that the name begins."""
    last = found.last
    while last < len(words) and cases[last] == "capital" and words[last].lower() not in titles():
        last += 1
    return last


def _names_thing(found: Found, words: Sequence[str], cases: Sequence[Casing]) -> bool:
    """Tell "Castle Defence System" from a name, or "Defence" in "Defence Secretary"."""
    end = _run_end(found, words, cases)
    if end > found.last and words[end - 1].lower() in things():
        return True
    post = end < len(words) and words[end].lower() in titles() and cases[end] != "lower"
    single = found.last - found.first == 1
    return (
        post and single and known_kind(words[found.first]) is None and found.kind == "organisation"
    )


def _after_of(last: int, words: Sequence[str], cases: Sequence[Casing]) -> int:
    """Give the end of "Bank" when "of the Southern Isles" follows."""
    head = words[last - 1].lower()
    place = last + 1
    if place >= len(words) or words[last] not in _OF or head not in _heads() | _place_heads():
        return last
    place += words[place] == "the"
    end = last
    while place < len(words):
        if cases[place] in _CAPITALS:
            end = place + 1
        elif words[place] not in _INSIDE or place + 1 == len(words) or words[place + 1] == "the":
            break
        place += 1
    return end


def _after_and(first: int, last: int, words: Sequence[str], cases: Sequence[Casing]) -> int:
    """Give the end of "Ministry of Works" when "and Public Order" follows."""
    offices = any(
        words[at].lower() in _OFFICES and words[at + 1] in _OF for at in range(first, last - 1)
    )
    end = last + 1
    if not offices or end >= len(words) or words[last] not in ("and", "&"):
        return last
    while end < len(words) and cases[end] == "capital" and known_kind(words[end]) is None:
        end += 1
    return end if end > last + 1 else last


def _trim(found: Found, words: Sequence[str], cases: Sequence[Casing]) -> Found | None:
    first, last = found.first, found.last

    def loose(at: int) -> bool:
        if at and words[at - 1] == "-" and words[at][0].isalnum():
            return False
        return words[at] in _EDGES or cases[at] == "lower" or not words[at][0].isalnum()

    while first < last and loose(first) and words[first].lower() not in ("al", "el", "bin"):
        first += 1
    while first < last and (loose(last - 1) and words[last - 1] != "+"):
        last -= 1
    if found.kind == "person":
        while first < last - 1 and words[first].lower() in titles():
            first += 1
        while first < last - 1 and cases[last - 1] == "acronym" and known_kind(words[last - 1]):
            last -= 1
    return replace(found, first=first, last=last) if first < last else None


def _is_no_name(found: Found, words: Sequence[str]) -> bool:
    text = " ".join(words[found.first : found.last])
    final = words[found.last - 1].lower()
    single = found.last - found.first == 1
    if text in demonyms() or text.lower() in _no_names():
        return True
    post = words[found.first].lower() in _POSTS and not single
    if post and words[found.first + 1] in _OF and found.kind == "organisation":
        return True
    titled = single and final in titles() and found.kind != "organisation"
    if titled or (found.kind == "person" and final in _POSTS):
        return True
    if single and final in _place_heads() | _vague_heads():
        return True
    if single and ("$" in text or not any(letter.isalpha() for letter in text)):
        return True
    return not single and found.kind != "person" and final in things()
