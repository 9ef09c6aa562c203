"""GUM (Zeldes 2017): trees, and names made from its entities.

Only genres whose texts are under a licence that asks for no more than credit and the same
licence; documents from the Santa Barbara Corpus, which forbids derivatives, are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stemma.language.gazetteer import titles
from training.readers.conllu import Tree, read_trees
from training.sentence import Sentence, Syntax

GENRES = ("academic", "bio", "court", "interview", "news", "textbook", "vlog", "voyage")
_NO_DERIVATIVES = "linguistics.ucsb.edu"
_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_MARK = re.compile(r"\((?P<opened>\d+)-(?P<kind>[a-z]+)[^()]*(?P<closed>\))?|(?P<closing>\d+)\)")
_NAMING = frozenset(("NNP", "NNPS"))
_CAPITALISED = frozenset(("JJ", "NN", "NNS", "CD", "VBN", "VBG"))
_BETWEEN = frozenset(("of", "for", "the", "&", "-", "–"))
_BETWEEN_PERSONS = frozenset(("-", "–", "of", "bin", "al", "de", "van", "von", "der", "la"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entity:
    """Words ``[first, last)`` of a sentence that stand for something of a kind."""

    kind: str
    first: int
    last: int


def read_gum(corpora: Path, part: str) -> Iterator[Sentence]:
    """Give the sentences of a part ("train", "dev", "test") in free genres."""
    folder = corpora / "train" / "gum"
    for name in documents(folder, part):
        for tree in read_free(folder / "dep" / f"{name}.conllu"):
            yield Sentence(
                corpus="gum",
                words=tree.words,
                text=tree.comments["text"],
                syntax=tree.syntax,
                names=label_names(tree),
            )


def documents(folder: Path, part: str) -> list[str]:
    """Give the documents of a part that are in free genres, as ``splits.md`` lists them."""
    listed = (folder / "splits.md").read_text("utf-8").partition(f"\n## {part}\n")[2]
    names = re.findall(r"\* (GUM_([a-z]+)_\w+)", listed.partition("\n## ")[0])
    return sorted(name for name, genre in names if genre in GENRES)


def read_free(path: Path) -> list[Tree]:
    """Give the trees of a document, none where its source forbids derivatives."""
    trees = list(read_trees(path))
    source = trees[0].comments.get("meta::sourceURL", "")
    return [] if _NO_DERIVATIVES in source else trees


def label_names(tree: Tree) -> tuple[str, ...]:
    """Label the entities that are named, the longest where one holds another."""
    labels = ["O"] * len(tree.words)
    spans = [
        (*span, entity.kind)
        for entity in _entities(tree.further)
        if (span := _name(entity, tree)) is not None
    ]
    for first, last, kind in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(label == "O" for label in labels[first:last]):
            labels[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
    return tuple(labels)


def _entities(further: Sequence[str]) -> Iterator[_Entity]:
    opened: dict[str, list[tuple[str, int]]] = {}
    for at, column in enumerate(further):
        for mark in _MARK.finditer(_entity_marks(column)):
            if mark["opened"]:
                opened.setdefault(mark["opened"], []).append((mark["kind"], at))
            group = mark["opened"] if mark["closed"] else mark["closing"]
            if group and opened.get(group):
                kind, first = opened[group].pop()
                if kind in _KINDS:
                    yield _Entity(kind=_KINDS[kind], first=first, last=at + 1)


def _entity_marks(column: str) -> str:
    fields: Mapping[str, str] = dict(
        field.split("=", 1) for field in column.split("|") if "=" in field
    )
    return fields.get("Entity", "")


def _name(entity: _Entity, tree: Tree) -> tuple[int, int] | None:
    """Give the words around an entity's head that name it, None where its head is no name."""
    inside = range(entity.first, entity.last)
    heads = [at for at in inside if tree.syntax[at].head - 1 not in inside]
    if not heads or tree.syntax[heads[0]].xpos not in _NAMING:
        return None
    between = _BETWEEN_PERSONS if entity.kind == "PER" else _BETWEEN
    first, last = heads[0], heads[0] + 1
    while (grown := _grow(first, last, inside, tree, between)) != (first, last):
        first, last = grown
    if entity.kind == "PER":
        people = tree.syntax[heads[0]].xpos == "NNPS"
        return None if people else _without_titles(first, last, tree.words)
    return (first, last)


def _grow(
    first: int, last: int, inside: range, tree: Tree, between: frozenset[str]
) -> tuple[int, int]:
    """Take in the next word on a side that names, with a linking word before it."""
    for reach in (1, 2, 3):
        left, right = first - reach, last + reach - 1
        if left in inside and _names(left, tree) and _links(left + 1, first, tree, between):
            return left, last
        if right in inside and _names(right, tree) and _links(last, right, tree, between):
            return first, right + 1
    return first, last


def _links(first: int, last: int, tree: Tree, between: frozenset[str]) -> bool:
    return all(tree.words[at] in between for at in range(first, last))


def _names(at: int, tree: Tree) -> bool:
    syntax: Syntax = tree.syntax[at]
    word = tree.words[at]
    return syntax.xpos in _NAMING or (
        syntax.xpos in _CAPITALISED and (word[0].isupper() or word.isdigit()) and at > 0
    )


def _without_titles(first: int, last: int, words: Sequence[str]) -> tuple[int, int] | None:
    places = [at for at in range(first, last) if words[at].lower() in titles()]
    start = places[-1] + 1 if places else first
    return (start, last) if start < last else None
