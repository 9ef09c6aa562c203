"""UD English EWT, with the names that Universal NER marked in it."""

from collections.abc import Iterator
from pathlib import Path

from training.readers.conllu import read_trees
from training.sentence import Sentence, well_formed

_WORD, _LABEL = 1, 2


def read_ewt(corpora: Path, part: str) -> Iterator[Sentence]:
    """Give the sentences of a part ("train", "dev", "test").

    A sentence has names where both corpora cut it into the same words.
    """
    folder = corpora / "train"
    names = read_names(folder / "uner_ewt" / f"en_ewt-ud-{part}.iob2")
    for tree in read_trees(folder / "ewt" / f"{part}.conllu"):
        yield Sentence(
            corpus="ewt",
            words=tree.words,
            text=tree.comments["text"],
            syntax=tree.syntax,
            names=names.get(tree.words),
        )


def read_names(path: Path) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give the labels of each sentence of an IOB2 file, by its words."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    rows: list[list[str]] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        if line.startswith("#"):
            continue
        if line.strip():
            rows.append(line.split("\t"))
        elif rows:
            words = tuple(row[_WORD] for row in rows)
            found[words] = well_formed(tuple(row[_LABEL] for row in rows))
            rows = []
    return found
