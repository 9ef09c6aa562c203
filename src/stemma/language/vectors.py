"""Texts to vectors of meaning."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.language.pieces import split_texts
from stemma.language.session import open_graph
from stemma.model import Annotated

_DIMENSIONS = 384
_MAX_PIECES = 254
_BATCH_PIECES = 1200


class SentenceEncoder:
    """MiniLM sentence vectors."""

    def __init__(self, *, threads: int = 1) -> None:
        """Load the network."""
        self._graph = open_graph("sentence_int8", threads=threads)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return _DIMENSIONS

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give shape ``(len(texts), 384)``, rows of length 1; each depends on its text alone."""
        vectors = np.zeros((len(texts), _DIMENSIONS), np.float32)
        for row, pieces in enumerate(split_texts(texts, limit=_MAX_PIECES)):
            vectors[row] = self._run([pieces])[0]
        return vectors

    def encode_together(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give the same for the sentences of one report, in batches of these alone."""
        split = split_texts(texts, limit=_MAX_PIECES)
        order = sorted(range(len(split)), key=lambda at: (len(split[at]), at))
        vectors = np.zeros((len(texts), _DIMENSIONS), np.float32)
        batch: list[int] = []
        for at in order:
            if batch and (len(batch) + 1) * len(split[at]) > _BATCH_PIECES:
                vectors[batch] = self._run([split[row] for row in batch])
                batch = []
            batch.append(at)
        if batch:
            vectors[batch] = self._run([split[row] for row in batch])
        return vectors

    def _run(self, batch: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        ids = np.zeros((len(batch), max(map(len, batch))), np.int64)
        mask = np.zeros_like(ids)
        for row, pieces in enumerate(batch):
            ids[row, : len(pieces)] = pieces
            mask[row, : len(pieces)] = 1
        return self._graph.run(None, {"input_ids": ids, "attention_mask": mask})[0]


def matrix(annotated: Annotated) -> NDArray[np.float32]:
    """Give a report's sentence vectors: shape ``(sentences, dimensions)``, rows of length 1."""
    vectors = np.frombuffer(annotated.vectors, "<f4").astype(np.float32, copy=False)
    return vectors.reshape(len(annotated.sentences), annotated.dimensions)
