"""Terms weighed by their rarity in one story (TF-IDF)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from stemma.language.sparse import SparseRows

_LITTLE = 1e-9


class Terms:
    """Rows of weighted terms, each of length 1; what every row has weighs next to nothing.

    Rarity is counted in the story itself, ``log((rows + 1) / (rows with the term + 0.5))``: the
    words of its topic tell nothing about which of its statements say the same.
    """

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        """Weigh the terms of each row."""
        spread = Counter(term for row in rows for term in set(row))
        rarity = {term: log((len(rows) + 1) / (count + 0.5)) for term, count in spread.items()}
        self._rows = SparseRows([_weigh(row, rarity) for row in rows])
        self._roots = SparseRows([{term: rarity[term] ** 0.5 for term in set(row)} for row in rows])
        self._sums = np.array([sum(rarity[term] for term in sorted(set(row))) for row in rows])

    def alike(self, start: int, end: int) -> NDArray[np.float64]:
        """Compare rows ``start .. end - 1`` with all: shape ``(end - start, rows)``."""
        return self._rows.products(start, end)

    def alike_pairs(self, left: NDArray[np.intp], right: NDArray[np.intp]) -> NDArray[np.float64]:
        """Compare rows pair by pair: shape ``(pairs,)``, from 0 to 1."""
        return self._rows.products_of_pairs(left, right)

    def shared_by_pairs(
        self, left: NDArray[np.intp], right: NDArray[np.intp]
    ) -> NDArray[np.float64]:
        """Give how much of the rarity of both rows' terms both have: shape ``(pairs,)``, 0 to 1.

        The Dice coefficient of their sets of terms, each weighed by its rarity.
        """
        both = self._roots.products_of_pairs(left, right)
        return 2 * both / np.maximum(self._sums[left] + self._sums[right], _LITTLE)


def _weigh(row: Sequence[str], rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {
        term: (1 + log(count)) * rarity[term] for term, count in sorted(Counter(row).items())
    }
    length = sum(weight * weight for weight in weights.values()) ** 0.5 or 1.0
    return {term: weight / length for term, weight in weights.items()}
