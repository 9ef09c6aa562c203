"""Networks to ONNX files whose weights are 8-bit integers.

``torch.onnx`` writes the graph, onnxruntime makes the weights integers with a scale for each
column, and ``rewrite`` gives each row of activations a scale of its own.
"""

import math
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.encoder import Encoder, mean_of_pieces
from training.losses import mask_arcs
from training.network import Network, Scores
from training.rewrite import quantise_by_row

RELATIONS = 2.0
"""An arc scores its log probability, and this many times that of its likeliest relation, so that
heads and relations are chosen together."""

LIKELY = math.log(0.02)
"""Arcs below this log probability get no relation (they are taken once in 9,000 words) ..."""

UNSURE = math.log(0.5)
"""... and score as if their likeliest relation had this one."""

_OPSET = 17
_TEXTS, _PIECES, _WORDS = 2, 9, 5
_BY_PIECE = {0: "texts", 1: "pieces"}
_BY_WORD = {0: "texts", 1: "words"}
_BY_PAIR = {0: "texts", 1: "words", 2: "heads"}
_BY_TEXT = {0: "texts"}
_SHAPES = {
    **dict.fromkeys(("ids", "mask", "cases", "input_ids", "attention_mask"), _BY_PIECE),
    **dict.fromkeys(("first", "wmask", "xpos", "upos", "ner", "roles"), _BY_WORD),
    **dict.fromkeys(("arc", "rel"), _BY_PAIR),
    "emb": _BY_TEXT,
}


class SyntaxAndNames(nn.Module):
    """A network that gives numbers of labels where Stemma needs no scores."""

    inputs: tuple[str, ...] = ("ids", "mask", "first", "wmask", "cases")
    outputs: tuple[str, ...] = ("xpos", "upos", "ner", "arc", "rel", "roles")

    def __init__(self, network: Network) -> None:
        """Take a trained network; one of one pass gives vectors too."""
        super().__init__()
        self.network = network
        if network.one_pass:
            self.outputs = (*self.outputs, "emb")

    def forward(
        self, ids: Tensor, mask: Tensor, first: Tensor, known: Tensor, cases: Tensor
    ) -> tuple[Tensor, ...]:
        """Give tags, names' and roles' probabilities, scores and relations of arcs, vectors."""
        scores = self.network(ids, mask, first, cases)
        arcs, relations = self._join(scores, known)
        told = (
            scores.xpos.argmax(-1).to(torch.int32),
            scores.upos.argmax(-1).to(torch.int32),
            torch.softmax(scores.names, -1),
            arcs,
            relations,
            torch.sigmoid(scores.roles),
        )
        return told if scores.vectors is None else (*told, scores.vectors)

    def _join(self, scores: Scores, known: Tensor) -> tuple[Tensor, Tensor]:
        """Score each arc together with its likeliest relation, and say which that is.

        Relations are asked for only where the arc alone is likely enough.
        """
        arcs = torch.log_softmax(mask_arcs(scores.arcs, known), -1)
        likely = (arcs > LIKELY) & (known.unsqueeze(-1) > 0)
        pairs = likely.flatten().nonzero().squeeze(-1)
        words, heads = arcs.shape[1:]
        dependent = pairs // heads
        head = dependent // words * heads + pairs % heads
        told = self.network.score_pairs(
            scores.dependents.flatten(0, 1)[dependent], scores.heads.flatten(0, 1)[head]
        )
        best, relation = told.max(-1)
        sureness = -(told - best.unsqueeze(-1)).exp().sum(-1).log()
        joined = (arcs + RELATIONS * UNSURE).flatten()
        joined = joined.scatter(0, pairs, arcs.flatten()[pairs] + RELATIONS * sureness)
        relations = torch.zeros_like(joined, dtype=torch.long).scatter(0, pairs, relation)
        return joined.view_as(arcs), relations.view_as(arcs).to(torch.int32)


class SentenceVectors(nn.Module):
    """The untouched encoder: mean of the last layer, of length 1."""

    inputs: tuple[str, ...] = ("input_ids", "attention_mask")
    outputs: tuple[str, ...] = ("emb",)

    def __init__(self, encoder: Encoder) -> None:
        """Take the encoder."""
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Give vectors."""
        return mean_of_pieces(self.encoder(ids, mask)[-1], mask)


def export(answering: SyntaxAndNames | SentenceVectors, target: Path) -> None:
    """Write the file that Stemma runs."""
    with TemporaryDirectory() as folder:
        plain, prepared, quantised = (Path(folder) / f"{step}.onnx" for step in range(3))
        write_graph(answering, plain)
        quant_pre_process(plain, prepared, skip_symbolic_shape=True)
        quantize_dynamic(prepared, quantised, weight_type=QuantType.QInt8, per_channel=True)
        model = onnx.load(quantised)
    quantise_by_row(model)
    onnx.save(model, target)


def write_graph(answering: SyntaxAndNames | SentenceVectors, target: Path) -> None:
    """Write a network as it is, in floating point."""
    pieces = torch.ones(_TEXTS, _PIECES, dtype=torch.long)
    words = torch.ones(_TEXTS, _WORDS, dtype=torch.long)
    torch.onnx.export(
        answering.eval(),
        tuple(words if _SHAPES[name] == _BY_WORD else pieces for name in answering.inputs),
        target,
        input_names=list(answering.inputs),
        output_names=list(answering.outputs),
        dynamic_axes={name: _SHAPES[name] for name in (*answering.inputs, *answering.outputs)},
        opset_version=_OPSET,
        dynamo=False,
    )
