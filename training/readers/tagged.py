"""Corpora of names alone, a word a line: Wikigold and WNUT 17."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from training.sentence import Sentence, well_formed

_NO_KINDS: Mapping[str, str] = {}
_WNUT_KINDS = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}
_CLOSING = frozenset((",", ".", ")", "'s", "’s", ":", ";", "!", "?", "n't", "]", "%", "'"))
_OPENING = frozenset(("(", "[", "$"))


def read_wikigold(corpora: Path) -> Iterator[Sentence]:
    """Give the sentences of Wikigold (Balasuriya and others 2009)."""
    path = corpora / "train" / "wikigold" / "wikigold.txt"
    return _read(path, corpus="wikigold", kinds=_NO_KINDS)


def read_wnut(corpora: Path) -> Iterator[Sentence]:
    """Give the training sentences of WNUT 17 (Derczynski and others 2017)."""
    path = corpora / "train" / "wnut17" / "wnut17train.conll"
    return _read(path, corpus="wnut17", kinds=_WNUT_KINDS)


def _read(path: Path, *, corpus: str, kinds: Mapping[str, str]) -> Iterator[Sentence]:
    words: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        columns = line.split()
        if len(columns) > 1:
            words.append(columns[0])
            place, _, kind = columns[1].partition("-")
            labels.append(f"{place}-{kinds.get(kind, kind)}")
        elif words:
            yield Sentence(
                corpus=corpus,
                words=tuple(words),
                text=join(words),
                names=well_formed(tuple(labels)),
            )
            words, labels = [], []


def join(words: Sequence[str]) -> str:
    """Put words back into running text."""
    text = ""
    for at, word in enumerate(words):
        tight = at == 0 or word in _CLOSING or words[at - 1] in _OPENING
        text += word if tight else f" {word}"
    return text
