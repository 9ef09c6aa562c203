"""What the network is blamed for."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.network import Network, Scores
from training.numbering import OPEN

XPOS, UPOS, ARCS, RELATIONS, NAMES, ROLES, VECTORS = 0.5, 0.3, 1.0, 1.0, 1.5, 1.5, 2.0
"""How much each question weighs."""

NEVER = -1e4


def find_loss(network: Network, scores: Scores, batch: Batch, vectors: Tensor | None) -> Tensor:
    """Give the weighted sum of what went wrong.

    ``vectors`` are those of the untouched encoder, where the network should keep them.
    """
    total = torch.zeros(())
    if vectors is not None and scores.vectors is not None:
        total = VECTORS * (1 - (scores.vectors.float() * vectors).sum(-1)).mean()
    if bool((batch.heads >= 0).any()):
        total = total + XPOS * _wrong(scores.xpos, batch.xpos)
        total = total + UPOS * _wrong(scores.upos, batch.upos)
        total = total + ARCS * _wrong(mask_arcs(scores.arcs, batch.known), batch.heads)
        relations = network.score_relations(scores, batch.heads.clamp(min=0))
        total = total + RELATIONS * _wrong(relations, batch.relations)
    if bool((batch.names >= 0).any()):
        total = total + NAMES * _wrong(scores.names, batch.names)
    asked = batch.roles >= 0
    if bool(asked.any()):
        wrong = functional.binary_cross_entropy_with_logits(
            scores.roles.float()[asked], batch.roles[asked].float()
        )
        total = total + ROLES * wrong
    return total


def mask_arcs(arcs: Tensor, known: Tensor) -> Tensor:
    """Rule out heads that are filling."""
    heads = torch.cat([torch.ones_like(known[:, :1]), known], 1)
    return arcs + (1 - heads.to(arcs.dtype))[:, None, :] * NEVER


def _wrong(scores: Tensor, labels: Tensor) -> Tensor:
    flat = scores.float().reshape(-1, scores.shape[-1])
    return functional.cross_entropy(flat, labels.reshape(-1), ignore_index=OPEN)
