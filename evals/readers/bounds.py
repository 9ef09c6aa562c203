"""``annotations/bounds.tsv``: quantities in sentences of openly licensed corpora, stand-off.

The words stay in the corpora; a sentence whose digest is another is another sentence.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from evals.material import text_of
from evals.outcome import MissingCorpusError, Selection
from evals.readers.annotations import FOLDER, StaleAnnotationError
from evals.readers.cat import read_cat
from evals.readers.conllu import read_sentences
from evals.readers.words import join_words

from stemma.model.figure import Bound

PATH = FOLDER / "bounds.tsv"
_BOUNDS: dict[str, Bound] = {
    "exact": "exact",
    "about": "about",
    "at_least": "at_least",
    "at_most": "at_most",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounded:
    """A quantity: the number stands at ``[start, end)``; ``high`` ends a range."""

    start: int
    end: int
    value: float
    high: float | None
    bound: Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sentence with its quantities."""

    name: str
    text: str
    quantities: tuple[Bounded, ...]


def read_bounds(selection: Selection, *, path: Path = PATH) -> list[Labelled]:
    """Give the sentences whose documents are at hand.

    Raises:
        MissingCorpusError: None is.
        StaleAnnotationError: A sentence is not the one that was labelled.
    """
    rows = [line.split("\t") for line in text_of(path).splitlines() if not line.startswith("#")]
    found: list[Labelled] = []
    for (corpus, document), several in groupby(rows, lambda row: (row[0], row[1])):
        texts = _sentences(selection, corpus, document)
        if texts is not None:
            found += _labelled(document, list(several), texts)
    if not found:
        raise MissingCorpusError(str(path))
    return found[: selection.sample]


def _labelled(document: str, rows: list[list[str]], texts: dict[str, str]) -> Iterator[Labelled]:
    for (sentence, digest), several in groupby(rows, lambda row: (row[2], row[3])):
        text = texts.get(sentence, "")
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            message = f"sentence {sentence} of {document} is not the text that was labelled"
            raise StaleAnnotationError(message)
        quantities = tuple(
            Bounded(
                start=int(start),
                end=int(end),
                value=float(value),
                high=float(high) if high else None,
                bound=_BOUNDS[bound],
            )
            for _, _, _, _, start, end, value, high, bound in several
        )
        yield Labelled(name=f"{document} {sentence}", text=text, quantities=quantities)


def _sentences(selection: Selection, corpus: str, document: str) -> dict[str, str] | None:
    """Give the sentences of a document by their ids; None where the corpus is not at hand."""
    try:
        if corpus == "gum":
            path = selection.folder("train", "gum", "dep", f"{document}.conllu")
            return {comments["sent_id"]: comments["text"] for comments, _ in read_sentences(path)}
        folder = selection.folder("meantime")
    except MissingCorpusError:
        return None
    path = next(folder.glob(f"*/corpus_*/{document}.xml"), None)
    return None if path is None else _articles_sentences(path)


def _articles_sentences(path: Path) -> dict[str, str]:
    """Read an article of MEANTIME, which has lost its pound signs."""
    return {
        str(number): join_words([[form.replace("#", "£") for _, form in line]]).text
        for number, line in read_cat(path).sentences.items()
    }
