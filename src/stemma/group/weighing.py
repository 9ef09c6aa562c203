"""Reports as rows of weighted words, and how much two rows overlap."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from stemma.language.rarity import rarity
from stemma.language.sparse import SparseRows

_BLOCK_ROWS = 64
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
        telling = {word: _tell(word, reports) for word, reports in sorted(spread.items())}
        self._rows = SparseRows([_weigh(count, telling) for count in counts])
        self._count = len(counts)

    def pairs(self, *, least: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Give the rows ``earlier < later`` whose cosine is ``least`` or more, in order."""
        lefts: list[NDArray[np.intp]] = [np.zeros(0, np.intp)]
        rights: list[NDArray[np.intp]] = [np.zeros(0, np.intp)]
        for first in range(0, self._count, _BLOCK_ROWS):
            near = self._rows.products(first, min(first + _BLOCK_ROWS, self._count))
            left, right = np.nonzero(np.triu(near >= least, first + 1))
            lefts.append(left + first)
            rights.append(right)
        return np.concatenate(lefts), np.concatenate(rights)

    def cosines(self, lefts: NDArray[np.intp], rights: NDArray[np.intp]) -> list[float]:
        """Give the cosine of each row of ``lefts`` with its fellow of ``rights``."""
        return np.minimum(1.0, self._rows.products_of_pairs(lefts, rights)).tolist()


def _weigh(count: Mapping[str, int], telling: Mapping[str, float]) -> dict[str, float]:
    weights = {word: (1 + log(times)) * telling[word] for word, times in sorted(count.items())}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _tell(word: str, reports: int) -> float:
    """Give a word's rarity, less a loss that grows with the number of reports that have it."""
    return max(0.0, rarity(word) - _LOSS * log(1 + reports / _MANY_REPORTS))
