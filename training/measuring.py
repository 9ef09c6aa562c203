"""Figures of a network on sentences whose labels are known.

The network as it stands: without the best trees, likeliest sequences and tables that Stemma adds.
"""

from collections.abc import Sequence

import torch
from torch import Tensor

from training.batches import plan, stack
from training.losses import mask_arcs
from training.network import Network
from training.numbering import Numbered
from training.sentence import NAME_LABELS

_PIECES = 4000

Span = tuple[int, int, str]


def measure(
    network: Network, sentences: Sequence[Numbered], vectors: Tensor | None
) -> dict[str, float]:
    """Give shares of words right (tags, ``uas``, ``las``), F1 of names, and cosine of vectors."""
    network.eval()
    right = dict.fromkeys(("words", "xpos", "upos", "uas", "las"), 0)
    names = [0, 0, 0]
    cosine = 0.0
    with torch.inference_mode():
        for rows in plan([len(one.pieces) for one in sentences], pieces=_PIECES):
            batch = stack([sentences[row] for row in rows], rows)
            scores = network(batch.pieces, batch.mask, batch.first, batch.cases)
            heads = mask_arcs(scores.arcs, batch.known).argmax(-1)
            relations = network.score_relations(scores, heads).argmax(-1)
            asked = (batch.heads >= 0) & (batch.known > 0)
            attached = (heads == batch.heads) & asked
            right["words"] += int(asked.sum())
            right["xpos"] += int(((scores.xpos.argmax(-1) == batch.xpos) & asked).sum())
            right["upos"] += int(((scores.upos.argmax(-1) == batch.upos) & asked).sum())
            right["uas"] += int(attached.sum())
            right["las"] += int(((relations == batch.relations) & attached).sum())
            if scores.vectors is not None and vectors is not None:
                cosine += float((scores.vectors * vectors[rows]).sum())
            for told, wanted in zip(scores.names.argmax(-1).tolist(), rows, strict=True):
                _count(told, sentences[wanted].names, names)
    words = max(1, right.pop("words"))
    figures = {key: count / words for key, count in right.items()}
    figures["names"] = 2 * names[0] / max(1, names[1] + names[2])
    if vectors is not None:
        figures["cosine"] = cosine / len(sentences)
    return figures


def _count(told: Sequence[int], wanted: Sequence[int], counts: list[int]) -> None:
    """Count names right, told and wanted; a sentence with open labels is left out."""
    if any(label < 0 for label in wanted):
        return
    ours, theirs = spans(told[: len(wanted)]), spans(wanted)
    for at, found in enumerate((ours & theirs, ours, theirs)):
        counts[at] += len(found)


def spans(labels: Sequence[int]) -> set[Span]:
    """Give the names that labels spell: first word, the word behind the last, kind."""
    found: set[Span] = set()
    first = 0
    kind = ""
    for at, label in enumerate([*(NAME_LABELS[one] for one in labels), "O"]):
        if kind and label != f"I-{kind}":
            found.add((first, at, kind))
            kind = ""
        if not kind and label != "O":
            first, kind = at, label[2:]
    return found
