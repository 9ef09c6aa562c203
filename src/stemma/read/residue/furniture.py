"""The words that web pages put around their articles, from ``tables/furniture.tsv``."""

from functools import cache

from stemma.read.shape import folded
from stemma.tables import read_table, split_cell

_LONGEST_PHRASE = 8  # words


@cache
def phrases(kind: str) -> frozenset[str]:
    """Give the phrases of one kind, in small letters without marks."""
    rows = (
        split_cell(cell)
        for row_kind, cell in read_table("stemma.read", "furniture.tsv")
        if row_kind == kind
    )
    return frozenset(folded(phrase) for row in rows for phrase in row)


def begins(line: str, kind: str) -> str | None:
    """Give the longest phrase of a kind that the folded line begins with."""
    words = line.split()[:_LONGEST_PHRASE]
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        if phrase in phrases(kind):
            return phrase
    return None


def ends(line: str, kind: str) -> str | None:
    """Give the longest phrase of a kind that the folded line ends with."""
    words = line.split()[-_LONGEST_PHRASE:]
    for first in range(len(words)):
        phrase = " ".join(words[first:])
        if phrase in phrases(kind):
            return phrase
    return None


def holds(line: str, kind: str) -> str | None:
    """Give a phrase of a kind that stands anywhere in the folded line."""
    padded = f" {line} "
    return next((phrase for phrase in sorted(phrases(kind)) if f" {phrase} " in padded), None)


def is_made_of(line: str, *kinds: str) -> bool:
    """Tell whether the folded line is phrases of these kinds in a row, with nothing over."""
    words = line.split()
    vocabulary = frozenset[str]().union(*(phrases(kind) for kind in kinds))
    reached = {0}
    for first in range(len(words)):
        if first in reached:
            for end in range(first + 1, min(first + _LONGEST_PHRASE, len(words)) + 1):
                if " ".join(words[first:end]) in vocabulary or words[first:end] == ["and"]:
                    reached.add(end)
    return bool(words) and len(words) in reached and words[0] != "and"
