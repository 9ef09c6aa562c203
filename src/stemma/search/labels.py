"""Properties of passages as words of their own, so that an index answers filters as well.

A label begins with the letter of its filter and a colon, which no word of a text holds.
"""

from collections.abc import Iterable, Iterator

from stemma.model import Passage
from stemma.search.days import beginnings
from stemma.search.query import Filter, Label
from stemma.search.words import forms_of

EVERY = "p:"
"""The label of every passage; between two others, it keeps them from standing side by side."""

_LETTERS: dict[Filter, str] = {
    "kind": "k",
    "outlet": "o",
    "speaker": "s",
    "name": "n",
    "date": "d",
    "story": "t",
    "report": "r",
}
_MOST_NAMES = 60
_MOST_WORDS = 12


def labels_of(passage: Passage) -> list[str]:
    """Give the labels of a passage, in the order in which they are indexed."""
    labels = [EVERY, _label("kind", passage.kind)]
    if passage.day:
        labels += [_label("date", start) for start in beginnings(passage.day)]
    labels += [_label("story", passage.story.rpartition(":")[2])] if passage.story else []
    labels += [_label("report", passage.report.rpartition(":")[2])] if passage.report else []
    labels += _several("outlet", passage.outlets)
    labels += _several("speaker", passage.speakers)
    labels += _several("name", passage.names)
    return labels


def written(label: Label) -> list[str]:
    """Give the labels that have to stand side by side."""
    return [_label(label.of, word) for word in label.words]


def _several(of: Filter, names: Iterable[str]) -> Iterator[str]:
    for name in tuple(names)[:_MOST_NAMES]:
        yield EVERY
        for form in forms_of(name)[:_MOST_WORDS]:
            yield _label(of, form)


def _label(of: Filter, word: str) -> str:
    return f"{_LETTERS[of]}:{word}"
