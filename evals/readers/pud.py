"""English PUD: the news half, with syntax (UD) and names (UNER)."""

from itertools import groupby

from evals.material import text_of
from evals.outcome import Selection
from evals.readers.conllu import Passage, join, read_sentences
from evals.readers.tagged import Mark, marks

_NEWS = "n"
_SOURCE = 6
"""How many characters of a sentence id name the source it was taken from."""


def read_pud_news(selection: Selection) -> list[Passage]:
    """Give the news sentences, those of one source put together.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    sentences = read_sentences(selection.folder("test", "pud", "pud.conllu"))
    news = [one for one in sentences if one[0]["sent_id"].startswith(_NEWS)]
    sources = groupby(news, key=lambda one: one[0]["sent_id"][:_SOURCE])
    return [join(name, list(group)) for name, group in sources][: selection.sample]


def read_pud_names(selection: Selection) -> dict[tuple[str, ...], list[Mark]]:
    """Give the names of each sentence, by its words; offsets count words, not code points.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    lines = text_of(selection.folder("test", "pud", "uner-pud.iob2")).splitlines()
    found: dict[tuple[str, ...], list[Mark]] = {}
    forms: list[str] = []
    labels: list[str] = []
    for line in [*lines, ""]:
        if line.startswith("#"):
            continue
        if line.strip():
            columns = line.split("\t")
            forms.append(columns[1])
            labels.append(columns[2])
        elif forms:
            found[tuple(forms)] = marks(labels)
            forms, labels = [], []
    return found
