"""Reports as rows of weighted words, and how much two rows overlap."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.group.bag import Bag
from stemma.group.spread import Spread
from stemma.language.rarity import rarity
from stemma.language.sparse import SparseRows

_BLOCK_ROWS = 64


class Weights:
    """TF-IDF rows of length 1: ``1 + ln(count)`` times how telling the word is."""

    def __init__(self, bags: Sequence[Bag], spread: Spread) -> None:
        """Weigh the words of each report; ``spread`` tells what fills the whole collection."""
        self._columns: dict[str, int] = {}
        place = self._columns.setdefault
        self._lengths = np.array([len(bag.words) for bag in bags], np.intp)
        self._places = np.array(
            [place(word, len(self._columns)) for bag in bags for word in bag.words], np.intp
        )
        shares = np.ones(len(self._columns))
        for word in self._columns.keys() & spread.telling.keys():
            shares[self._columns[word]] = spread.telling[word] / rarity(word)
        weights = np.concatenate([np.zeros(0), *(bag.weights for bag in bags)])
        self._weights = weights * shares[self._places]
        self._rows = self._scale(self._weights)

    def pairs(
        self, *, least: float, rarest: float, first: int | None = None
    ) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Give the rows ``earlier < later`` whose cosine is ``least`` or more, in order.

        Only words of rarity ``rarest`` or more count. With ``first``, ``earlier`` is one of so
        many first rows.
        """
        rare = np.array([rarity(word) >= rarest for word in self._columns], np.bool_)
        rows = self._scale(np.where(rare[self._places], self._weights, 0.0))
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
        return np.minimum(1.0, self._rows.products_of_pairs(lefts, rights))

    def _scale(self, weights: NDArray[np.float64]) -> SparseRows:
        rows = np.repeat(np.arange(len(self._lengths)), self._lengths)
        squares = np.bincount(rows, weights * weights, minlength=len(self._lengths))
        lengths = np.sqrt(np.where(squares > 0, squares, 1.0))
        return SparseRows.from_columns(self._lengths, self._places, weights / lengths[rows])
