"""Reports as rows of weighted words, and how much two rows overlap."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.group.bag import Bag
from stemma.group.spread import Spread
from stemma.language.sparse import SparseRows

_BLOCK_ROWS = 64


class Weights:
    """TF-IDF rows of length 1: ``1 + ln(count)`` times how telling the word is."""

    def __init__(self, bags: Sequence[Bag], spread: Spread) -> None:
        """Weigh the words of each report; ``spread`` tells what fills the whole collection."""
        self._lengths = np.array([len(bag.words) for bag in bags], np.intp)
        self._rows = np.repeat(np.arange(len(bags)), self._lengths)
        numbers = np.concatenate([np.zeros(0, np.uint64), *(bag.numbers for bag in bags)])
        words, places = np.unique(numbers, return_inverse=True)
        self._places = places.astype(np.intp, copy=False)
        self._rarities = np.concatenate([np.zeros(0), *(bag.rarities for bag in bags)])
        weights = np.concatenate([np.zeros(0), *(bag.weights for bag in bags)])
        self._weights = weights * spread.shares_of(words)[self._places]
        self._scaled = self._scale(self._weights)

    def pairs(
        self, *, least: float, rarest: float, first: int | None = None
    ) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Give the rows ``earlier < later`` whose cosine is ``least`` or more, in order.

        Only words of rarity ``rarest`` or more count. With ``first``, ``earlier`` is one of so
        many first rows.
        """
        rows = self._scale(np.where(self._rarities >= rarest, self._weights, 0.0))
        count = len(self._lengths)
        until = count if first is None else min(first, count)
        lefts: list[NDArray[np.intp]] = [np.zeros(0, np.intp)]
        rights: list[NDArray[np.intp]] = [np.zeros(0, np.intp)]
        for start in range(0, until, _BLOCK_ROWS):
            near = rows.products(start, min(start + _BLOCK_ROWS, until))
            left, right = np.nonzero(np.triu(near >= least, start + 1))
            lefts.append(left + start)
            rights.append(right)
        return np.concatenate(lefts), np.concatenate(rights)

    def cosines(self, lefts: NDArray[np.intp], rights: NDArray[np.intp]) -> NDArray[np.float64]:
        """Give the cosine of each row of ``lefts`` with its fellow of ``rights``."""
        return np.minimum(1.0, self._scaled.products_of_pairs(lefts, rights))

    def _scale(self, weights: NDArray[np.float64]) -> SparseRows:
        squares = np.bincount(self._rows, weights * weights, minlength=len(self._lengths))
        lengths = np.sqrt(np.where(squares > 0, squares, 1.0))
        return SparseRows.from_columns(self._lengths, self._places, weights / lengths[self._rows])
