"""A story looked up from all sides: what findings are read from."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.align.findings.quotes import Quote, find_quotes
from stemma.align.order import in_order
from stemma.align.vectors import encode_statements
from stemma.model import (
    Claim,
    Entity,
    Extracted,
    Figure,
    Moment,
    Report,
    Source,
    Span,
    Statement,
    Token,
)
from stemma.ports import Encoder

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MOST_NAMED = 6
_LOWERED = frozenset(
    [
        "a",
        "an",
        "another",
        "authorities",
        "experts",
        "five",
        "four",
        "many",
        "more",
        "most",
        "new",
        "no",
        "officials",
        "one",
        "other",
        "police",
        "recent",
        "reports",
        "residents",
        "senior",
        "several",
        "six",
        "some",
        "sources",
        "ten",
        "that",
        "the",
        "these",
        "they",
        "this",
        "those",
        "three",
        "two",
        "unnamed",
        "witnesses",
    ]
)
PRONOUNS = frozenset({"he", "i", "it", "she", "they", "we", "who"})
_TERMS = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})


@dataclass(frozen=True, slots=True)
class Appearance:
    """A statement of a claim, with the report that makes it."""

    statement: Statement
    piece: Extracted

    @property
    def report(self) -> Report:
        """The report."""
        return self.piece.annotated.report

    def tokens(self, span: Span) -> tuple[Token, ...]:
        """Give the tokens that begin in a span of this report."""
        tokens = self.piece.annotated.tokens
        first = bisect_left(tokens, span.start, key=lambda token: token.start)
        last = bisect_left(tokens, span.end, key=lambda token: token.start)
        return tokens[first:last]

    def figures(self) -> list[Figure]:
        """Give the figures inside the statement's words."""
        return [
            figure
            for figure in self.piece.figures
            if any(span.overlaps(figure.span) for span in self.statement.content)
        ]

    def moments(self) -> list[Moment]:
        """Give the dates and times inside the statement's words."""
        return [
            moment
            for moment in self.piece.moments
            if any(span.holds(moment.span) for span in self.statement.content)
        ]

    def in_heading(self) -> bool:
        """Tell whether it stands in a headline, a standfirst or a subhead."""
        span = self.statement.content[0]
        return any(
            part.kind in {"headline", "standfirst", "subhead"}
            and part.start <= span.start < part.end
            for part in self.report.parts
        )


class StoryView:
    """One story's reports, statements, entities and claims, found by id."""

    def __init__(
        self,
        story: Sequence[Extracted],
        entities: Sequence[Entity],
        claims: Sequence[Claim],
        *,
        encoder: Encoder,
    ) -> None:
        """Take what the stages before have found, and what compares statements."""
        self._encoder = encoder
        self._encoded: dict[str, NDArray[np.float32]] = {}
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._terms: dict[str, frozenset[str]] = {}
        self.story = in_order(story)
        self.entities: Mapping[str, Entity] = {entity.id: entity for entity in entities}
        self.claims = sorted(claims, key=lambda claim: claim.id)
        self.pieces = {piece.annotated.report.id: piece for piece in self.story}
        self._appearances = {
            statement.id: Appearance(statement, piece)
            for piece in self.story
            for statement in piece.statements
        }
        self._people: dict[str, list[tuple[Span, str]]] = {}
        self._quotes: dict[str, list[Quote]] = {}
        self._claim_of = {
            statement: claim.id for claim in self.claims for statement in claim.appearances
        }

    def appearances(self, claim: Claim) -> list[Appearance]:
        """Give the statements of a claim, in its order."""
        return [self._appearances[statement] for statement in claim.appearances]

    def all_appearances(self) -> list[Appearance]:
        """Give every statement of the story, by report, then place."""
        return list(self._appearances.values())

    def alike(self, left: Statement, right: Statement) -> float:
        """Tell how near two statements are in meaning: the inner product of their vectors."""
        for statement in (left, right):
            if statement.id not in self._vectors:
                vectors = encode_statements([statement], self.pieces, self._encoder)
                self._vectors[statement.id] = vectors[0]
        return float(self._vectors[left.id] @ self._vectors[right.id])

    def vectors_of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give shape ``(len(texts), dimensions)``; each text is encoded once a story."""
        new = sorted(set(texts) - self._encoded.keys())
        if new:
            self._encoded.update(zip(new, self._encoder.encode(new), strict=True))
        return np.array([self._encoded[text] for text in texts])

    def terms(self, appearance: Appearance) -> frozenset[str]:
        """Give the lemmas of the nouns, names, verbs and adjectives of a statement."""
        statement = appearance.statement
        if statement.id not in self._terms:
            self._terms[statement.id] = frozenset(
                token.lemma.casefold()
                for span in statement.content
                for token in appearance.tokens(span)
                if token.upos in _TERMS
            )
        return self._terms[statement.id]

    def claim_of(self, statement: Statement) -> str | None:
        """Give the id of the claim that a statement belongs to."""
        return self._claim_of.get(statement.id)

    def people_in(self, report: str) -> list[tuple[Span, str]]:
        """Give where a report names people, in order, with the ids of their entities."""
        if report not in self._people:
            self._people[report] = sorted(
                (
                    (span, entity.id)
                    for entity in self.entities.values()
                    if entity.kind == "person"
                    for span in entity.mentions
                    if span.report == report
                ),
                key=lambda mention: (mention[0].start, mention[0].end, mention[1]),
            )
        return self._people[report]

    def quotes_in(self, report: str) -> list[Quote]:
        """Give what a report has inside quotation marks, in order."""
        if report not in self._quotes:
            self._quotes[report] = find_quotes(self.pieces[report].annotated.report)
        return self._quotes[report]

    def is_quoted(self, statement: Statement) -> bool:
        """Tell whether most of a statement's words stand inside quotation marks."""
        quoted_length = sum(
            max(0, min(quote.span.end, span.end) - max(quote.span.start, span.start))
            for quote in self.quotes_in(statement.report)
            for span in statement.content
        )
        return 2 * quoted_length > sum(len(span) for span in statement.content)

    def words(self, span: Span) -> str:
        """Quote the words of a span."""
        return span.of(self.pieces[span.report].annotated.report.text)

    def name(self, report: str) -> str:
        """Give the short name of a report."""
        return self.pieces[report].annotated.report.name

    def sentence(self, span: Span) -> Span:
        """Give the sentence in which a span begins."""
        sentences = self.pieces[span.report].annotated.sentences
        at = bisect_left([sentence.end for sentence in sentences], span.start + 1)
        if at == len(sentences):
            return span
        return Span(report=span.report, start=sentences[at].start, end=sentences[at].end)


def called(source: Source) -> str:
    """Name a source inside a sentence: "a U.S. official" though the report begins with "A".

    Whom a report only calls "he" is somebody.
    """
    if source.name.casefold() in PRONOUNS:
        return "somebody"
    first, _, rest = source.name.partition(" ")
    if source.kind in {"unnamed", "crowd", "document"} and first.lower() in _LOWERED:
        return f"{first.lower()} {rest}".rstrip()
    return source.name


def listed(names: Sequence[str]) -> str:
    """Join names as a sentence does: "A, B and C"; of many the first: "A, B, C and 9 others"."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[:3])} and {len(names) - 3} others"
    return ", ".join(names[:-1]) + " and " + names[-1]


def outlets_listed(outlets: Sequence[str]) -> str:
    """Name up to six outlets, of more the first three and how many they are."""
    if len(outlets) <= _MOST_NAMED:
        return listed(outlets)
    return f"{number(len(outlets)).capitalize()} outlets ({listed(outlets[:3])} and others)"


def number(count: int) -> str:
    """Write a small number as a word."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def unique(names: Sequence[str]) -> list[str]:
    """Drop repetitions, keep the order."""
    return list(dict.fromkeys(names))
