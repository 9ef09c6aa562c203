"""Numbered sentences to batches of about equal size."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.numbering import OPEN, Numbered
from training.sentence import ROLES

_POOL = 800
"""Sentences of about one length are looked for among this many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Sentences side by side: ``[texts, pieces]`` and ``[texts, words]``; ``rows`` says which."""

    rows: tuple[int, ...]
    pieces: Tensor
    cases: Tensor
    mask: Tensor
    first: Tensor
    known: Tensor
    xpos: Tensor
    upos: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor
    roles: Tensor


def plan(
    lengths: Sequence[int], *, pieces: int, chance: random.Random | None = None
) -> list[list[int]]:
    """Give batches of sentences (indices) of at most so many pieces, in a drawn order."""
    order = list(range(len(lengths)))
    if chance is not None:
        chance.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), _POOL):
        batch: list[int] = []
        for row in sorted(order[start : start + _POOL], key=lambda row: (lengths[row], row)):
            if batch and (len(batch) + 1) * lengths[row] > pieces:
                batches.append(batch)
                batch = []
            batch.append(row)
        batches.append(batch)
    if chance is not None:
        chance.shuffle(batches)
    return batches


def stack(sentences: Sequence[Numbered], rows: Sequence[int]) -> Batch:
    """Put sentences side by side; ``rows`` are their numbers elsewhere."""
    pieces = _fill([sentence.pieces for sentence in sentences], 0)
    first = _fill([sentence.first for sentence in sentences], 0)
    return Batch(
        rows=tuple(rows),
        pieces=pieces,
        cases=_fill([sentence.cases for sentence in sentences], 0),
        mask=_fill([(1,) * len(sentence.pieces) for sentence in sentences], 0),
        first=first,
        known=_fill([(1,) * len(sentence.first) for sentence in sentences], 0),
        xpos=_fill([sentence.xpos for sentence in sentences], OPEN),
        upos=_fill([sentence.upos for sentence in sentences], OPEN),
        heads=_fill([sentence.heads for sentence in sentences], OPEN),
        relations=_fill([sentence.relations for sentence in sentences], OPEN),
        names=_fill([sentence.names for sentence in sentences], OPEN),
        roles=torch.stack(
            [
                _fill([[word[role] for word in sentence.roles] for sentence in sentences], OPEN)
                for role in range(len(ROLES))
            ],
            -1,
        ),
    )


def _fill(rows: Sequence[Sequence[int]], filling: int) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[filling] * (width - len(row))] for row in rows])
