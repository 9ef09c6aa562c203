"""The card of the networks: what they are, what they learnt from, what they reach.

Written from what was trained and measured, so that card and files cannot disagree.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from training.corpora import Corpus

SYNTAX_AND_NAMES = "syntax_names_int8.onnx"
SENTENCE_VECTORS = "sentence_int8.onnx"
PURPOSES = {
    SYNTAX_AND_NAMES: (
        "tagger, Universal Dependencies parser, name finder and marker of who says what for English"
    ),
    SENTENCE_VECTORS: "sentence vectors, 384 numbers of length 1",
    "tokenizer.json": "word pieces, the vocabulary of both",
    "labels.json": "names of tags, relations and name labels, by number",
}
_TEMPLATE = Path(__file__).with_name("card.md")
_MEGABYTE = 1_000_000
_TESTS = (
    ("PUD, news half, from raw text: labelled attachment (F1 of words)", ("pud_news_las",)),
    ("the same: unlabelled attachment, universal tags", ("pud_news_uas", "pud_news_upos")),
    ("the same: tokens, sentences", ("pud_news_word_f1", "sentence_f1")),
    ("UD English EWT, test part, from raw text: labelled attachment", ("ewt_test_las",)),
    (
        "PUD, news half: names (F1; person, place, organisation)",
        ("pud_news_f1", "pud_news_person_f1", "pud_news_place_f1", "pud_news_organisation_f1"),
    ),
    (
        "World English newswire: names (F1; person, place, organisation)",
        (
            "newswire_ner_f1",
            "newswire_ner_person_f1",
            "newswire_ner_place_f1",
            "newswire_ner_organisation_f1",
        ),
    ),
    ("STS benchmark, test pairs: rank correlation of sentence vectors", ("stsb",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """How a network was trained: ``date`` is EDTF, ``minutes`` those of the training loop."""

    date: str
    seed: int
    epochs: float
    sentences: int
    minutes: float
    releases: Mapping[str, str]


def write_card(
    folder: Path, training: Training, corpora: Iterable[Corpus], figures: Mapping[str, float]
) -> None:
    """Write ``README.md`` beside the files of the networks."""
    releases = ", ".join(f"{name} {release}" for name, release in training.releases.items())
    card = _TEMPLATE.read_text("utf-8").format(
        files="\n".join(_file(folder / name, purpose) for name, purpose in PURPOSES.items()),
        corpora="\n".join(map(_corpus, corpora)),
        figures="\n".join(_figures(figures)),
        date=training.date,
        seed=training.seed,
        epochs=f"{training.epochs:g}",
        sentences=f"{training.sentences:,}",
        minutes=f"{training.minutes:.0f}",
        releases=releases,
    )
    (folder / "README.md").write_text(card, "utf-8")


def record(table: Path, folder: Path) -> None:
    """Put the digests of the files into the table that Stemma lists its networks from."""
    text = table.read_text("utf-8")
    for name in PURPOSES:
        row = re.compile(rf"^({re.escape(name)}\t[^\t]*\t)\w{{64}}", re.MULTILINE)
        text, count = row.subn(rf"\g<1>{_digest(folder / name)}", text)
        if not count:
            message = f"{table} has no row for {name}"
            raise ValueError(message)
    table.write_text(text, "utf-8")


def _file(path: Path, purpose: str) -> str:
    size = path.stat().st_size / _MEGABYTE
    told = f"{size:.0f} MB" if size > 1 else f"{size * 1000:.0f} kB"
    return f"| `{path.name}` | {purpose} | {told} | `{_digest(path)}` |"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _corpus(corpus: Corpus) -> str:
    return (
        f"| [{corpus.title}]({corpus.url}) | {corpus.part} | {corpus.licence} | "
        f"`{corpus.sha256[:12]}` |"
    )


def _figures(figures: Mapping[str, float]) -> Iterable[str]:
    for test, keys in _TESTS:
        known = [figures[key] for key in keys if key in figures]
        if known:
            written = ", ".join(f"{value:.3f}" for value in known)
            yield f"| {test} | {written} |"
