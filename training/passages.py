"""Texts that teach sentence vectors alone: two sentences together, and pieces of one.

Stemma asks for vectors of claims and of short passages too, so the network sees both.
"""

import random
from collections.abc import Sequence
from itertools import pairwise

from training.readers.tagged import join
from training.sentence import Sentence

_SHORTEST, _LONGEST = 3, 14
_MOST_WORDS = 60


def joined(sentences: Sequence[Sentence], count: int, chance: random.Random) -> list[Sentence]:
    """Give so many pairs of neighbours, as one text."""
    pairs = [
        (first, second)
        for first, second in pairwise(sentences)
        if first.corpus == second.corpus and len(first.words) + len(second.words) <= _MOST_WORDS
    ]
    return [
        Sentence(
            corpus=first.corpus,
            words=first.words + second.words,
            text=f"{first.text} {second.text}",
        )
        for first, second in chance.sample(pairs, min(count, len(pairs)))
    ]


def cut(sentences: Sequence[Sentence], count: int, chance: random.Random) -> list[Sentence]:
    """Give so many runs of words from longer sentences."""
    longer = [sentence for sentence in sentences if len(sentence.words) > _LONGEST]
    return [_cut(sentence, chance) for sentence in chance.sample(longer, min(count, len(longer)))]


def _cut(sentence: Sentence, chance: random.Random) -> Sentence:
    length = chance.randint(_SHORTEST, _LONGEST)
    first = chance.randint(0, len(sentence.words) - length)
    words = sentence.words[first : first + length]
    return Sentence(corpus=sentence.corpus, words=words, text=join(words))
