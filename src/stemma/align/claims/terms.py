"""Terms weighed by their rarity in one story (TF-IDF)."""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array


class Terms:
    """Rows of weighted terms, each of length 1; what every row has weighs next to nothing.

    Rarity is counted in the story itself, ``log((rows + 1) / (rows with the term + 0.5))``: the
    words of its topic tell nothing about which of its statements say the same.
    """

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        """Weigh the terms of each row."""
        spread = Counter(term for row in rows for term in set(row))
        columns = {term: at for at, term in enumerate(sorted(spread))}
        places: list[tuple[int, int]] = []
        weights: list[float] = []
        for at, row in enumerate(rows):
            counted = {
                term: (1 + log(count)) * log((len(rows) + 1) / (spread[term] + 0.5))
                for term, count in sorted(Counter(row).items())
            }
            norm = sum(weight * weight for weight in counted.values()) ** 0.5 or 1.0
            places += [(at, columns[term]) for term in counted]
            weights += [weight / norm for weight in counted.values()]
        index = np.array(places, dtype=np.intp).reshape(-1, 2).T
        self._matrix: Any = csr_array(
            (np.array(weights), (index[0], index[1])), shape=(len(rows), max(1, len(columns)))
        )
        self._transposed: Any = self._matrix.T.tocsr()

    def alike(self, start: int, end: int) -> NDArray[np.float64]:
        """Compare rows ``start .. end - 1`` with all: shape ``(end - start, rows)``."""
        return (self._matrix[start:end] @ self._transposed).toarray()

    def alike_pairs(self, left: NDArray[np.intp], right: NDArray[np.intp]) -> NDArray[np.float64]:
        """Compare rows pair by pair: shape ``(pairs,)``, from 0 to 1."""
        return np.asarray(self._matrix[left].multiply(self._matrix[right]).sum(axis=1))
