"""How alike the openings of reports are in meaning."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


class Openings:
    """Sentence vectors of headline and lead, a report each: shape ``(sentences, dimensions)``."""

    def __init__(self, vectors: Sequence[NDArray[np.float32]]) -> None:
        """Take the vectors, rows of length 1."""
        self._vectors = vectors

    def compare(self, left: int, right: int) -> float:
        """Give the mean cosine of the sentences with their nearest in the other, 0 to 1.

        Each opening counts half, however many sentences it has.
        """
        alike = self._vectors[left] @ self._vectors[right].T
        there = float(alike.max(axis=1).mean())
        back = float(alike.max(axis=0).mean())
        return min(1.0, max(0.0, (there + back) / 2))
