"""A report to everything that language parts mark in it."""

from functools import cache
from itertools import pairwise

import numpy as np

from stemma.language.completing import complete, redate
from stemma.language.lemmas import find_lemma
from stemma.language.names import find_names
from stemma.language.parser import Parse, Parser
from stemma.language.sentences import find_sentences
from stemma.language.tokens import find_tokens
from stemma.language.vectors import SentenceEncoder
from stemma.model import Annotated, Report, Sentence, Token
from stemma.ports import Encoder


class EnglishAnnotator:
    """Marks reports in English; others keep their text and nothing else."""

    def __init__(self, parser: Parser, encoder: Encoder) -> None:
        """Take the networks; the encoder gives each sentence its vector."""
        self._parser = parser
        self._encoder = encoder

    def annotate(self, report: Report) -> Annotated:
        """Mark one report; the result depends on this report alone."""
        if report.language != "en":
            return Annotated(report=report)
        ranges, sentences = _cut(report)
        if not sentences:
            return Annotated(report=report)
        words = [report.text[start:end] for start, end in ranges]
        parses = self._parser.parse([words[s.first : s.last] for s in sentences])
        tokens: list[Token] = []
        for sentence, parse in zip(sentences, parses, strict=True):
            tokens += _tokens(ranges, words, sentence, parse)
        names = find_names(
            tokens, sentences, [parse.names for parse in parses], self._parser.name_labels
        )
        texts = [report.text[sentence.start : sentence.end] for sentence in sentences]
        return complete(
            report,
            tokens=tokens,
            sentences=sentences,
            names=names,
            vectors=self._encoder.encode(texts),
            roles=np.concatenate([parse.roles for parse in parses]),
        )

    def redate(self, annotated: Annotated, report: Report) -> Annotated:
        """Mark the same text under another date of publication: only its moments change."""
        return redate(annotated, report)


def _cut(report: Report) -> tuple[list[tuple[int, int]], list[Sentence]]:
    """Find tokens and sentences, part by part."""
    ranges: list[tuple[int, int]] = []
    sentences: list[Sentence] = []
    for at, part in enumerate(report.parts):
        found = find_tokens(report.text, part.start, part.end)
        words = [report.text[start:end] for start, end in found]
        gaps = [True] + [earlier[1] < later[0] for earlier, later in pairwise(found)]
        sentences += [
            Sentence(
                first=len(ranges) + first,
                last=len(ranges) + last,
                start=found[first][0],
                end=found[last - 1][1],
                part=at,
            )
            for first, last in find_sentences(words, gaps=gaps)
        ]
        ranges += found
    return ranges, sentences


def _tokens(
    ranges: list[tuple[int, int]], words: list[str], sentence: Sentence, parse: Parse
) -> list[Token]:
    return [
        Token(
            start=ranges[at][0],
            end=ranges[at][1],
            text=words[at],
            lemma=find_lemma(words[at], upos, xpos),
            upos=upos,
            xpos=xpos,
            head=sentence.first + head - 1 if head else at,
            relation=relation,
        )
        for at, upos, xpos, head, relation in zip(
            range(sentence.first, sentence.last),
            parse.upos,
            parse.xpos,
            parse.heads,
            parse.relations,
            strict=True,
        )
    ]


def load_encoder(*, threads: int = 1) -> SentenceEncoder:
    """Load the encoder, once for each number of threads."""
    return _encoder(threads)


def load_annotator(*, threads: int = 1, encoder: Encoder | None = None) -> EnglishAnnotator:
    """Load the annotator, once for each number of threads.

    Sentence vectors are the encoder's; without one they are those of ``load_encoder``.
    """
    if encoder is None:
        return _annotator(threads)
    return EnglishAnnotator(_parser(threads), encoder)


@cache
def _encoder(threads: int) -> SentenceEncoder:
    return SentenceEncoder(threads=threads)


@cache
def _parser(threads: int) -> Parser:
    return Parser(threads=threads)


@cache
def _annotator(threads: int) -> EnglishAnnotator:
    return EnglishAnnotator(_parser(threads), _encoder(threads))
