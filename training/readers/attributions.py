"""Who says what in Wikinews articles, as two people marked it: ``training/annotations``.

The marks stand off from their texts: a document's text is that of its sentences, one a line, and
offsets count its code points.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.readers.gum import read_free
from training.readers.meantime import read_lines
from training.readers.tagged import join
from training.sentence import ROLES, Roles, Sentence

ANNOTATIONS = Path(__file__).resolve().parents[1] / "annotations"

_QUOTES = {"``": '"', "''": '"'}
"""Quotation marks as reports write them, where a corpus has those of the Penn Treebank."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody says something: the spans of each role, ``[start, end)`` in the document's text."""

    document: str
    voice: str
    spans: dict[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A marked document: where it is among the corpora, and the SHA-256 of its text (UTF-8)."""

    name: str
    file: str
    sha256: str


def read_attributions(corpora: Path, folder: Path = ANNOTATIONS) -> Iterator[Sentence]:
    """Give the sentences of the marked documents, with a role for each word.

    Raises:
        ValueError: A text is another than the one that was marked.
    """
    marked = read_marks(folder / "settled.tsv")
    for document in read_documents(folder / "documents.tsv"):
        sentences = read_sentences(corpora / document.file)
        text = text_of(sentences)
        if hashlib.sha256(text.encode()).hexdigest() != document.sha256:
            message = f"{document.file} is not the text that was marked"
            raise ValueError(message)
        marks = [mark for mark in marked if mark.document == document.name]
        start = 0
        for sentence in sentences:
            roles = _label(sentence, start, marks)
            words = tuple(_QUOTES.get(word, word) for word in sentence.words)
            yield replace(sentence, words=words, roles=roles)
            start += len(sentence.text) + 1


def read_documents(path: Path) -> list[Document]:
    """Read the list of marked documents."""
    return [Document(name=row[0], file=row[1], sha256=row[2]) for row in _rows(path)]


def read_marks(path: Path) -> list[Attribution]:
    """Read one marker's attributions, or the settled ones."""
    return [
        Attribution(
            document=row[0],
            voice=row[1],
            spans={role: _spans(field) for role, field in zip(ROLES, row[2:], strict=True)},
        )
        for row in _rows(path)
    ]


def read_sentences(path: Path) -> list[Sentence]:
    """Read a document of GUM (CoNLL-U) or MEANTIME (CAT XML), every sentence of it."""
    if path.suffix == ".conllu":
        return [
            Sentence(corpus="gum", words=tree.words, text=tree.comments["text"])
            for tree in read_free(path)
        ]
    return [
        Sentence(corpus="meantime", words=tuple(words), text=join(words))
        for words in read_lines(path)
    ]


def text_of(sentences: Sequence[Sentence]) -> str:
    """Give the text that offsets count in."""
    return "\n".join(sentence.text for sentence in sentences)


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _spans(field: str) -> tuple[Span, ...]:
    if field == "-":
        return ()
    pairs = (part.split(":") for part in field.split(" "))
    return tuple((int(start), int(end)) for start, end in pairs)


def _label(sentence: Sentence, start: int, marks: Sequence[Attribution]) -> tuple[Roles, ...]:
    """Tell for each word which roles it has in any attribution."""
    spans = {role: [span for mark in marks for span in mark.spans[role]] for role in ROLES}
    labels: list[Roles] = []
    at = 0
    for word in sentence.words:
        found = sentence.text.find(word, at)
        first = at if found < 0 else found
        at = first + len(word) if found >= 0 else at
        middle = start + first + len(word) // 2
        source, cue, content = (
            int(any(left <= middle < right for left, right in spans[role])) for role in ROLES
        )
        labels.append((source, cue, content))
    return tuple(labels)
