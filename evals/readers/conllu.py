"""CoNLL-U: sentences with Universal Dependencies, put back into running text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.material import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A syntactic word: ``[start, end)`` in the text, ``head`` as index, -1 for the root."""

    form: str
    start: int
    end: int
    upos: str
    xpos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Consecutive sentences of one source: their text, words and ``[start, end)``."""

    name: str
    text: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]


_Rows = list[list[str]]
_Sentence = tuple[Mapping[str, str], _Rows]
_FEW_BLANKS = 3


def read_sentences(path: Path) -> Iterator[_Sentence]:
    """Give the comments and the rows of each sentence, without ranges and empty words."""
    comments: dict[str, str] = {}
    rows: _Rows = []
    for line in [*text_of(path).splitlines(), ""]:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line.strip():
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif rows:
            yield comments, rows
            comments, rows = {}, []


def join(name: str, sentences: Iterable[_Sentence]) -> Passage:
    """Put sentences back into running text, a line for each paragraph that is marked."""
    text = ""
    words: list[Word] = []
    bounds: list[tuple[int, int]] = []
    for comments, rows in sentences:
        paragraph = any(key.startswith("newpar") for key in comments)
        text += ("\n" if paragraph else " ") if text else ""
        start = len(text)
        text += comments["text"]
        bounds.append((start, len(text)))
        words += _place(rows, text, start, base=len(words))
    return Passage(name=name, text=text, words=tuple(words), sentences=tuple(bounds))


def _place(rows: _Rows, text: str, at: int, *, base: int) -> Iterator[Word]:
    for row in rows:
        found = text.find(row[1], at)
        if found < 0 or found - at > _FEW_BLANKS:
            found = at
        at = found + len(row[1])
        yield Word(
            form=row[1],
            start=found,
            end=at,
            upos=row[3],
            xpos=row[4],
            head=base + int(row[6]) - 1 if row[6] != "0" else -1,
            relation=row[7],
        )
