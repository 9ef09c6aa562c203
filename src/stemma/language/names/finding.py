"""Parsed sentences to names."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from stemma.language.names.agreeing import agree
from stemma.language.names.casing import Casing, find_cases
from stemma.language.names.decoding import find_labels
from stemma.language.names.shaping import Found, shape
from stemma.language.names.spotting import find_thing_acronyms, spot
from stemma.model import Name, Sentence, Token
from stemma.model.annotated import NameKind

_KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_NOT_TIED = frozenset(("led", "era", "style", "backed", "appointed", "like", "based", "aligned"))
"""What makes "Castor-led" an adjective and no name."""


def find_names(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    scores: Sequence[NDArray[np.float32]],
    labels: Sequence[str],
) -> tuple[Name, ...]:
    """Find the names of one report; ``scores`` are those of each sentence's words."""
    words = [[token.text for token in tokens[s.first : s.last]] for s in sentences]
    cases = [find_cases(sentence) for sentence in words]
    things = find_thing_acronyms(words)
    found = [
        _find(sentence, case, rows, labels, things)
        for sentence, case, rows in zip(words, cases, scores, strict=True)
    ]
    return tuple(
        _place(name, tokens, sentence)
        for sentence, names in zip(sentences, agree(words, cases, found), strict=True)
        for name in names
    )


def _place(found: Found, tokens: Sequence[Token], sentence: Sentence) -> Name:
    """Give the name in the report, with what a hyphen ties to a person's name."""
    first, last = sentence.first + found.first, sentence.first + found.last
    tied = tokens[last : min(last + 2, sentence.last)]
    if (
        found.kind == "person"
        and [token.text for token in tied[:1]] == ["-"]
        and tokens[last - 1].end == tied[0].start
        and tied[-1].start == tied[0].end
        and tied[-1].text.isalpha()
        and tied[-1].text not in _NOT_TIED
    ):
        last += 2
    return Name(
        start=tokens[first].start,
        end=tokens[last - 1].end,
        first=first,
        last=last,
        kind=found.kind,
        score=found.score,
    )


def _find(
    words: Sequence[str],
    cases: Sequence[Casing],
    rows: NDArray[np.float32],
    labels: Sequence[str],
    things: frozenset[str],
) -> list[Found]:
    path = find_labels(words, cases, rows, labels)
    kept: list[Found] = []
    for rough in _spans(path, rows, labels):
        found = shape(rough, words, cases)
        if found is not None and found.last > (kept[-1].last if kept else 0):
            first = max(found.first, kept[-1].last if kept else 0)
            if kept and kept[-1].last == first and kept[-1].kind == found.kind:
                first, found = kept[-1].first, replace(found, score=kept.pop().score)
            kept.append(replace(found, first=first))
    kept += spot(words, cases, kept)
    named = [
        found
        for found in kept
        if found.last - found.first > 1 or words[found.first].upper() not in things
    ]
    return sorted(named, key=lambda found: found.first)


def _spans(path: Sequence[int], rows: NDArray[np.float32], labels: Sequence[str]) -> list[Found]:
    found: list[Found] = []
    place = 0
    while place < len(path):
        label = labels[path[place]]
        last = place + 1
        if label != "O":
            while last < len(path) and labels[path[last]] == f"I-{label[2:]}":
                last += 1
            score = float(np.mean([rows[at, path[at]] for at in range(place, last)]))
            found.append(
                Found(
                    first=place,
                    last=last,
                    kind=_KINDS[label[2:]],
                    score=round(score, 4),
                )
            )
        place = last
    return found
