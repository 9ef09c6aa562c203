"""Terms weighed by their rarity in one story (TF-IDF)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from stemma.language.sparse import SparseRows


class Terms:
    """Rows of weighted terms, each of length 1; what every row has weighs next to nothing.

    Rarity is counted in the story itself, ``log((rows + 1) / (rows with the term + 0.5))``: the
    words of its topic tell nothing about which of its statements say the same.
    """

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        """Weigh the terms of each row."""
        spread = Counter(term for row in rows for term in set(row))
        self._rows = SparseRows([_weigh(row, spread, len(rows)) for row in rows])

    def alike(self, start: int, end: int) -> NDArray[np.float64]:
        """Compare rows ``start .. end - 1`` with all: shape ``(end - start, rows)``."""
        return self._rows.products(start, end)

    def alike_pairs(self, left: NDArray[np.intp], right: NDArray[np.intp]) -> NDArray[np.float64]:
        """Compare rows pair by pair: shape ``(pairs,)``, from 0 to 1."""
        return self._rows.products_of_pairs(left, right)


def _weigh(row: Sequence[str], spread: Mapping[str, int], rows: int) -> dict[str, float]:
    weights = {
        term: (1 + log(count)) * log((rows + 1) / (spread[term] + 0.5))
        for term, count in sorted(Counter(row).items())
    }
    length = sum(weight * weight for weight in weights.values()) ** 0.5 or 1.0
    return {term: weight / length for term, weight in weights.items()}
