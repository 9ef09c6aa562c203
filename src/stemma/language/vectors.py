"""Texts to vectors of meaning."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.language.batches import find_batches, pad
from stemma.language.pieces import split_texts
from stemma.language.remembered import Remembered
from stemma.language.session import open_graph
from stemma.model import Annotated

_DIMENSIONS = 384
_MAX_PIECES = 254
_REMEMBERED = 16_384  # vectors, of 1.5 kB each


class SentenceEncoder:
    """Sentence vectors by MiniLM (all-MiniLM-L6-v2: Wang et al. 2020; Reimers & Gurevych 2019)."""

    def __init__(self, *, threads: int = 1) -> None:
        """Load the network."""
        self._graph = open_graph("sentence_int8", threads=threads)
        self._known = Remembered[str, NDArray[np.float32]](most=_REMEMBERED)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return _DIMENSIONS

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give shape ``(len(texts), 384)``, rows of length 1.

        A row depends on its own text alone, to the last bit. Of a long text the first 254 word
        pieces count.
        """
        rows = self._known.answer(texts, self._encode)
        return np.stack(rows) if rows else np.zeros((0, _DIMENSIONS), np.float32)

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), _DIMENSIONS), np.float32)
        pieces = split_texts(texts, limit=_MAX_PIECES)
        for width, rows in find_batches([len(row) for row in pieces]):
            ids, mask = pad([pieces[at] for at in rows], width)
            (vectors[rows],) = self._graph.run(None, {"input_ids": ids, "attention_mask": mask})
        return vectors


def matrix(annotated: Annotated) -> NDArray[np.float32]:
    """Give a report's sentence vectors: shape ``(sentences, dimensions)``, rows of length 1."""
    vectors = np.frombuffer(annotated.vectors, "<f4").astype(np.float32, copy=False)
    return vectors.reshape(len(annotated.sentences), annotated.dimensions)
