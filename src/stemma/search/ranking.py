"""How well a passage fits: the same figure on every database.

Words count by how rare they are in everyday English and how often the passage has them, its length
considered: the saturation of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
2009), with the rarity of a general collection in place of this one's, which no index tells fast.
Words that stand as they were typed, and close together, count more.
"""

from collections.abc import Sequence
from itertools import pairwise

from stemma.language.rarity import rarity
from stemma.model.passage import PassageKind
from stemma.search.matching import Looked
from stemma.search.query import Words
from stemma.search.words import STEMS

_SATURATION = 1.2
_LENGTH_MATTERS = 0.5
_TYPICAL_WORDS = 30
_AS_TYPED = 1.15
_TOGETHER = 0.5
_KINDS: dict[PassageKind, float] = {"name": 1.3, "claim": 1.15, "quote": 1.1, "text": 1.0}
_DIGITS = 4


def rank(looked: Looked, wanted: Sequence[Words]) -> float:
    """Give a figure from 0 on; where nothing but filters was asked for, 0."""
    places = [tuple(looked.places(words)) for words in wanted]
    length = 1 - _LENGTH_MATTERS + _LENGTH_MATTERS * len(looked.forms) / _TYPICAL_WORDS
    found = sum(
        _worth(words) * _frequency(len(at), length) * _as_typed(looked, words, at)
        for words, at in zip(wanted, places, strict=True)
        if at
    )
    pairs = pairwise(zip(wanted, places, strict=True))
    together = sum(_nearness(*left, *right) for left, right in pairs)
    passage = looked.passage
    weight = (1 + passage.weight) / 2
    return round((found + together) * weight * _KINDS[passage.kind], _DIGITS)


def _worth(words: Words) -> float:
    return sum(min(rarity(form), rarity(STEMS[form])) for form in words.forms)


def _frequency(count: int, length: float) -> float:
    return count * (_SATURATION + 1) / (count + _SATURATION * length)


def _as_typed(looked: Looked, words: Words, places: Sequence[int]) -> float:
    size = len(words.forms)
    typed = any(tuple(looked.forms[at : at + size]) == words.forms for at in places)
    return _AS_TYPED if typed else 1.0


def _nearness(left: Words, starts: Sequence[int], right: Words, others: Sequence[int]) -> float:
    """Reward two things that were asked for one after the other and stand so."""
    if not (starts and others):
        return 0.0
    size = len(left.forms)
    apart = min(
        (other - start - size if other > start else start - other)
        for start in starts
        for other in others
    )
    return _TOGETHER * min(_worth(left), _worth(right)) / (1 + max(0, apart))
