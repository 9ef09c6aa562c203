"""Sentence vectors of the untouched encoder, which the network learns to keep."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from stemma.language.pieces import split_texts
from training.batches import plan
from training.encoder import WIDTH, load_encoder, mean_of_pieces

_PIECES = 4000
_MOST = 254


def teach(base: Path, texts: Sequence[str]) -> Tensor:
    """Give the vectors of texts: ``[texts, 384]``, rows of length 1."""
    encoder = load_encoder(base).eval()
    split = split_texts(texts, limit=_MOST)
    vectors = torch.zeros(len(texts), WIDTH)
    with torch.inference_mode():
        for rows in plan([len(pieces) for pieces in split], pieces=_PIECES):
            width = max(len(split[row]) for row in rows)
            pieces = torch.zeros(len(rows), width, dtype=torch.long)
            mask = torch.zeros_like(pieces)
            for at, row in enumerate(rows):
                pieces[at, : len(split[row])] = torch.tensor(split[row])
                mask[at, : len(split[row])] = 1
            with torch.autocast("cpu", dtype=torch.bfloat16):
                last = encoder(pieces, mask)[-1]
            vectors[rows] = mean_of_pieces(last.float(), mask)
    return vectors
