"""Scores to the likeliest labels, with what the case of the letters says.

The network reads lower-cased text, so case is evidence that it has not seen.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from stemma.language.gazetteer import demonyms, read_words
from stemma.language.names.casing import Casing

_NEVER = -1e9
_LOWER = -4.0
_LINK = -1.0
_CAPITAL = -1.2
_ACRONYM = -1.5
_LINKS = frozenset(
    (
        "of",
        "for",
        "and",
        "the",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "el",
        "al",
        "as",
        "bin",
        "bint",
        "ibn",
        "van",
        "von",
        "der",
        "den",
        "y",
        "e",
        "in",
        "on",
    )
)


@cache
def _no_names() -> frozenset[str]:
    return read_words("not_names") | frozenset(word.lower() for word in demonyms())


@cache
def _no_acronyms() -> frozenset[str]:
    return read_words("acronyms")


def find_labels(
    words: Sequence[str],
    cases: Sequence[Casing],
    scores: NDArray[np.float32],
    labels: Sequence[str],
) -> list[int]:
    """Find the likeliest well-formed sequence of labels (Viterbi).

    ``scores`` has shape ``(words, labels)``: probabilities.
    """
    steps, first, inside = _grammar(tuple(labels))
    logs = np.log(scores.astype(np.float64) + 1e-6)
    for at, (word, case) in enumerate(zip(words, cases, strict=True)):
        if case == "lower":
            logs[at, 1:] += _LOWER
            if word.lower() in _LINKS:
                logs[at, inside] += _LINK - _LOWER
        elif case in ("capital", "acronym"):
            if word.lower() in _no_names() or word in _no_acronyms():
                continue
            logs[at, 0] += _CAPITAL if case == "capital" else _ACRONYM
    total = logs[0] + first
    back: list[NDArray[np.intp]] = []
    for row in logs[1:]:
        paths = total[:, None] + steps
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    path = [int(total.argmax())]
    for choices in reversed(back):
        path.append(int(choices[path[-1]]))
    return path[::-1]


@cache
def _grammar(
    labels: tuple[str, ...],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """Give what may follow what, what may come first, and which labels continue a name."""
    inside = np.array([label.startswith("I-") for label in labels])
    steps = np.zeros((len(labels), len(labels)))
    for at, earlier in enumerate(labels):
        for to, later in enumerate(labels):
            if later.startswith("I-") and earlier[1:] != later[1:]:
                steps[at, to] = _NEVER
    return steps, np.where(inside, _NEVER, 0.0), inside
