"""Annotators made of spaCy pipelines (Honnibal and others 2020): the only file that knows spaCy.

The pipeline gives tokens, sentences, tags, trees and names; lemmas, the tables of names, figures
and moments are Stemma's own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from stemma.errors import UsageError
from stemma.language.adapters import clearnlp
from stemma.language.adapters.penn import TAGS, penn_tag, universal_tag
from stemma.language.adapters.trees import Tree
from stemma.language.completing import complete, redate
from stemma.language.lemmas import find_lemma
from stemma.language.names import find_names
from stemma.language.sentences import MAX_WORDS
from stemma.model import Annotated, Report, Sentence, Token
from stemma.ports import Encoder

_PROBE = "The mayor of Pellbrook said on Tuesday that it had rained."
_NEEDED = {"DEP": "a dependency parser", "POS": "a tagger", "ENT_IOB": "a finder of names"}
_SURROGATE = re.compile("[\ud800-\udfff]")

_LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_KINDS = {
    "PERSON": "PER", "PER": "PER",
    "ORG": "ORG", "ORGANIZATION": "ORG",
    "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "LOCATION": "LOC",
}  # fmt: skip
"""Kinds of names as OntoNotes, CoNLL 2003 and others write them; further kinds are no names."""

_OUTSIDE = "O"
_BEGINNING = "B"


class _Features(Protocol):
    def to_dict(self) -> Mapping[str, str]: ...


class Word(Protocol):
    """What is asked of a token of spaCy."""

    @property
    def i(self) -> int: ...  # noqa: D102 - spaCy's own words, as below
    @property
    def idx(self) -> int: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def tag_(self) -> str: ...  # noqa: D102
    @property
    def pos_(self) -> str: ...  # noqa: D102
    @property
    def dep_(self) -> str: ...  # noqa: D102
    @property
    def head(self) -> "Word": ...  # noqa: D102
    @property
    def morph(self) -> _Features: ...  # noqa: D102
    @property
    def is_space(self) -> bool: ...  # noqa: D102
    @property
    def ent_type_(self) -> str: ...  # noqa: D102
    @property
    def ent_iob_(self) -> str: ...  # noqa: D102


class Parsed(Protocol):
    """What is asked of a text that a pipeline has read."""

    @property
    def sents(self) -> Iterable[Iterable[Word]]: ...  # noqa: D102
    def __iter__(self) -> Iterator[Word]: ...
    def has_annotation(self, name: str) -> bool: ...  # noqa: D102


class Pipeline(Protocol):
    """What is asked of a spaCy pipeline."""

    def __call__(self, text: str) -> Parsed: ...  # noqa: D102
    def pipe(self, texts: Iterable[str]) -> Iterable[Parsed]: ...  # noqa: D102


def load_spacy(name: str, *, encoder: Encoder) -> "SpacyAnnotator":
    """Load an installed pipeline, or one saved in a folder.

    Raises:
        UsageError: spaCy or the pipeline is not installed, or the pipeline lacks what is needed.
    """
    try:
        import spacy  # noqa: PLC0415 - an extra that few have
    except ImportError:
        message = (
            f"the annotator 'spacy:{name}' needs spaCy: pip install 'stemma-news[spacy]', "
            f"then python -m spacy download {name}"
        )
        raise UsageError(message) from None
    try:
        pipeline = cast("Any", spacy).load(name)
    except OSError:
        message = (
            f"no spaCy pipeline {name!r} is installed: python -m spacy download {name}, "
            "or pip install the package that holds it"
        )
        raise UsageError(message) from None
    except (ImportError, ValueError) as error:
        message = f"the spaCy pipeline {name!r} cannot be loaded: {error}"
        raise UsageError(message) from error
    return SpacyAnnotator(cast("Pipeline", pipeline), encoder, name=name)


class SpacyAnnotator:
    """Marks reports in English by a pipeline of the user's; others keep their text alone.

    Its trees are Universal Dependencies, or ClearNLP's, which are rewritten; its tags Penn
    Treebank's, universal ones, or both.
    """

    def __init__(self, pipeline: Pipeline, encoder: Encoder, *, name: str = "") -> None:
        """Take the pipeline, and the encoder that gives each sentence its vector.

        Raises:
            UsageError: The pipeline gives no trees, tags or names.
        """
        parsed = pipeline(_PROBE)
        given = [parsed.has_annotation(what) for what in _NEEDED]
        given[1] = given[1] or parsed.has_annotation("TAG")
        missing = [need for need, has in zip(_NEEDED.values(), given, strict=True) if not has]
        if missing:
            message = f"the spaCy pipeline {name!r} lacks {' and '.join(missing)}"
            raise UsageError(message)
        self._pipeline = pipeline
        self._encoder = encoder
        self._is_clearnlp = _has_clearnlp(parsed)

    def annotate(self, report: Report) -> Annotated:
        """Mark one report; the result depends on this report alone."""
        if report.language != "en":
            return Annotated(report=report)
        texts = [_writable(report.text[part.start : part.end]) for part in report.parts]
        read = list(self._pipeline.pipe(texts))
        is_clearnlp = self._is_clearnlp or any(map(_has_clearnlp, read))
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        scores: list[NDArray[np.float32]] = []
        for at, parsed in enumerate(read):
            for words in _sentences(parsed):
                first, start = len(tokens), report.parts[at].start
                tree = _tree(words, is_clearnlp=is_clearnlp)
                tokens += _tokens(report, words, tree, first, start)
                sentences.append(
                    Sentence(
                        first=first,
                        last=len(tokens),
                        start=tokens[first].start,
                        end=tokens[-1].end,
                        part=at,
                    )
                )
                scores.append(_name_scores(words))
        if not sentences:
            return Annotated(report=report)
        texts = [report.text[sentence.start : sentence.end] for sentence in sentences]
        return complete(
            report,
            tokens=tokens,
            sentences=sentences,
            names=find_names(tokens, sentences, scores, _LABELS),
            vectors=self._encoder.encode(texts),
        )

    def redate(self, annotated: Annotated, report: Report) -> Annotated:
        """Mark the same text under another date of publication: only its moments change."""
        return redate(annotated, report)


def _writable(text: str) -> str:
    """Replace lone surrogates, which spaCy cannot store, by as many other characters."""
    return _SURROGATE.sub("\ufffd", text)


def _has_clearnlp(parsed: Parsed) -> bool:
    return any(word.dep_ in clearnlp.own_labels() for word in parsed)


def _sentences(parsed: Parsed) -> Iterator[list[Word]]:
    """Give the words of each sentence; spaCy's tokens of blanks are none.

    Endless sentences are cut, as the built-in parts cut them.
    """
    for sentence in parsed.sents:
        words = [word for word in sentence if not word.is_space]
        for start in range(0, len(words), MAX_WORDS):
            yield words[start : start + MAX_WORDS]


def _tree(words: Sequence[Word], *, is_clearnlp: bool) -> Tree:
    xpos, upos = _tags(words)
    tree = Tree(
        words=[word.text.lower() for word in words],
        xpos=xpos,
        upos=upos,
        heads=_heads(words),
        relations=[word.dep_ for word in words],
    )
    tree.settle()
    if is_clearnlp:
        clearnlp.to_universal(tree)
    else:
        older = clearnlp.relations("universal")
        tree.rename(lambda at: older.get(tree.relations[at], tree.relations[at]))
    for at, relation in enumerate(tree.relations):
        if tree.upos[at] in ("VERB", "AUX"):
            tree.upos[at] = "AUX" if relation in ("aux", "aux:pass", "cop") else "VERB"
    return tree


def _heads(words: Sequence[Word]) -> list[int]:
    """Give each word's head within the sentence; tokens of blanks are stepped over."""
    places = {word.i: at for at, word in enumerate(words)}
    heads: list[int] = []
    for at, word in enumerate(words):
        head = word.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        heads.append(places.get(head.i, at))
    return heads


def _tags(words: Sequence[Word]) -> tuple[list[str], list[str]]:
    """Give Penn tags and universal ones, each made from the other where it is missing."""
    xpos = [
        word.tag_
        if word.tag_ in TAGS
        else penn_tag(word.text, word.pos_ or word.tag_, word.morph.to_dict())
        for word in words
    ]
    upos = [word.pos_ or universal_tag(tag) for word, tag in zip(words, xpos, strict=True)]
    return xpos, upos


def _tokens(
    report: Report, words: Sequence[Word], tree: Tree, first: int, offset: int
) -> list[Token]:
    found: list[Token] = []
    for at, word in enumerate(words):
        start = offset + word.idx
        text = report.text[start : start + len(word.text)]
        found.append(
            Token(
                start=start,
                end=start + len(text),
                text=text,
                lemma=find_lemma(text, tree.upos[at], tree.xpos[at]),
                upos=tree.upos[at],
                xpos=tree.xpos[at],
                head=first + tree.heads[at],
                relation=tree.relations[at],
            )
        )
    return found


def _name_scores(words: Sequence[Word]) -> NDArray[np.float32]:
    """Write names as labels of words that are certain: shape ``(words, labels)``."""
    scores = np.zeros((len(words), len(_LABELS)), np.float32)
    inside = _OUTSIDE
    for at, word in enumerate(words):
        kind = _KINDS.get(word.ent_type_.upper(), _OUTSIDE)
        goes_on = kind == inside and word.ent_iob_ != _BEGINNING
        label = kind if kind == _OUTSIDE else f"{'I' if goes_on else 'B'}-{kind}"
        scores[at, _LABELS.index(label)] = 1.0
        inside = kind
    return scores
