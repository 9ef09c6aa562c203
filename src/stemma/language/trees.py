"""Scores of arcs to a tree with one root."""

import numpy as np
from numpy.typing import NDArray


def find_heads(scores: NDArray[np.float32], heads: NDArray[np.int32]) -> list[int]:
    """Give each word's head: word index + 1, or 0 for the one root.

    ``scores`` has shape ``(words, words + 1)``: row ``i`` scores the heads of word ``i``, column
    0 being the root. ``heads`` holds the best of each row, which is kept where it makes a tree.
    """
    found = [int(head) for head in heads]
    if _is_tree(found):
        return found
    return _grow(scores)


def _is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    seen = [0] * (len(heads) + 1)
    for word in range(1, len(heads) + 1):
        place = word
        while place and not seen[place]:
            seen[place] = word
            place = heads[place - 1]
        if place and seen[place] == word:
            return False
    return True


def _grow(scores: NDArray[np.float32]) -> list[int]:
    """Grow a tree from the best root, each time by the best arc that leaves it."""
    words = len(scores)
    root = int(scores[:, 0].argmax())
    heads = [0] * words
    waiting = np.ones(words, bool)
    waiting[root] = False
    best = scores[:, root + 1].copy()
    source = np.full(words, root + 1)
    for _ in range(words - 1):
        word = int(np.where(waiting, best, -np.inf).argmax())
        heads[word] = int(source[word])
        waiting[word] = False
        column = scores[:, word + 1]
        better = column > best
        best[better] = column[better]
        source[better] = word + 1
    return heads
