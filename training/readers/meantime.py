"""MEANTIME (Minard and others 2016): names in Wikinews articles.

Its marks are uneven: some names are not marked, some marks hold a whole phrase. What a mark and
the spelling agree on is learnt; every other capitalised word is left open.
"""

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from stemma.language.gazetteer import demonyms, titles
from training.readers.tagged import join
from training.sentence import Sentence

_KINDS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
_NAMES = frozenset(("NAM", "PRE.NAM"))
_MARKED_SENTENCES = 6
"""Entities are marked in the first sentences of an article, its headline and date among them."""

_LONGEST = 6
_DEMONYM_AND_NAME = 2
_LINKS = frozenset(("of", "the", "for", "and", "&", "-", "de", "van", "von", "al", "bin", "."))
_ARTICLES = frozenset(("the", "The", "a", "A"))
_ENDINGS = frozenset(("'s", "'", "(", ",", "."))


def read_meantime(corpora: Path) -> list[Sentence]:
    """Give the marked sentences of the articles at hand."""
    paths = sorted((corpora / "meantime").glob("*/corpus_*/*.xml"))
    return [sentence for path in paths for sentence in read_article(path)]


def read_article(path: Path) -> list[Sentence]:
    """Give the marked sentences of one article (CAT XML)."""
    root = _open(path)
    marks = _marks(root)
    return [
        label([word for _, word in line], _within([token for token, _ in line], marks))
        for line in _lines(root)[:_MARKED_SENTENCES]
    ]


def read_lines(path: Path) -> list[list[str]]:
    """Give the words of every sentence of one article, marked or not."""
    return [[word for _, word in line] for line in _lines(_open(path))]


def _open(path: Path) -> ET.Element:
    return ET.parse(path).getroot()  # noqa: S314 - a corpus that the user chose to train on


def _lines(root: ET.Element) -> list[list[tuple[str, str]]]:
    """Give the sentences in their order: each word with its id."""
    sentences: dict[int, list[tuple[str, str]]] = {}
    for token in root.findall("token"):
        line = sentences.setdefault(int(token.get("sentence", "0")), [])
        line.append((token.get("t_id", ""), token.text or ""))
    return [line for _, line in sorted(sentences.items())]


def _within(
    tokens: Sequence[str], marks: Sequence[tuple[str, list[str]]]
) -> list[tuple[str, range]]:
    """Give the marks of one sentence by the places of its words."""
    places = {token: at for at, token in enumerate(tokens)}
    return [
        (kind, range(places[marked[0]], places[marked[-1]] + 1))
        for kind, marked in marks
        if marked and marked[0] in places and marked[-1] in places
    ]


def _marks(root: ET.Element) -> list[tuple[str, list[str]]]:
    """Give the marks of names: a kind of ours, "O" for another, and the ids of the tokens."""
    entities = {
        entity.get("m_id", ""): _KINDS.get(entity.get("ent_type", ""), "O")
        for entity in root.findall("Markables/ENTITY")
    }
    kinds = {
        source.get("m_id", ""): entities.get(target.get("m_id", ""), "")
        for relation in root.findall("Relations/REFERS_TO")
        for source in relation.findall("source")
        for target in relation.findall("target")
    }
    return [
        (kinds[mark.get("m_id", "")], [anchor.get("t_id", "") for anchor in mark])
        for mark in root.findall("Markables/ENTITY_MENTION")
        if mark.get("syntactic_type") in _NAMES and kinds.get(mark.get("m_id", ""))
    ]


def label(words: Sequence[str], marks: Sequence[tuple[str, range]]) -> Sentence:
    """Keep the marks that spelling bears out, the longest first; leave open what is in doubt."""
    labels: list[str | None] = [None if word[:1].isupper() else "O" for word in words]
    free = [True] * len(words)
    for _, place in marks:
        for at in place:
            labels[at] = None
    for kind, place in sorted(marks, key=lambda mark: (-len(mark[1]), mark[1].start)):
        named = _trim(words, place)
        if named and all(_is_named(words[at]) and free[at] for at in named):
            for at in place:
                free[at] = False
                labels[at] = "O"
            if kind in _KINDS.values() and words[named.start] not in demonyms():
                first, *rest = named
                labels[first] = f"B-{kind}"
                for at in rest:
                    labels[at] = f"I-{kind}"
    return Sentence(corpus="meantime", words=tuple(words), text=join(words), names=tuple(labels))


def _trim(words: Sequence[str], place: range) -> range:
    """Leave out an article, titles and a demonym that stand before a name."""
    first, last = place.start, place.stop
    while first < last and (words[first].lower() in titles() or words[first] in _ARTICLES):
        first += 1
    if last - first > _DEMONYM_AND_NAME and words[first] in demonyms():
        return range(0)
    while first < last and words[last - 1] in _ENDINGS:
        last -= 1
    return range(first, last) if last - first <= _LONGEST else range(0)


def _is_named(word: str) -> bool:
    return not word[:1].islower() or word in _LINKS
