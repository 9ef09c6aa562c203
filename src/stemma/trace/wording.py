"""A report's words as tracing sees them: what it says itself, and what it quotes."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.language import matrix
from stemma.language.rarity import term
from stemma.model import Annotated, Extracted, Sentence, Span

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_THINGS = frozenset({"NOUN", "PROPN", "NUM"})
_FURNITURE = frozenset({"byline", "dateline", "credit"})
_OPEN = frozenset("“«„")
_CLOSE = frozenset("”»")
_EITHER = frozenset('"')
_MOSTLY_QUOTED = 0.6
_DIGITS = re.compile(r"[$€£]?\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One report in words and sentences, bylines and credits left out.

    ``words`` are lower case, ``bounds`` their code points, ``own`` tells which stand outside
    quotation marks. ``sentences`` are those of the report that are mostly its own voice,
    ``terms`` their content lemmas in lower case, ``vectors`` their vectors, all three parallel.
    ``things`` are the nouns, names and figures of all of these. ``labels`` are the places, full
    names, and figures with what they count, by their words in lower case: as they stand first
    in the report, and where.
    """

    report: str
    words: tuple[str, ...]
    bounds: tuple[tuple[int, int], ...]
    own: tuple[bool, ...]
    sentences: tuple[Sentence, ...]
    terms: tuple[frozenset[str], ...]
    things: frozenset[str]
    labels: Mapping[str, tuple[str, Span]]
    vectors: NDArray[np.float32]

    @property
    def own_words(self) -> int:
        """Count the words outside quotation marks."""
        return sum(self.own)

    def span(self, first: int, last: int) -> Span:
        """Point at the words ``[first, last)``."""
        return Span(report=self.report, start=self.bounds[first][0], end=self.bounds[last - 1][1])

    def words_in(self, span: Span) -> tuple[str, ...]:
        """Give the words that stand in a span."""
        return tuple(
            word
            for word, (start, end) in zip(self.words, self.bounds, strict=True)
            if span.start <= start and end <= span.end
        )

    def sentence_span(self, row: int) -> Span:
        """Point at a sentence."""
        sentence = self.sentences[row]
        return Span(report=self.report, start=sentence.start, end=sentence.end)


def find_wording(extracted: Extracted) -> Wording:
    """Take down the words of one report."""
    annotated = extracted.annotated
    parts = annotated.report.parts
    quoted = _quoted(extracted)
    words: list[str] = []
    bounds: list[tuple[int, int]] = []
    own: list[bool] = []
    rows: list[int] = []
    for row, sentence in enumerate(annotated.sentences):
        if parts[sentence.part].kind in _FURNITURE:
            continue
        places = list(_word_places(annotated, sentence))
        words += [annotated.tokens[at].text.lower().replace("’", "'") for at in places]
        bounds += [(annotated.tokens[at].start, annotated.tokens[at].end) for at in places]
        own += [at not in quoted for at in places]
        if sum(at in quoted for at in places) <= _MOSTLY_QUOTED * len(places):
            rows.append(row)
    return Wording(
        report=annotated.report.id,
        words=tuple(words),
        bounds=tuple(bounds),
        own=tuple(own),
        sentences=tuple(annotated.sentences[row] for row in rows),
        terms=tuple(_terms(annotated, annotated.sentences[row], _CONTENT) for row in rows),
        things=frozenset[str]().union(
            *(_terms(annotated, annotated.sentences[row], _THINGS) for row in rows)
        ),
        labels=_labels(annotated),
        vectors=matrix(annotated)[rows],
    )


def _labels(annotated: Annotated) -> dict[str, tuple[str, Span]]:
    """Find what tells a reader something when two reports alone have it."""
    report = annotated.report
    spans = [
        report.span(name.start, name.end)
        for name in annotated.names
        if name.kind == "place" or name.last - name.first > 1
    ]
    spans += [
        report.span(digits.start() + figure.span.start, figure.span.end)
        for figure in annotated.figures
        if (figure.unit is not None or figure.counted is not None)
        and (digits := _DIGITS.search(figure.span.of(report.text)))
    ]
    found: dict[str, tuple[str, Span]] = {}
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        words = span.of(report.text)
        found.setdefault(" ".join(words.casefold().split()), (words, span))
    return found


def _word_places(annotated: Annotated, sentence: Sentence) -> Iterator[int]:
    for at in range(sentence.first, sentence.last):
        if any(letter.isalnum() for letter in annotated.tokens[at].text):
            yield at


def _terms(annotated: Annotated, sentence: Sentence, kinds: Collection[str]) -> frozenset[str]:
    return frozenset(
        term(token)
        for token in annotated.tokens[sentence.first : sentence.last]
        if token.upos in kinds and len(token.text) > 1
    )


def _quoted(extracted: Extracted) -> frozenset[int]:
    """Find the tokens between quotation marks, or in the content of a direct quote."""
    annotated = extracted.annotated
    spans = sorted(
        (span.start, span.end)
        for statement in extracted.statements
        if statement.voice == "direct"
        for span in statement.content
    )
    places = set(_within(annotated, spans))
    for part in range(len(annotated.report.parts)):
        open_since: int | None = None
        for sentence in annotated.sentences:
            if sentence.part != part:
                continue
            for at in range(sentence.first, sentence.last):
                mark = annotated.tokens[at].text
                if mark in _OPEN or (mark in _EITHER and open_since is None):
                    open_since = at
                elif open_since is not None and (mark in _CLOSE or mark in _EITHER):
                    places.update(range(open_since, at))
                    open_since = None
    return frozenset(places)


def _within(annotated: Annotated, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    for start, end in spans:
        for at, token in enumerate(annotated.tokens):
            if start <= token.start and token.end <= end:
                yield at
