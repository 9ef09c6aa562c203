"""Sentences, tags and syntax from raw text, against Universal Dependencies.

As in the CoNLL 2018 shared task: the system gets text, words are matched by their place, and
``las`` is the F1 of words with the right head and relation (subtypes do not count). A sentence
is right where both its ends are.
"""

from collections.abc import Iterable, Mapping

from evals.material import annotate, make_report
from evals.outcome import Outcome, Selection, Tally, if_present
from evals.readers.conllu import Passage, join, read_sentences
from evals.readers.pud import read_pud_news

from stemma.model import Annotated

KEYS = ("pud_news_las", "sentence_f1")
MEASURES = ("las", "uas", "upos", "words", "sentences")
_FULLEST = 40
"""Sentences of a treebank that keeps no order of sources are read this many at a time."""

_SPARINGLY = 20
"""A sample of the treebanks, which are details, is this many times smaller."""


def score(selection: Selection) -> Outcome:
    """Score the news half of PUD; EWT's and GUM's test parts are details."""
    details: dict[str, float] = {}

    def pud() -> Mapping[str, float]:
        found = compare_all(read_pud_news(selection))
        details["pud_news_uas"] = found["uas"]
        details["pud_news_upos"] = found["upos"]
        details["pud_news_word_f1"] = found["words"]
        return {"pud_news_las": found["las"], "sentence_f1": found["sentences"]}

    figures = if_present(pud, *KEYS)
    for name, pattern in (("ewt_test", "*test*.conllu"), ("gum_news", "dep/GUM_news_*.conllu")):
        found = if_present(lambda pattern=pattern: _treebank(selection, pattern))
        details |= {
            f"{name}_{measure}": value
            for measure, value in found.items()
            if measure in {"las", "sentences"} and not isinstance(value, str)
        }
    return Outcome(figures=figures, details=details)


def _treebank(selection: Selection, pattern: str) -> dict[str, float]:
    folder = "gum" if "GUM" in pattern else "ewt"
    files = Selection(corpora=selection.corpora).files(pattern, "train", folder)
    passages = [
        join(path.stem, sentences[at : at + _FULLEST])
        for path in files
        for sentences in [list(read_sentences(path))]
        for at in range(0, len(sentences), _FULLEST)
    ]
    few = None if selection.sample is None else max(1, selection.sample // _SPARINGLY)
    return compare_all(passages[:few])


def compare_all(passages: Iterable[Passage]) -> dict[str, float]:
    """Give the F1 of every measure over passages."""
    tallies = {measure: Tally() for measure in MEASURES}
    for passage in passages:
        annotated = annotate(make_report(passage.text, name=passage.name))
        for measure, right, given, wanted in compare(passage, annotated):
            tallies[measure].add(right, given, wanted)
    return {measure: tally.f1 for measure, tally in tallies.items()}


def compare(passage: Passage, annotated: Annotated) -> list[tuple[str, int, int, int]]:
    """Count right, given and wanted for each measure in one passage."""
    by_place = {(token.start, token.end): token for token in annotated.tokens}
    right = dict.fromkeys(MEASURES, 0)
    for word in passage.words:
        token = by_place.get((word.start, word.end))
        if token is None:
            continue
        right["words"] += 1
        right["upos"] += token.upos == word.upos
        head = annotated.tokens[token.head]
        if word.head < 0:
            attached = head is token
        else:
            wanted = passage.words[word.head]
            attached = head is not token and (head.start, head.end) == (wanted.start, wanted.end)
        right["uas"] += attached
        right["las"] += attached and _plain(token.relation) == _plain(word.relation)
    given, wanted = len(annotated.tokens), len(passage.words)
    sentences = {(sentence.start, sentence.end) for sentence in annotated.sentences}
    found = [(measure, right[measure], given, wanted) for measure in MEASURES[:-1]]
    matched = len(sentences & set(passage.sentences))
    return [*found, ("sentences", matched, len(sentences), len(passage.sentences))]


def _plain(relation: str) -> str:
    return relation.split(":", maxsplit=1)[0]
