"""How well a passage fits: the same figure on every database.

Words count by how rare they are in everyday English and how often the passage has them, its length
considered: the saturation of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
2009), with the rarity of a general collection in place of this one's, which no index tells fast.
Words that stand as they were typed, and close together, count more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.language.rarity import rarity
from stemma.model.passage import PassageKind
from stemma.search.matching import Looked, find_run
from stemma.search.query import Words
from stemma.search.words import STEMS, stems_of

_SATURATION = 1.2
_LENGTH_MATTERS = 0.5
_TYPICAL_WORDS = 30
_AS_TYPED = 1.15
_TOGETHER = 0.5
_KINDS: dict[PassageKind, float] = {"name": 1.3, "claim": 1.15, "quote": 1.1, "text": 1.0}
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words that are looked for: as typed, as stems, and how much they are worth."""

    forms: list[str]
    stems: list[str]
    exact: bool
    worth: float

    def find(self, looked: Looked) -> list[int]:
        """Give where a passage has them."""
        if self.exact:
            return find_run(looked.forms, self.forms)
        return find_run(looked.stems, self.stems)

    def is_typed(self, looked: Looked, places: Sequence[int]) -> bool:
        """Tell whether a passage has them as they were typed at one of these places."""
        size = len(self.forms)
        return self.exact or any(looked.forms[at : at + size] == self.forms for at in places)


class Ranking:
    """Ranks passages for the words of one query."""

    def __init__(self, wanted: Sequence[Words]) -> None:
        """Weigh the words."""
        self._asked = [
            _Asked(list(one.forms), stems_of(one.forms), one.exact, _worth(one)) for one in wanted
        ]

    def rank(self, looked: Looked, *, kind: PassageKind, weight: float) -> float:
        """Give a figure from 0 on; where nothing but filters was asked for, 0.

        ``kind`` and ``weight`` (0 to 1) are those of the passage.
        """
        length = 1 - _LENGTH_MATTERS + _LENGTH_MATTERS * len(looked.forms) / _TYPICAL_WORDS
        total = 0.0
        found: list[list[int]] = []
        for asked in self._asked:
            places = asked.find(looked)
            found.append(places)
            if places:
                often = len(places) * (_SATURATION + 1) / (len(places) + _SATURATION * length)
                typed = _AS_TYPED if asked.is_typed(looked, places) else 1
                total += asked.worth * often * typed
        if len(found) > 1:
            pairs = pairwise(zip(self._asked, found, strict=True))
            total += sum(_nearness(*left, *right) for left, right in pairs)
        return round(total * (1 + weight) / 2 * _KINDS[kind], _DIGITS)


def _worth(words: Words) -> float:
    return sum(min(rarity(form), rarity(STEMS[form])) for form in words.forms)


def _nearness(left: _Asked, starts: list[int], right: _Asked, others: list[int]) -> float:
    """Reward two things that were asked for one after the other and stand so."""
    if not (starts and others):
        return 0.0
    size = len(left.forms)
    apart = min(
        other - start - size if other > start else start - other
        for start in starts
        for other in others
    )
    return _TOGETHER * min(left.worth, right.worth) / (1 + max(0, apart))
