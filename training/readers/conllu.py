"""CoNLL-U files: the format of Universal Dependencies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.sentence import Syntax

_FORM, _UPOS, _XPOS, _HEAD, _RELATION, _FURTHER = 1, 3, 4, 6, 7, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A sentence of a treebank: its comments, words, syntax, and each word's last column."""

    comments: Mapping[str, str]
    words: tuple[str, ...]
    syntax: tuple[Syntax, ...]
    further: tuple[str, ...]


def read_trees(path: Path) -> Iterator[Tree]:
    """Give the sentences of one file, without ranges of words and empty words."""
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line.strip():
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif rows:
            yield _tree(comments, rows)
            comments, rows = {}, []


def _tree(comments: Mapping[str, str], rows: Sequence[Sequence[str]]) -> Tree:
    return Tree(
        comments=comments,
        words=tuple(row[_FORM] for row in rows),
        syntax=tuple(
            Syntax(xpos=row[_XPOS], upos=row[_UPOS], head=int(row[_HEAD]), relation=row[_RELATION])
            for row in rows
        ),
        further=tuple(row[_FURTHER] for row in rows),
    )
