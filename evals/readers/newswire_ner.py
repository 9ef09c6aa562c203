"""English Worldwide Newswire: words with names, put back into running text."""

from dataclasses import dataclass
from pathlib import Path

from evals.material import text_of
from evals.outcome import Selection
from evals.readers.tagged import Mark, marks
from evals.readers.words import Joined, join_words


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedArticle:
    """An article, a sentence a line; ``names`` are in code points of the text."""

    name: str
    text: str
    names: tuple[Mark, ...]


def read_newswire(selection: Selection) -> list[NamedArticle]:
    """Give the articles.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    return [_article(path) for path in selection.files("*.tsv", "newswire_ner")]


def _article(path: Path) -> NamedArticle:
    sentences: list[list[str]] = [[]]
    labels: list[str] = []
    for line in text_of(path).splitlines():
        form, _, label = line.partition("\t")
        if not form.strip():
            sentences.append([])
        elif not form.startswith("http"):
            sentences[-1].append(form.strip())
            labels.append(label.strip() or "O")
    joined = join_words(sentence for sentence in sentences if sentence)
    return NamedArticle(name=path.stem, text=joined.text, names=tuple(_placed(joined, labels)))


def _placed(joined: Joined, labels: list[str]) -> list[Mark]:
    return [
        (joined.places[first][0], joined.places[last - 1][1], kind)
        for first, last, kind in marks(labels)
    ]
