"""How alike the openings of reports are in meaning."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_BLOCK_REPORTS = 32


class Openings:
    """Sentence vectors of headline and lead, a report each: shape ``(sentences, dimensions)``."""

    def __init__(self, vectors: Sequence[NDArray[np.float32]]) -> None:
        """Take the vectors, rows of length 1, at least one of each report."""
        self._vectors = np.concatenate(vectors)
        self._lengths = np.array([len(rows) for rows in vectors])
        self._starts = np.concatenate([[0], np.cumsum(self._lengths)])

    def compare(self, lefts: NDArray[np.intp], rights: NDArray[np.intp]) -> NDArray[np.float64]:
        """Give the mean cosine of the sentences with their nearest in the other, 0 to 1.

        Each opening counts half, however many sentences it has. ``lefts`` are in order.
        """
        alike = np.zeros(len(lefts))
        for first in range(0, len(self._lengths), _BLOCK_REPORTS):
            start, end = np.searchsorted(lefts, [first, first + _BLOCK_REPORTS])
            if start < end:
                block = self._compare_block(first, min(first + _BLOCK_REPORTS, len(self._lengths)))
                alike[start:end] = block[lefts[start:end] - first, rights[start:end]]
        return np.clip(alike, 0.0, 1.0)

    def _compare_block(self, first: int, last: int) -> NDArray[np.float64]:
        """Compare so many reports with all, shape ``(last - first, reports)``."""
        starts = self._starts[first:last] - self._starts[first]
        rows = self._vectors[self._starts[first] : self._starts[last]]
        cosines = (rows @ self._vectors.T).astype(np.float64)
        nearest_there = np.maximum.reduceat(cosines, self._starts[:-1], axis=1)
        nearest_here = np.maximum.reduceat(cosines, starts, axis=0)
        there = np.add.reduceat(nearest_there, starts, axis=0) / self._lengths[first:last, None]
        back = np.add.reduceat(nearest_here, self._starts[:-1], axis=1) / self._lengths
        return (there + back) / 2
