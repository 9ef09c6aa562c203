"""Whether a paragraph belongs to the report it stands in: by words, names and vectors."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np

from stemma.ports import Encoder
from stemma.read.shape import words_of

_NAME = re.compile(r"(?<![.!?:“\"] )(?<!^)\b[A-Z][\w’'-]+")
_STEM = 6  # letters of a word that are compared
_SHORTEST = 4  # letters of a word that says something
_NEAREST = 3  # paragraphs that may vouch for another
_CLOSE = 0.40  # cosine: belongs whatever its words
_NEAR = 0.22  # cosine: belongs if its names do too
_STRANGE_OVERLAP = 0.22  # share of a paragraph's words that the rest of the report has
_TOO_FEW = 3  # paragraphs without which there is no centre to compare with


def strangers(
    lines: Sequence[str], *, body: Sequence[int], doubted: Collection[int], encoder: Encoder
) -> frozenset[int]:
    """Give the paragraphs among ``doubted`` that do not belong to the rest of ``body``.

    ``body`` are the indices of running text, ``doubted`` those of it that stand where residue
    does. Those vouched for are compared with those in doubt, by the mean cosine of the three
    nearest; a paragraph that shares names needs less.
    """
    trusted = [index for index in body if index not in doubted]
    in_doubt = [index for index in body if index in doubted]
    if len(trusted) < _TOO_FEW or not in_doubt:
        return frozenset()
    vectors = encoder.encode([lines[index] for index in [*trusted, *in_doubt]])
    centre, asked = vectors[: len(trusted)], vectors[len(trusted) :]
    nearest = np.sort(asked @ centre.T, axis=1)[:, -_NEAREST:].mean(axis=1)
    names = _names_of(lines[index] for index in trusted)
    return frozenset(
        index
        for index, support in zip(in_doubt, nearest.tolist(), strict=True)
        if not (
            support >= _CLOSE
            or (support >= _NEAR and _names_of([lines[index]]).keys() & names.keys())
        )
    )


def odd_words(lines: Sequence[str], body: Sequence[int]) -> frozenset[int]:
    """Give the paragraphs whose names and words hardly occur elsewhere in the report."""
    if len(body) <= _TOO_FEW:
        return frozenset()
    stems = {index: _stems_of(lines[index]) for index in body}
    names = {index: set(_names_of([lines[index]])) for index in body}
    spread = Counter(stem for found in stems.values() for stem in found)
    named = Counter(name for found in names.values() for name in found)
    return frozenset(
        index
        for index in body
        if stems[index]
        and sum(spread[stem] > 1 for stem in stems[index]) < _STRANGE_OVERLAP * len(stems[index])
        and not any(named[name] > 1 for name in names[index])
    )


def _stems_of(line: str) -> set[str]:
    return {word.casefold()[:_STEM] for word in words_of(line) if len(word) >= _SHORTEST}


def _names_of(lines: Collection[str] | Sequence[str] | object) -> Counter[str]:
    return Counter(name.casefold() for line in lines for name in _NAME.findall(line))  # type: ignore[attr-defined]
