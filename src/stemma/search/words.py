"""What counts as a word when people search: the same for queries, for what is indexed, for marks.

Case, accents and apostrophes do not matter, "12,000" is 12000, "U.S." is US, and a hyphen parts
two words. Scripts that do not part words are taken letter by letter.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from stemma.search.stems import find_stem

MOST_WORDS = 250
"""So many words of a passage are looked at; longer texts are to be cut into several passages."""

_LONGEST = 60
_UNPARTED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WITHIN = "\u0300-\u036f\u00ad\u200c\u200d"
_LETTER = f"[^\\W_{_UNPARTED}]"
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*(?:{_LETTER}[{_WITHIN}]*)*"
    r"|(?:[^\W\d_]\.){2,}"
    rf"|(?:{_LETTER}[{_WITHIN}]*)+"
    rf"|[{_UNPARTED}]"
)
_PLAIN_WORD = re.compile(r"\d+(?:[.,]\d+)*[^\W_]*|(?:[^\W\d_]\.){2,}|[^\W_]+")
"""The same, twice as fast, for texts without ``_NOT_PLAIN``."""

_NOT_PLAIN = re.compile(f"[{_WITHIN}{_UNPARTED}]")
_UNACCENTED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ß": "ss"}
)
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s(?!\w)")
_MOST_REMEMBERED = 200_000

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, at ``[start, end)`` in code points; ``form`` is what it is compared by."""

    form: str
    start: int
    end: int


def find_words(text: str) -> Iterator[Word]:
    """Give the words of a text in order."""
    pattern = _WORD if _NOT_PLAIN.search(text) else _PLAIN_WORD
    for found in pattern.finditer(_without_possessives(text)):
        form = _plain(found[0])
        if form:
            yield Word(form, found.start(), found.end())


def forms_of(text: str) -> list[str]:
    """Give what the words of a text are compared by, in order."""
    return list(chain.from_iterable(map(_FORMS.__getitem__, text.split())))


def stems_of(forms: Sequence[str]) -> list[str]:
    """Give the stems of words."""
    return list(map(STEMS.__getitem__, forms))


def _forms_in(piece: str) -> tuple[str, ...]:
    return tuple(word.form for word in find_words(piece))


def _without_possessives(text: str) -> str:
    """Blank out "’s", so that no other word moves."""
    if "’s" in text or "'s" in text:
        return _POSSESSIVE.sub("  ", text)
    return text


def _plain(word: str) -> str:
    if word.isascii():
        form = word.lower()
    else:
        parted = unicodedata.normalize("NFKD", word.casefold().translate(_UNACCENTED))
        kept = "".join(letter for letter in parted if letter.isalnum() or letter in ".,")
        form = kept.casefold()
    if _ACRONYM.fullmatch(form):
        form = form.replace(".", "")
    return form.replace(",", "")[:_LONGEST]


class _Remembered(dict[str, Result]):
    """What was worked out for each piece of text; forgotten when there is too much of it."""

    def __init__(self, work_out: Callable[[str], Result]) -> None:
        """Work out with this function."""
        super().__init__()
        self._work_out = work_out

    def __missing__(self, piece: str) -> Result:
        found = self._work_out(piece)
        if len(piece) <= _LONGEST:
            if len(self) > _MOST_REMEMBERED:
                self.clear()
            self[piece] = found
        return found


STEMS = _Remembered(find_stem)
_FORMS = _Remembered(_forms_in)
"""By what stands between blanks, which no word reaches across."""
