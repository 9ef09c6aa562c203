"""Sentences as headlines, shouted lines and carelessly typed ones write them.

The corpora hold few of these; a network that has seen none takes every word of a headline for a
name, or none of them.
"""

import random
from collections.abc import Callable
from dataclasses import replace

from training.sentence import Sentence

HEADLINES = 0.08
SHOUTED = 0.03
LOWERED = 0.05
"""Shares of the sentences of an epoch that are rewritten so."""

_SMALL = 3
_FINAL = frozenset((".",))


def recase(sentence: Sentence, chance: random.Random) -> Sentence:
    """Give the sentence, now and then in another case; its labels stay."""
    drawn = chance.random()
    if drawn < HEADLINES:
        return as_headline(sentence)
    if drawn < HEADLINES + SHOUTED:
        return _rewritten(sentence, str.upper)
    if drawn < HEADLINES + SHOUTED + LOWERED:
        return _rewritten(sentence, str.lower)
    return sentence


def as_headline(sentence: Sentence) -> Sentence:
    """Capitalise longer words and drop the full stop, as headlines do."""
    shortened = _without_full_stop(sentence)
    return _rewritten(shortened, lambda word: word if len(word) <= _SMALL else _capitalised(word))


def _capitalised(word: str) -> str:
    return word[0].upper() + word[1:]


def _rewritten(sentence: Sentence, rewrite: Callable[[str], str]) -> Sentence:
    return replace(sentence, words=tuple(rewrite(word) for word in sentence.words))


def _without_full_stop(sentence: Sentence) -> Sentence:
    if len(sentence.words) < _SMALL or sentence.words[-1] not in _FINAL:
        return sentence
    last = len(sentence.words)
    if sentence.syntax is not None and any(word.head == last for word in sentence.syntax):
        return sentence
    return replace(
        sentence,
        words=sentence.words[:-1],
        syntax=sentence.syntax and sentence.syntax[:-1],
        names=sentence.names and sentence.names[:-1],
        roles=sentence.roles and sentence.roles[:-1],
        text=sentence.text.removesuffix(sentence.words[-1]),
    )
