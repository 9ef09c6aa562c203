"""The training loop."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.batches import plan, stack
from training.losses import find_loss
from training.network import Network
from training.numbering import Numbering
from training.recasing import recase
from training.sentence import Sentence

_SPOKEN_STEPS = 50
_LARGEST_GRADIENT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How long, in what steps, from which seed; rates are AdamW's, falling to 0 in a line."""

    epochs: float = 6.0
    seed: int = 1
    pieces: int = 1500
    encoder_rate: float = 1.5e-4
    heads_rate: float = 1e-3
    decay: float = 0.01
    warm_up: int = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """Sentences, and the vector that each should get, if any: ``[sentences, 384]``."""

    sentences: Sequence[Sentence]
    vectors: Tensor | None = None


def fit(
    network: Network,
    numbering: Numbering,
    lessons: Lessons,
    recipe: Recipe,
    after_epoch: Callable[[int], None],
) -> None:
    """Train a network.

    The same seed, files and releases give the same weights on one processor with one thread.
    """
    chance = random.Random(recipe.seed)  # noqa: S311 - draws sentences, keeps no secret
    lengths = [len(numbering.number(sentence).pieces) for sentence in lessons.sentences]
    each = len(plan(lengths, pieces=recipe.pieces, chance=random.Random(0)))  # noqa: S311 - same
    total = max(1, int(each * recipe.epochs))
    optimiser = _optimiser(network, recipe)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / recipe.warm_up) * max(0.0, 1 - step / total)
    )
    trained = [one for one in network.parameters() if one.requires_grad]
    started, step, epoch, lost = time.monotonic(), 0, 0, 0.0
    while step < total:
        for rows in plan(lengths, pieces=recipe.pieces, chance=chance)[: total - step]:
            drawn = [recase(lessons.sentences[row], chance) for row in rows]
            batch = stack([numbering.number(sentence) for sentence in drawn], rows)
            network.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(batch.pieces, batch.mask, batch.first, batch.cases)
                wanted = None if lessons.vectors is None else lessons.vectors[rows]
                loss = find_loss(network, scores, batch, wanted)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, _LARGEST_GRADIENT)
            optimiser.step()
            schedule.step()
            step += 1
            lost += loss.item()
            if step % _SPOKEN_STEPS == 0:
                spent = time.monotonic() - started
                print(
                    f"step {step}/{total} loss {lost / _SPOKEN_STEPS:.3f} {spent:.0f} s", flush=True
                )
                lost = 0.0
        epoch += 1
        after_epoch(epoch)


def _optimiser(network: Network, recipe: Recipe) -> torch.optim.Optimizer:
    trained = [(name, one) for name, one in network.named_parameters() if one.requires_grad]
    encoder = [one for name, one in trained if name.startswith("encoder.")]
    heads = [one for name, one in trained if not name.startswith("encoder.")]
    groups = [
        {"params": encoder, "lr": recipe.encoder_rate},
        {"params": heads, "lr": recipe.heads_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=recipe.decay, fused=True)
