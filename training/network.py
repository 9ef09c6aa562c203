"""The network for tags, trees and names; in one pass with sentence vectors where that is asked.

Heads of words and relations are biaffine (Dozat & Manning 2017). Tags and trees read a mix of
the encoder's layers, names another, roles in attributions a third (Peters and others 2018), so
that the last layer can serve the sentence vector.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from stemma.language.names.casing import CASES
from training.encoder import WIDTH, Encoder, mean_of_pieces
from training.numbering import Labels
from training.sentence import ROLES

ARC_WIDTH = 256
RELATION_WIDTH = 128
ROLE_WIDTH = 128
_DROPOUT = 0.2
_LAST = 2.0
"""The mixes begin with this much of a start for the last layer, before softmax."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the network says: ``[texts, words, …]`` scores.

    ``arcs`` has a column for the root before those of the words. ``vectors``, ``[texts, 384]``,
    are there in one pass alone.
    """

    xpos: Tensor
    upos: Tensor
    names: Tensor
    roles: Tensor
    arcs: Tensor
    dependents: Tensor
    heads: Tensor
    vectors: Tensor | None


class Mix(nn.Module):
    """A weighted mean of the encoder's layers."""

    def __init__(self, layers: int) -> None:
        """Begin near the last layer."""
        super().__init__()
        weights = torch.zeros(layers + 1)
        weights[-1] = _LAST
        self.weights = nn.Parameter(weights)

    def forward(self, every: list[Tensor]) -> Tensor:
        """Mix."""
        shares = torch.softmax(self.weights, 0)
        mixed = shares[0] * every[0]
        for layer, rows in enumerate(every[1:], start=1):
            mixed = mixed + shares[layer] * rows
        return mixed


class Network(nn.Module):
    """The encoder, and a head for each question."""

    def __init__(self, encoder: Encoder, labels: Labels, *, one_pass: bool = False) -> None:
        """Put new heads on an encoder.

        It knows the casing of words beside their pieces. In one pass it gives the sentence
        vector too, and keeps its embeddings as they are.
        """
        super().__init__()
        self.encoder = encoder
        self.one_pass = one_pass
        self.syntax_mix = Mix(len(encoder.layers))
        self.names_mix = Mix(len(encoder.layers))
        self.roles_mix = Mix(len(encoder.layers))
        self.dropout = nn.Dropout(_DROPOUT)
        self.xpos = nn.Linear(WIDTH, len(labels.xpos))
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.names = nn.Linear(WIDTH, len(labels.names))
        self.roles = nn.Sequential(
            nn.Linear(WIDTH, ROLE_WIDTH), nn.GELU(), nn.Linear(ROLE_WIDTH, len(ROLES))
        )
        self.arc_dependent = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_head = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_product = nn.Linear(ARC_WIDTH + 1, ARC_WIDTH, bias=False)
        self.relation_dependent = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation_head = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relations = len(labels.relations)
        self.relation_product = nn.Linear(
            RELATION_WIDTH + 1, self.relations * (RELATION_WIDTH + 1), bias=False
        )
        nn.init.normal_(self.relation_product.weight, std=0.02)
        self.cases = nn.Embedding(len(CASES), WIDTH)
        nn.init.zeros_(self.cases.weight)
        if one_pass:
            encoder.words.requires_grad_(requires_grad=False)
            encoder.positions.requires_grad_(requires_grad=False)
            self.vector = nn.Linear(WIDTH, WIDTH)
            nn.init.eye_(self.vector.weight)
            nn.init.zeros_(self.vector.bias)

    def forward(self, pieces: Tensor, mask: Tensor, first: Tensor, cases: Tensor) -> Scores:
        """Score texts; ``first`` is the place of each word's first piece."""
        every = self.encoder(pieces, mask, self.cases(cases))
        syntax = self.syntax_mix(every)
        words = self.dropout(_at(syntax, first))
        root_and_words = torch.cat([syntax[:, :1], words], 1)
        dependent = _with_one(self._shaped(self.arc_dependent, words))
        arcs = self.arc_product(dependent) @ self._shaped(self.arc_head, root_and_words).transpose(
            1, 2
        )
        return Scores(
            xpos=self.xpos(words),
            upos=self.upos(words),
            names=self.names(self.dropout(_at(self.names_mix(every), first))),
            roles=self.roles(self.dropout(_at(self.roles_mix(every), first))),
            arcs=arcs,
            dependents=self._shaped(self.relation_dependent, words),
            heads=self._shaped(self.relation_head, root_and_words),
            vectors=self._vectors(every[-1], mask) if self.one_pass else None,
        )

    def score_relations(self, scores: Scores, heads: Tensor) -> Tensor:
        """Score the relations of words to given heads: ``[texts, words, relations]``."""
        products = self.relation_product(_with_one(scores.dependents))
        products = products.view(*heads.shape, self.relations, RELATION_WIDTH + 1)
        chosen = _with_one(_at(scores.heads, heads))
        return (products * chosen.unsqueeze(-2)).sum(-1)

    def score_pairs(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Score the relations of words to heads, a pair in each row: ``[pairs, relations]``."""
        products = self.relation_product(_with_one(dependents))
        products = products.view(-1, self.relations, RELATION_WIDTH + 1)
        return (products @ _with_one(heads).unsqueeze(-1)).squeeze(-1)

    def _shaped(self, linear: nn.Linear, rows: Tensor) -> Tensor:
        return self.dropout(functional.gelu(linear(rows)))

    def _vectors(self, rows: Tensor, mask: Tensor) -> Tensor:
        turned = self.vector(mean_of_pieces(rows, mask))
        return turned / turned.pow(2).sum(-1, keepdim=True).clamp(min=1e-12).sqrt()


def _at(rows: Tensor, places: Tensor) -> Tensor:
    return torch.gather(rows, 1, places.unsqueeze(-1).expand(-1, -1, rows.shape[-1]))


def _with_one(rows: Tensor) -> Tensor:
    return torch.cat([rows, torch.ones_like(rows[..., :1])], -1)
