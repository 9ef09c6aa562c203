"""Whether a passage fits a query, and which of its words do.

An index answers the same, up to the exact forms of quoted words; this is what it is held to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Passage
from stemma.search.labels import labels_of, written
from stemma.search.query import All, Either, Label, Node, Not, Query, Words
from stemma.search.words import MOST_WORDS, forms_of, stems_of


@dataclass(frozen=True, slots=True)
class Looked:
    """A passage with its words, cut off where an index cuts them off."""

    passage: Passage
    forms: list[str]
    stems: list[str]

    def places(self, words: Words) -> Iterator[int]:
        """Give where the words begin, counted in words."""
        if words.exact:
            return _runs(self.forms, words.forms)
        return _runs(self.stems, stems_of(list(words.forms)))


def look(passage: Passage) -> Looked:
    """Cut a passage into its words."""
    forms = forms_of(passage.text)[:MOST_WORDS]
    return Looked(passage, forms, stems_of(forms))


def fits(query: Query, looked: Looked) -> bool:
    """Tell whether a passage fits."""
    return _fits(query.tree, looked)


def wanted(query: Query) -> tuple[Words, ...]:
    """Give the words that are looked for, each once, and not those to be left out."""
    return tuple(dict.fromkeys(_wanted(query.tree)))


def needs_forms(query: Query) -> bool:
    """Tell whether stems alone cannot answer the query."""
    return _needs_forms(query.tree)


def _fits(node: Node, looked: Looked) -> bool:
    match node:
        case Words():
            return next(looked.places(node), None) is not None
        case Label():
            return _has(node, labels_of(looked.passage))
        case All():
            return all(_fits(part, looked) for part in node.parts)
        case Either():
            return any(_fits(part, looked) for part in node.parts)
        case Not():
            return not _fits(node.part, looked)


def _has(label: Label, labels: Sequence[str]) -> bool:
    words = written(label)
    if label.begins:
        return any(one.startswith(words[0]) for one in labels)
    return next(_runs(labels, words), None) is not None


def _runs(words: Sequence[str], run: Sequence[str]) -> Iterator[int]:
    """Give where a run of words begins."""
    length = len(run)
    first = run[0]
    for at, word in enumerate(words):
        if word == first and list(words[at : at + length]) == list(run):
            yield at


def _wanted(node: Node) -> Iterator[Words]:
    match node:
        case Words():
            yield node
        case All() | Either():
            for part in node.parts:
                yield from _wanted(part)
        case _:
            return


def _needs_forms(node: Node) -> bool:
    match node:
        case Words():
            return node.exact
        case All() | Either():
            return any(_needs_forms(part) for part in node.parts)
        case Not():
            return _needs_forms(node.part)
        case _:
            return False
