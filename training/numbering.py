"""Sentences to the numbers that the network reads and is asked for."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from stemma.language.names.casing import spread_cases
from stemma.language.pieces import WordPieces
from training.sentence import NAME_LABELS, ROLES, Sentence, Syntax

OPEN = -100
"""Label of a word that nothing is asked of."""


ROOT = "ROOT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The names of tags and relations, by number; the first relation is the root's."""

    xpos: tuple[str, ...]
    upos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...] = NAME_LABELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """One sentence: pieces with the casing of their word, and for each word its first piece.

    Labels are numbers, or ``OPEN``; ``heads`` are word index + 1, 0 for the root.
    """

    pieces: tuple[int, ...]
    cases: tuple[int, ...]
    first: tuple[int, ...]
    xpos: tuple[int, ...]
    upos: tuple[int, ...]
    heads: tuple[int, ...]
    relations: tuple[int, ...]
    names: tuple[int, ...]
    roles: tuple[tuple[int, ...], ...]


def write_labels(path: Path, labels: Labels) -> None:
    """Write labels as Stemma reads them."""
    written = {
        "xpos": labels.xpos,
        "upos": labels.upos,
        "rel": labels.relations,
        "ner": labels.names,
    }
    path.write_text(json.dumps(written) + "\n", "utf-8")


def read_labels(path: Path) -> Labels:
    """Read labels that were written so."""
    written = json.loads(path.read_text("utf-8"))
    return Labels(
        xpos=tuple(written["xpos"]),
        upos=tuple(written["upos"]),
        relations=tuple(written["rel"]),
        names=tuple(written["ner"]),
    )


def collect_labels(sentences: Iterable[Sentence]) -> Labels:
    """Give the labels that sentences have, in the order of the alphabet."""
    words = [word for sentence in sentences for word in sentence.syntax or ()]
    relations = {word.relation for word in words if word.head}
    return Labels(
        xpos=tuple(sorted({word.xpos for word in words})),
        upos=tuple(sorted({word.upos for word in words})),
        relations=(ROOT, *sorted(relations)),
    )


class Numbering:
    """Numbers sentences by one set of labels."""

    def __init__(self, labels: Labels) -> None:
        """Take the labels."""
        self.labels = labels
        self._pieces = WordPieces()
        self._xpos = _numbers(labels.xpos)
        self._upos = _numbers(labels.upos)
        self._relations = _numbers(labels.relations)
        self._names = _numbers(labels.names)

    def learn(self, sentences: Iterable[Sentence]) -> None:
        """Split the words of sentences at once, which is quicker than one by one."""
        self._pieces.split([sentence.words for sentence in sentences])

    def number(self, sentence: Sentence) -> Numbered:
        """Number one sentence; labels that are not among those known are left open."""
        ((pieces, first),) = self._pieces.split([sentence.words])
        words = sentence.syntax
        nothing = (OPEN,) * len(sentence.words)
        names = sentence.names or (None,) * len(sentence.words)
        return Numbered(
            pieces=tuple(pieces),
            cases=tuple(spread_cases(sentence.words, first, len(pieces))),
            first=tuple(first),
            xpos=nothing if words is None else tuple(self._xpos.get(w.xpos, OPEN) for w in words),
            upos=nothing if words is None else tuple(self._upos.get(w.upos, OPEN) for w in words),
            heads=nothing if words is None else tuple(word.head for word in words),
            relations=nothing if words is None else tuple(self._relation(word) for word in words),
            names=tuple(OPEN if name is None else self._names[name] for name in names),
            roles=sentence.roles or ((OPEN,) * len(ROLES),) * len(sentence.words),
        )

    def _relation(self, word: Syntax) -> int:
        return self._relations.get(word.relation, OPEN) if word.head else 0


def _numbers(names: Sequence[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}
