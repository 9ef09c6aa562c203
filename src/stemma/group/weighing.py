"""Reports as rows of weighted words, and how much two rows overlap."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from stemma.language.rarity import rarity

_BLOCK_ROWS = 512
_MANY_REPORTS = 50
_LOSS = 3.0


class Weights:
    """TF-IDF rows of length 1: ``1 + ln(count)`` times how telling the word is.

    A word is as telling as it is rare in everyday English, so that two reports weigh much as a
    thousand do; and the less, the more of the reports at hand have it: among hundreds of reports of
    one election campaign, the candidates' names tell no story from another.
    """

    def __init__(self, counts: Sequence[Mapping[str, int]]) -> None:
        """Weigh the words of each report."""
        spread = Counter(word for count in counts for word in count)
        columns = {word: at for at, word in enumerate(sorted(spread))}
        telling = {word: _tell(word, reports) for word, reports in spread.items()}
        places: list[int] = []
        values: list[float] = []
        bounds = [0]
        for count in counts:
            row = sorted((columns[w], (1 + log(n)) * telling[w]) for w, n in count.items())
            length = sqrt(sum(value * value for _, value in row)) or 1.0
            places += [at for at, _ in row]
            values += [value / length for _, value in row]
            bounds.append(len(places))
        shape = (len(counts), len(columns))
        self._rows: Any = csr_matrix((values, places, bounds), shape=shape)  # scipy has no types
        self._count = len(counts)

    def pairs(self, *, least: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Give the rows ``earlier < later`` whose cosine is ``least`` or more, in order."""
        lefts: list[NDArray[np.intp]] = [np.zeros(0, np.intp)]
        rights: list[NDArray[np.intp]] = [np.zeros(0, np.intp)]
        for first in range(0, self._count, _BLOCK_ROWS):
            near: Any = (self._rows[first : first + _BLOCK_ROWS] @ self._rows.T).tocoo()
            kept = (near.data >= least) & (near.row + first < near.col)
            left = (near.row[kept] + first).astype(np.intp)
            right = near.col[kept].astype(np.intp)
            order = np.lexsort((right, left))
            lefts.append(left[order])
            rights.append(right[order])
        return np.concatenate(lefts), np.concatenate(rights)

    def cosines(self, lefts: NDArray[np.intp], rights: NDArray[np.intp]) -> list[float]:
        """Give the cosine of each row of ``lefts`` with its fellow of ``rights``."""
        found: list[float] = []
        for first in range(0, len(lefts), _BLOCK_ROWS * _BLOCK_ROWS):
            block = slice(first, first + _BLOCK_ROWS * _BLOCK_ROWS)
            products: Any = self._rows[lefts[block]].multiply(self._rows[rights[block]])
            found += [min(1.0, float(value)) for value in np.asarray(products.sum(axis=1)).ravel()]
        return found


def _tell(word: str, reports: int) -> float:
    """Give a word's rarity, less a loss that grows with the number of reports that have it."""
    return max(0.0, rarity(word) - _LOSS * log(1 + reports / _MANY_REPORTS))
