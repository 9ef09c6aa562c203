"""All that the network learns from, and what it is looked at on the way."""

import random
from pathlib import Path

from training.passages import cut, joined
from training.readers.attributions import read_attributions
from training.readers.ewt import read_ewt
from training.readers.gum import read_gum
from training.readers.meantime import read_meantime
from training.readers.tagged import read_wikigold, read_wnut
from training.sentence import Sentence

_MOST_WORDS = 110
_JOINED = 600
_CUT = 1000
_TOLD = 3
"""The marked sentences are few."""


def gather(corpora: Path, seed: int, *, passages: bool) -> list[Sentence]:
    """Give all sentences to train on, with passages for their vectors where these are asked."""
    chance = random.Random(seed)  # noqa: S311 - draws sentences, keeps no secret
    treebanks = [*read_ewt(corpora, "train"), *read_gum(corpora, "train")]
    named = [sentence for sentence in read_wnut(corpora) if _has_name(sentence)]
    sentences = [*treebanks, *read_wikigold(corpora), *named, *read_meantime(corpora)]
    if passages:
        further = joined(sentences, _JOINED, chance) + cut(sentences, _CUT, chance)
        sentences += further
    return [one for one in sentences if len(one.words) <= _MOST_WORDS]


def told(corpora: Path) -> list[Sentence]:
    """Give the sentences whose attributions are marked, as often as an epoch has them."""
    return list(read_attributions(corpora)) * _TOLD


def held_out(corpora: Path) -> list[Sentence]:
    """Give the sentences that tell how training goes."""
    sentences = [*read_ewt(corpora, "dev"), *read_gum(corpora, "dev")]
    return [sentence for sentence in sentences if len(sentence.words) <= _MOST_WORDS]


def _has_name(sentence: Sentence) -> bool:
    return any(label not in (None, "O") for label in sentence.names or ())
