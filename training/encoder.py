"""The encoder of MiniLM (Wang and others 2020; BERT's layers, Devlin and others 2019).

Written out so that its graph holds nothing that the shipped one does not need, and so that the
casing of words can enter where the word pieces do.
"""

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
_HEADS = 12
_INNER = 4 * WIDTH
_VOCABULARY = 30522
_POSITIONS = 512
_EPSILON = 1e-12
_DROPOUT = 0.1


class Layer(nn.Module):
    """Self-attention and a feed-forward part, each followed by normalisation."""

    def __init__(self) -> None:
        """Begin with weights that mean nothing."""
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.inner = nn.Linear(WIDTH, _INNER)
        self.gelu = nn.GELU()
        self.outer = nn.Linear(_INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, rows: Tensor, absent: Tensor) -> Tensor:
        """Give the next rows; ``absent`` is added to the scores of attention."""
        texts, length, _ = rows.shape
        shape = (texts, length, _HEADS, WIDTH // _HEADS)
        query, key, value = (
            part(rows).view(shape).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        dropout = _DROPOUT if self.training else 0.0
        seen = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=absent.to(query.dtype), dropout_p=dropout
        )
        seen = seen.transpose(1, 2).reshape(rows.shape)
        rows = self.attended_norm(rows + self.dropout(self.attended(seen)))
        return self.outer_norm(rows + self.dropout(self.outer(self.gelu(self.inner(rows)))))


class Encoder(nn.Module):
    """Word pieces to rows of 384 numbers, after every layer."""

    def __init__(self, layers: int = 6) -> None:
        """Begin with weights that mean nothing."""
        super().__init__()
        self.words = nn.Embedding(_VOCABULARY, WIDTH)
        self.positions = nn.Embedding(_POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.dropout = nn.Dropout(_DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, pieces: Tensor, mask: Tensor, further: Tensor | None = None) -> list[Tensor]:
        """Give the rows before the first layer and after each: ``[texts, pieces, 384]``.

        ``mask`` is 1 for pieces and 0 for filling; ``further`` is added to what goes in.
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        rows = self.words(pieces) + self.positions(places)
        if further is not None:
            rows = rows + further
        rows = self.dropout(self.norm(rows))
        absent = (1.0 - mask[:, None, None, :].to(rows.dtype)) * -1e4
        every = [rows]
        for layer in self.layers:
            rows = layer(rows, absent)
            every.append(rows)
        return every


def load_encoder(path: Path, layers: int = 6) -> Encoder:
    """Load the weights of all-MiniLM-L6-v2 from its ``model.safetensors``."""
    weights = load_file(path)
    encoder = Encoder(layers)
    encoder.load_state_dict(_renamed(weights, layers))
    return encoder


def _renamed(weights: Mapping[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Give BERT's weights under our names; all text is of BERT's first type."""
    kinds = weights["embeddings.token_type_embeddings.weight"][0]
    renamed = {
        "words.weight": weights["embeddings.word_embeddings.weight"] + kinds,
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    for layer in range(layers):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                source = f"encoder.layer.{layer}.{theirs}.{kind}"
                renamed[f"layers.{layer}.{ours}.{kind}"] = weights[source]
    return renamed


def mean_of_pieces(rows: Tensor, mask: Tensor) -> Tensor:
    """Give a vector of length 1 for each text; filling adds exact zeros."""
    total = (mask[:, None, :].to(rows.dtype) @ rows).squeeze(1)
    return total / total.pow(2).sum(-1, keepdim=True).clamp(min=1e-12).sqrt()
