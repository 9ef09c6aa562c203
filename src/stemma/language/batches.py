"""Which texts a network sees together.

The networks quantise each row by itself, so that a text's result cannot depend on its
neighbours; what is left is the width that it is padded to. It is padded to a width that follows
from its own length alone, together with others of that width.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_STEP = 8
_BATCH_PIECES = 600


def find_batches(lengths: Sequence[int]) -> list[tuple[int, list[int]]]:
    """Give the batches: a width in pieces, and which texts (indices) it holds."""
    rows: dict[int, list[int]] = {}
    for at, length in enumerate(lengths):
        rows.setdefault(-(-length // _STEP) * _STEP, []).append(at)
    batches: list[tuple[int, list[int]]] = []
    for width, members in sorted(rows.items()):
        size = max(1, _BATCH_PIECES // width)
        batches += [
            (width, members[first : first + size]) for first in range(0, len(members), size)
        ]
    return batches


def pad(rows: Sequence[Sequence[int]], width: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the rows side by side, filled up with 0, and a mask of what is not filling."""
    values = np.zeros((len(rows), width), np.int64)
    mask = np.zeros_like(values)
    for at, row in enumerate(rows):
        values[at, : len(row)] = row
        mask[at, : len(row)] = 1
    return values, mask
