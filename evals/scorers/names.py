"""Names of people, places and organisations: F1 of exact spans with the right kind.

A leading "the" is dropped on both sides. Corpora that mark more kinds than ours: a name of ours
that touches one of a further kind (nationalities, facilities, products, works, events) is not
counted, for or against.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from evals.material import annotate, make_report
from evals.outcome import Outcome, Selection, Tally, if_present
from evals.readers.conllu import Passage
from evals.readers.newswire_ner import read_newswire
from evals.readers.pud import read_pud_names, read_pud_news
from evals.readers.tagged import Mark

from stemma.model import Name

KEYS = ("pud_news_f1", "newswire_ner_f1")
KINDS = {
    "PER": "person",
    "LOC": "place",
    "ORG": "organisation",
    "Person": "person",
    "Location": "place",
    "Organization": "organisation",
}
FURTHER = frozenset({"NORP", "Facility", "Misc", "Product"})
_ARTICLE = "the "


@dataclass(slots=True)
class Count:
    """Counts names, all together and by kind."""

    every: Tally = field(default_factory=Tally)
    kinds: dict[str, Tally] = field(
        default_factory=lambda: {kind: Tally() for kind in ("person", "place", "organisation")}
    )

    def add(self, text: str, wanted: Iterable[Mark], names: Iterable[Name]) -> None:
        """Count the names of one report; marks are in code points of its text."""
        marked = list(wanted)
        further = [(start, end) for start, end, kind in marked if kind in FURTHER]
        told = {
            (*_trim(text, name.start, name.end), name.kind)
            for name in names
            if not any(start < name.end and name.start < end for start, end in further)
        }
        right = {
            (*_trim(text, start, end), KINDS[kind]) for start, end, kind in marked if kind in KINDS
        }
        self.every.add(len(told & right), len(told), len(right))
        for kind, tally in self.kinds.items():
            ours = {name for name in told if name[2] == kind}
            theirs = {name for name in right if name[2] == kind}
            tally.add(len(ours & theirs), len(ours), len(theirs))

    def details(self, corpus: str) -> dict[str, float]:
        """Give the F1 of each kind."""
        return {f"{corpus}_{kind}_f1": tally.f1 for kind, tally in self.kinds.items()}


def score(selection: Selection) -> Outcome:
    """Score the news half of PUD, and the newswire corpus."""
    details: dict[str, float] = {}

    def pud() -> dict[str, float]:
        count = Count()
        names = read_pud_names(selection)
        for passage in read_pud_news(selection):
            annotated = annotate(make_report(passage.text, name=passage.name))
            count.add(passage.text, _placed(passage, names), annotated.names)
        details.update(count.details("pud_news"))
        return {"pud_news_f1": count.every.f1}

    def newswire() -> dict[str, float]:
        count = Count()
        for article in read_newswire(selection):
            annotated = annotate(make_report(article.text, name=article.name))
            count.add(article.text, article.names, annotated.names)
        details.update(count.details("newswire_ner"))
        return {"newswire_ner_f1": count.every.f1}

    figures = if_present(pud, KEYS[0]) | if_present(newswire, KEYS[1])
    return Outcome(figures=figures, details=details)


def _placed(passage: Passage, names: dict[tuple[str, ...], list[Mark]]) -> list[Mark]:
    """Give the names of a passage's sentences in code points of its text."""
    found: list[Mark] = []
    for start, end in passage.sentences:
        words = [word for word in passage.words if start <= word.start and word.end <= end]
        marked = names.get(tuple(word.form for word in words), [])
        found += [(words[first].start, words[last - 1].end, kind) for first, last, kind in marked]
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    if text[start:end].lower().startswith(_ARTICLE):
        start += len(_ARTICLE)
    return start, end
