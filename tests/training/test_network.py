"""Tests that need PyTorch and onnx, which only those who train have."""

# pyright: basic
# The types of PyTorch are not there where the project is checked.

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

import onnxruntime  # noqa: E402 - the lines above skip where the rest cannot be had
from training.batches import plan, stack  # noqa: E402 - the same
from training.encoder import Encoder, mean_of_pieces  # noqa: E402 - the same
from training.exporting import (  # noqa: E402 - the same
    LIKELY,
    RELATIONS,
    UNSURE,
    SyntaxAndNames,
    export,
)
from training.fitting import Lessons, Recipe, fit  # noqa: E402 - the same
from training.losses import mask_arcs  # noqa: E402 - the same
from training.measuring import measure, spans  # noqa: E402 - the same
from training.network import Network  # noqa: E402 - the same
from training.numbering import OPEN, Numbered, Numbering, collect_labels  # noqa: E402 - the same
from training.sentence import NAME_LABELS, Sentence, Syntax  # noqa: E402 - the same

SENTENCES = [
    Sentence(
        corpus="invented",
        words=("Tilda", "Vance", "wept"),
        text="Tilda Vance wept",
        syntax=(
            Syntax(xpos="NNP", upos="PROPN", head=3, relation="nsubj"),
            Syntax(xpos="NNP", upos="PROPN", head=1, relation="flat"),
            Syntax(xpos="VBD", upos="VERB", head=0, relation="root"),
        ),
        names=("B-PER", "I-PER", "O"),
    ),
    Sentence(
        corpus="invented",
        words=("It", "rained", "in", "Pellbrook", "on", "Tuesday", "evening"),
        text="It rained in Pellbrook on Tuesday evening",
        names=("O", "O", "O", "B-LOC", "O", None, "O"),
    ),
    Sentence(
        corpus="invented",
        words=("Vance", "said", "so"),
        text="Vance said so",
        roles=((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ),
]


@pytest.fixture
def numbering() -> Numbering:
    return Numbering(collect_labels(SENTENCES))


@pytest.fixture
def network(numbering: Numbering) -> Network:
    torch.manual_seed(1)
    return Network(Encoder(1), numbering.labels, one_pass=True).eval()


@pytest.fixture
def numbered(numbering: Numbering) -> list[Numbered]:
    return [numbering.number(sentence) for sentence in SENTENCES]


def test_what_a_corpus_does_not_say_is_left_open(numbered: list[Numbered]):
    tree, names, roles = numbered
    assert tree.heads == (3, 1, 0)
    assert names.heads == (OPEN,) * 7
    assert names.names[5] == OPEN
    assert names.roles == ((OPEN,) * 3,) * 7
    assert roles.roles[1] == (0, 1, 0)
    assert names.names[3] == NAME_LABELS.index("B-LOC")


def test_every_sentence_is_in_one_batch_of_limited_size():
    lengths = [3, 9, 4, 30, 5, 5]
    batches = plan(lengths, pieces=20)
    assert sorted(row for batch in batches for row in batch) == list(range(6))
    assert all(
        len(batch) * max(lengths[row] for row in batch) <= 20 for batch in batches if len(batch) > 1
    )


def test_no_word_hangs_on_filling(network: Network, numbered: list[Numbered]):
    batch = stack(numbered, (0, 1, 2))
    scores = network(batch.pieces, batch.mask, batch.first, batch.cases)
    heads = mask_arcs(scores.arcs, batch.known).argmax(-1)
    assert int(heads[0].max()) <= len(SENTENCES[0].words)


def test_filling_changes_no_vector():
    rows = torch.randn(2, 4, 384)
    mask = torch.tensor([[1, 1, 0, 0], [1, 1, 1, 1]])
    alone = mean_of_pieces(rows[:1, :2], mask[:1, :2])
    assert torch.allclose(mean_of_pieces(rows, mask)[:1], alone, atol=1e-6)


def test_labels_spell_names():
    numbers = [NAME_LABELS.index(label) for label in ("B-PER", "I-PER", "B-PER", "O", "I-LOC")]
    assert spans(numbers) == {(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC")}


def test_training_learns_and_the_same_seed_gives_the_same_weights(numbering: Numbering):
    vectors = torch.nn.functional.normalize(torch.ones(3, 384), dim=-1)
    recipe = Recipe(epochs=12, warm_up=2)

    def train() -> Network:
        torch.manual_seed(2)
        network = Network(Encoder(1), numbering.labels, one_pass=True)
        lessons = Lessons(sentences=SENTENCES, vectors=vectors)
        fit(network, numbering, lessons, recipe, lambda _: None)
        return network

    first, second = train(), train()
    pairs = zip(first.parameters(), second.parameters(), strict=True)
    assert all(torch.equal(one, other) for one, other in pairs)
    figures = measure(first, [numbering.number(one) for one in SENTENCES], vectors)
    assert figures["cosine"] > 0.5
    assert figures["xpos"] == 1.0


def test_heads_and_relations_are_chosen_together(network: Network, numbered: list[Numbered]):
    batch = stack(numbered, (0, 1, 2))
    answering = SyntaxAndNames(network)
    with torch.inference_mode():
        told = answering(batch.pieces, batch.mask, batch.first, batch.known, batch.cases)
        scores = network(batch.pieces, batch.mask, batch.first, batch.cases)
        alone = torch.log_softmax(mask_arcs(scores.arcs, batch.known), -1)
        heads = torch.arange(alone.shape[-1])
        every = [network.score_relations(scores, head.expand_as(batch.heads)) for head in heads]
    surest, likeliest = torch.log_softmax(torch.stack(every, 2), -1).max(-1)
    answers = dict(zip(answering.outputs, told, strict=True))
    likely = (alone > LIKELY) & (batch.known > 0).unsqueeze(-1)
    together = alone + RELATIONS * torch.where(likely, surest, UNSURE)
    assert 0 < int(likely.sum()) < likely.numel()
    assert torch.allclose(answers["arc"], together, atol=1e-3)
    assert torch.equal(answers["rel"][likely], likeliest[likely].to(torch.int32))


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
@pytest.mark.parametrize("one_pass", [False, True])
def test_what_ships_says_of_a_sentence_the_same_beside_any_other(
    numbering: Numbering, numbered: list[Numbered], tmp_path: Path, *, one_pass: bool
):
    network = Network(Encoder(1), numbering.labels, one_pass=one_pass).eval()
    answering = SyntaxAndNames(network)
    export(answering, tmp_path / "network.onnx")
    session = onnxruntime.InferenceSession(str(tmp_path / "network.onnx"))

    def run(other: int) -> list[np.ndarray]:
        batch = stack([numbered[1], numbered[1], numbered[other]], (0, 1, 2))
        places = {"ids": batch.pieces, "wmask": batch.known}
        feeds = {
            name: (places[name] if name in places else getattr(batch, name)).numpy()
            for name in answering.inputs
        }
        return [np.asarray(told) for told in session.run(list(answering.outputs), feeds)]

    beside_short, beside_long = run(0), run(1)
    for one, other in zip(beside_short, beside_long, strict=True):
        assert np.array_equal(one[0], other[0])
    batch = stack(numbered, (0, 1, 2))
    plain = network(batch.pieces, batch.mask, batch.first, batch.cases)
    names = beside_short[answering.outputs.index("ner")][0]
    assert np.abs(names - torch.softmax(plain.names, -1)[1].detach().numpy()).max() < 0.05
