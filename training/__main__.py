"""Train the networks that Stemma ships.

    python -m training CORPORA BASE

``CORPORA`` holds the corpora of ``training/corpora.tsv``, ``BASE`` is ``model.safetensors`` of
all-MiniLM-L6-v2, or a folder that has it. Both are checked. What is trained goes to ``build``,
what ships into ``src/stemma/language/weights``, with its card.
"""

import argparse
import json
import time
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import torch

from training.card import SENTENCE_VECTORS, SYNTAX_AND_NAMES, Training, record, write_card
from training.corpora import check_base, check_corpora, list_corpora
from training.encoder import Encoder, load_encoder
from training.evaluating import evaluate
from training.exporting import SentenceVectors, SyntaxAndNames, export
from training.fitting import Lessons, Recipe, fit
from training.material import gather, held_out, told
from training.measuring import measure
from training.network import Network
from training.numbering import Numbering, collect_labels, read_labels, write_labels
from training.teaching import teach

ROOT = Path(__file__).resolve().parents[1]
LANGUAGE = ROOT / "src" / "stemma" / "language"
WEIGHTS = LANGUAGE / "weights"
JOINT = "one_pass_int8.onnx"
WHO_SAYS_WHAT = Recipe(epochs=1.0, seed=2, encoder_rate=5e-5, heads_rate=5e-4, warm_up=60)
"""Roles in attributions are learnt last, and what was learnt before is rehearsed."""

_RELEASES = ("torch", "onnx", "onnxruntime")


def main() -> None:
    """Check, train, export, measure, describe."""
    options = _options()
    corpora = list_corpora()
    check_corpora(options.corpora, corpora)
    base = check_base(options.base)
    if not options.trained:
        train(options.corpora, base, options)
    network = _read(options)
    if options.one_pass:
        export(SyntaxAndNames(network), options.build / JOINT)
        return
    target: Path = options.target
    target.mkdir(parents=True, exist_ok=True)
    export(SyntaxAndNames(network), target / SYNTAX_AND_NAMES)
    export(SentenceVectors(load_encoder(base)), target / SENTENCE_VECTORS)
    write_labels(target / "labels.json", read_labels(options.build / "labels.json"))
    if target == WEIGHTS:
        training = Training(**json.loads((options.build / "training.json").read_text("utf-8")))
        write_card(target, training, corpora, evaluate(options.corpora))
        record(LANGUAGE / "tables" / "models.tsv", target)


def train(corpora: Path, base: Path, options: argparse.Namespace) -> None:
    """Train a network and leave it in the build folder, with its labels and how it was trained."""
    recipe = Recipe(epochs=options.epochs, seed=options.seed)
    build: Path = options.build
    build.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(recipe.seed)
    sentences = gather(corpora, recipe.seed, passages=options.one_pass)
    known = held_out(corpora)
    labels = collect_labels(sentences)
    write_labels(build / "labels.json", labels)
    numbering = Numbering(labels)
    numbering.learn([*sentences, *known])
    numbered = [numbering.number(sentence) for sentence in known]
    taught = wanted = None
    if options.one_pass:
        taught = teach(base, [sentence.text for sentence in sentences])
        wanted = teach(base, [sentence.text for sentence in known])
    network = Network(load_encoder(base, options.layers), labels, one_pass=options.one_pass)
    print(f"{len(sentences)} sentences", flush=True)
    started = time.monotonic()

    def after_epoch(epoch: int) -> None:
        figures = measure(network, numbered, wanted)
        told = {name: round(value, 4) for name, value in figures.items()}
        print(f"epoch {epoch} {told}", flush=True)
        torch.save(network.state_dict(), build / "network.pt")
        training = Training(
            date=datetime.now(UTC).date().isoformat(),
            seed=recipe.seed,
            epochs=recipe.epochs,
            sentences=len(sentences),
            minutes=round((time.monotonic() - started) / 60, 1),
            releases={name: version(name) for name in _RELEASES},
        )
        (build / "training.json").write_text(json.dumps(asdict(training)) + "\n", "utf-8")

    fit(network, numbering, Lessons(sentences=sentences, vectors=taught), recipe, after_epoch)
    if not options.one_pass:
        further = Lessons(sentences=[*sentences, *told(corpora)])
        fit(network, numbering, further, WHO_SAYS_WHAT, after_epoch)


def _read(options: argparse.Namespace) -> Network:
    labels = read_labels(options.build / "labels.json")
    network = Network(Encoder(options.layers), labels, one_pass=options.one_pass)
    network.load_state_dict(torch.load(options.build / "network.pt", weights_only=True))
    return network


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("--epochs", type=float, default=Recipe().epochs)
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--layers", type=int, default=6, help="how many of the encoder's six")
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "training")
    parser.add_argument("--target", type=Path, default=WEIGHTS)
    parser.add_argument(
        "--trained", action="store_true", help="do not train: export and measure what is in build"
    )
    parser.add_argument(
        "--one-pass",
        action="store_true",
        help="one network for vectors too; stays in build, as Stemma does not run it yet",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
