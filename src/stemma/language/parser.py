"""Sentences to tags, trees and scores of names."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.language.batches import find_batches, pad
from stemma.language.enclosed import hang_pairs
from stemma.language.names.casing import spread_cases
from stemma.language.pieces import WordPieces
from stemma.language.remembered import Remembered
from stemma.language.session import WEIGHTS, open_graph
from stemma.language.trees import find_heads

_REMEMBERED = 4096  # sentences, of about 4 kB each


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """One sentence: tags and relations of each word, heads (word index + 1, or 0: root).

    ``names`` has shape ``(words, labels)``: the probability of each label of a name. ``roles`` has
    shape ``(words, 3)``: how likely a word belongs to a source, a cue, and a content.
    """

    xpos: list[str]
    upos: list[str]
    relations: list[str]
    heads: list[int]
    names: NDArray[np.float32]
    roles: NDArray[np.float32]


class Parser:
    """Tags, parses, and scores names."""

    def __init__(self, *, threads: int = 1) -> None:
        """Load the network."""
        self._graph = open_graph("syntax_names_int8", threads=threads)
        self._pieces = WordPieces()
        self._known = Remembered[tuple[str, ...], Parse](most=_REMEMBERED)
        labels = json.loads((WEIGHTS / "labels.json").read_text("utf-8"))
        self._xpos: list[str] = labels["xpos"]
        self._upos: list[str] = labels["upos"]
        self._relations: list[str] = [label.replace("ROOT", "root") for label in labels["rel"]]
        self.name_labels: list[str] = labels["ner"]

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Parse sentences; a parse depends on the words of its own sentence alone."""
        return self._known.answer([tuple(words) for words in sentences], self._parse)

    def _parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        split = self._pieces.split(sentences)
        parses: dict[int, Parse] = {}
        for width, rows in find_batches([len(pieces) for pieces, _ in split]):
            ids, mask = pad([split[at][0] for at in rows], width)
            first, known = pad([split[at][1] for at in rows], width - 2)
            cases, _ = pad(
                [spread_cases(sentences[at], split[at][1], len(split[at][0])) for at in rows], width
            )
            feeds = {"ids": ids, "mask": mask, "first": first, "wmask": known, "cases": cases}
            outputs = self._graph.run(None, feeds)
            for row, at in enumerate(rows):
                parses[at] = self._read(outputs, row, sentences[at])
        return [parses[at] for at in range(len(split))]

    def _read(self, outputs: list[NDArray[np.float32]], row: int, words: Sequence[str]) -> Parse:
        read = (output[row, : len(words)] for output in outputs)
        xpos, upos, names, arcs, likeliest, roles = read
        heads = find_heads(arcs[:, : len(words) + 1])
        relations = [
            "root" if head == 0 else self._relation(int(given[head]))
            for given, head in zip(likeliest, heads, strict=True)
        ]
        return Parse(
            xpos=[self._xpos[int(at)] for at in xpos],
            upos=[self._upos[int(at)] for at in upos],
            relations=relations,
            heads=hang_pairs(words, heads, relations),
            names=names,
            roles=roles,
        )

    def _relation(self, label: int) -> str:
        relation = self._relations[label]
        return "dep" if relation == "root" else relation
