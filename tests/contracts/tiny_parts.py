"""Tiny language parts such as users bring: spaCy pipelines of two schemes, and a model's vectors.

The pipelines cut text as spaCy does and mark it as they were told to, or anyhow.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import cast
from zlib import crc32

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from stemma.language import load_encoder
from stemma.language.adapters import SpacyAnnotator, TransformerEncoder
from stemma.language.adapters.clearnlp import own_labels
from stemma.language.adapters.spacy_pipeline import Pipeline

Row = tuple[str, str, str, int, str, str]
"""A token: text, Penn tag, universal tag, head (from 1; 0: root), relation, BIO label of names."""

ENDS = frozenset(".!?")
UNIVERSAL = ("nsubj", "obj", "obl", "nmod", "conj", "cc", "case", "flat:name", "punct", "advcl")
CLEARNLP = (*sorted(own_labels()), "nmod", "conj", "cc", "aux", "punct", "nsubj", "expl", "ccomp")
TAGS = ("NN", "IN", "VBZ", "TO", "NNP", "_SP", "XX", "")
UPOS = ("NOUN", "ADP", "AUX", "PART", "PROPN", "SPACE", "X", "VERB")
NAMES = ("O", "B-ORG", "I-ORG", "O", "B-PERSON", "O", "B-NORP")


def make_pipeline(
    relations: Sequence[str], parses: Mapping[str, Sequence[Row]] | None = None
) -> Pipeline:
    """Make a pipeline that knows some texts and marks others anyhow, with these relations."""
    pipeline = spacy.blank("en")
    known = parses or {}

    def mark(text: Doc) -> Doc:
        rows = known.get(text.text)
        return _read(text, rows) if rows else _guess(text, relations)

    name = f"mark_{crc32(repr((relations, sorted(known))).encode())}"
    Language.component(name, func=mark)
    pipeline.add_pipe(name)
    return cast("Pipeline", pipeline)


def _read(text: Doc, rows: Sequence[Row]) -> Doc:
    words, tags, upos, heads, relations, names = zip(*rows, strict=True)
    assert [token.text for token in text] == list(words)
    return Doc(
        text.vocab,
        words=list(words),
        spaces=[bool(token.whitespace_) for token in text],
        tags=list(tags),
        pos=list(upos),
        deps=list(relations),
        heads=[head - 1 if head else at for at, head in enumerate(heads)],
        ents=list(names),
    )


def _guess(text: Doc, relations: Sequence[str]) -> Doc:
    """Mark any text: trees with a root that is anywhere, labels that come as they come."""
    words = [token.text for token in text]
    if not words:
        return text
    seed = crc32(" ".join(words).encode())
    heads: list[int] = []
    labels: list[str] = []
    start = 0
    for at, word in enumerate(words):
        if word in ENDS or at == len(words) - 1:
            size = at + 1 - start
            root = seed % size
            for place in range(size):
                above = (place + 1 if place < root else place - 1) if place != root else root
                heads.append(start + (above if (place + seed) % 3 else root))
                kind = relations[(place * 7 + seed) % len(relations)]
                labels.append("ROOT" if place == root else kind)
            start = at + 1
    turns = range(seed, seed + len(words))
    return Doc(
        text.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in text],
        tags=[TAGS[turn % len(TAGS)] for turn in turns],
        pos=[UPOS[turn % len(UPOS)] for turn in turns],
        deps=labels,
        heads=heads,
        ents=[NAMES[turn % len(NAMES)] for turn in range(len(words))],
    )


def load_universal() -> SpacyAnnotator:
    """Make an annotator of a pipeline with Universal Dependencies."""
    return SpacyAnnotator(make_pipeline(UNIVERSAL), load_encoder(), name="universal")


def load_clearnlp() -> SpacyAnnotator:
    """Make an annotator of a pipeline with ClearNLP's relations."""
    return SpacyAnnotator(make_pipeline(CLEARNLP), load_encoder(), name="clearnlp")


class Hashing:
    """A model in the manner of sentence-transformers: counts of hashed words, of any length."""

    def encode(
        self, sentences: list[str], *, batch_size: int, show_progress_bar: bool
    ) -> NDArray[np.float64]:
        assert batch_size == 1
        assert not show_progress_bar
        rows = np.zeros((len(sentences), 32))
        for row, sentence in zip(rows, sentences, strict=True):
            for word in sentence.encode("utf-8").split():  # a lone surrogate would raise
                row[crc32(word) % 32] += 1
        return rows


def load_hashing() -> TransformerEncoder:
    """Make an encoder of a model with the manners of sentence-transformers."""
    return TransformerEncoder(Hashing())


ANNOTATORS: dict[str, Callable[[], SpacyAnnotator]] = {
    "spaCy, Universal Dependencies": load_universal,
    "spaCy, ClearNLP": load_clearnlp,
}
ENCODERS: dict[str, Callable[[], TransformerEncoder]] = {"sentence-transformers": load_hashing}
