"""What grouping looks at in a report."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.group.bag import Bag, fill
from stemma.language import matrix
from stemma.language.rarity import term
from stemma.model import Annotated, Sentence, Token

_FUNCTION_WORDS = frozenset(
    {"ADP", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "PUNCT", "SCONJ", "SYM", "X"}
)
_WEEKDAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_OPENING_SENTENCES = 2
_OPENING_TOKENS = 100
_TELLING_TOKENS = 60


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Features:
    """One report as grouping sees it.

    ``words`` are content words in lower case, those of the first sentences counted twice;
    ``names`` are the words of names. ``opening`` holds the vectors of the sentences of headline and
    lead, shape ``(sentences, dimensions)``. ``marks`` are the proper nouns and figures
    anywhere in the report, ``told_first`` those of headline and lead. ``day`` is the day of
    publication (proleptic Gregorian ordinal), where that is known to the day.
    """

    report: str
    words: Bag
    names: Bag
    opening: NDArray[np.float32]
    marks: frozenset[str]
    told_first: frozenset[str]
    day: int | None


def find_features(annotated: Annotated) -> Features:
    """Look at one report."""
    day = annotated.report.day
    sentences = annotated.sentences
    lead = _reach(sentences, _OPENING_TOKENS)
    named = {at for name in annotated.names for at in range(name.first, name.last)}
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for row, sentence in enumerate(sentences):
        for at, token in _content(annotated, sentence):
            words[term(token)] += 2 if row < _OPENING_SENTENCES + 1 else 1
            if at in named:
                names[term(token)] += 1
    return Features(
        report=annotated.report.id,
        words=fill(words),
        names=fill(names),
        opening=matrix(annotated)[:lead],
        marks=frozenset(_marks(annotated, sentences, named)),
        told_first=frozenset(
            _marks(annotated, sentences[: _reach(sentences, _TELLING_TOKENS)], named)
        ),
        day=None if day is None else day.toordinal(),
    )


def _reach(sentences: tuple[Sentence, ...], tokens: int) -> int:
    """Count the first sentences that together have so many tokens."""
    seen = 0
    for row, sentence in enumerate(sentences):
        seen += sentence.last - sentence.first
        if seen >= tokens and row + 1 >= _OPENING_SENTENCES:
            return row + 1
    return len(sentences)


def _content(annotated: Annotated, sentence: Sentence) -> Iterator[tuple[int, Token]]:
    for at in range(sentence.first, sentence.last):
        token = annotated.tokens[at]
        if token.upos in _FUNCTION_WORDS or not token.text[0].isalnum():
            continue
        if len(token.text) > 1:
            yield at, token


def _marks(
    annotated: Annotated, sentences: Iterable[Sentence], named: Collection[int]
) -> Iterator[str]:
    for sentence in sentences:
        for at, token in _content(annotated, sentence):
            mark = term(token)
            if (
                at in named
                or token.text[0].isdigit()
                or (token.upos == "PROPN" and mark not in _WEEKDAYS)
            ):
                yield mark
