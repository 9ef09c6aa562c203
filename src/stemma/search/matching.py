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
    """The words of a passage, cut off where an index cuts them off."""

    forms: list[str]
    stems: list[str]

    def places(self, words: Words) -> list[int]:
        """Give where the words begin, counted in words."""
        if words.exact:
            return find_run(self.forms, words.forms)
        return find_run(self.stems, stems_of(words.forms))


def look(text: str) -> Looked:
    """Cut a text into its words."""
    forms = forms_of(text)[:MOST_WORDS]
    return Looked(forms, stems_of(forms))


def fits(query: Query, passage: Passage) -> bool:
    """Tell whether a passage fits."""
    return _fits(query.tree, look(passage.text), labels_of(passage))


def find_run(words: Sequence[str], run: Sequence[str]) -> list[int]:
    """Give where a run of words begins among others."""
    first, size = run[0], len(run)
    starts: list[int] = []
    at = -1
    for _ in range(words.count(first)):
        at = words.index(first, at + 1)
        starts.append(at)
    if size == 1 or not starts:
        return starts
    return [at for at in starts if list(words[at : at + size]) == list(run)]


def wanted(query: Query) -> tuple[Words, ...]:
    """Give the words that are looked for, each once, and not those to be left out."""
    return tuple(dict.fromkeys(_wanted(query.tree)))


def loosen(query: Query) -> Node:
    """Give what to ask an index of stems: all that fits does, and perhaps more."""
    return _loosen(query.tree)


def exact_words(query: Query) -> tuple[Words, ...] | None:
    """Give the exact words that are left to be looked for in what an index gave.

    None where they are not all simply asked for: then ``fits`` has to tell.
    """
    parts = query.tree.parts if isinstance(query.tree, All) else (query.tree,)
    plain = tuple(part for part in parts if isinstance(part, Words) and part.exact)
    others = [part for part in parts if part not in plain]
    return None if any(_needs_forms(part) for part in others) else plain


def _loosen(node: Node) -> Node:
    match node:
        case All():
            return All(parts=tuple(_loosen(part) for part in node.parts))
        case Either():
            return Either(parts=tuple(_loosen(part) for part in node.parts))
        case Not() if _needs_forms(node):
            return All(parts=())
        case _:
            return node


def _fits(node: Node, looked: Looked, labels: Sequence[str]) -> bool:
    match node:
        case Words():
            return bool(looked.places(node))
        case Label():
            return _has(node, labels)
        case All():
            return all(_fits(part, looked, labels) for part in node.parts)
        case Either():
            return any(_fits(part, looked, labels) for part in node.parts)
        case Not():
            return not _fits(node.part, looked, labels)


def _has(label: Label, labels: Sequence[str]) -> bool:
    words = written(label)
    if label.begins:
        return any(one.startswith(words[0]) for one in labels)
    return bool(find_run(labels, words))


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
