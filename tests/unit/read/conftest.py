from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from stemma.ports import Encoder


class LetterCounter:
    """A tiny encoder: texts with the same letters are alike."""

    dimensions = 26

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.full((len(texts), self.dimensions), 1e-3, dtype=np.float32)
        for row, text in enumerate(texts):
            for character in text.lower():
                if "a" <= character <= "z":
                    vectors[row, ord(character) - ord("a")] += 1
        return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def encoder() -> Encoder:
    return LetterCounter()
