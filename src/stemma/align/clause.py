"""The clause in which a figure or a date stands, with the figure or date left out."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from stemma.model import Annotated, Span

_LEFT_OUT = frozenset({"acl", "acl:relcl", "advcl", "parataxis", "conj", "ccomp", "appos", "punct"})
_RELATIVE = frozenset({"acl:relcl", "acl"})
_LONGEST = 24
_PRONOUNS = frozenset({"that", "which", "who", "whom"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of a clause, the lemma of its verb, and where its tokens begin (code points)."""

    text: str
    verb: str | None
    starts: frozenset[int]

    def holds(self, span: Span) -> bool:
        """Tell whether a token of the clause begins in a span of the same report."""
        return any(span.start <= start < span.end for start in self.starts)


def clause_around(span: Span, annotated: Annotated) -> Clause:
    """Find the clause that holds a span; its words are given without digits.

    The clause is the nearest verb above the span with what depends on it, but for clauses of
    their own; a relative pronoun is replaced by the noun it stands for. "The dam, built in
    1967, holds 240 million tons of water" gives "The dam holds tons of water". Empty where the
    span is in no sentence.
    """
    tokens = annotated.tokens
    first = bisect_left(tokens, span.start, key=lambda token: token.start)
    last = bisect_left(tokens, span.end, key=lambda token: token.start)
    if first >= last:
        return Clause("", None, frozenset())
    top, path = _climb(annotated, first, last)
    low, high = _sentence(annotated, first)
    kept = _under(annotated, {top, *path, *range(first, last)}, range(low, high))
    while len(kept) > 1 and tokens[min(kept)].upos in {"CCONJ", "PUNCT", "SCONJ"}:
        kept.remove(min(kept))
    words: list[str] = []
    for at in sorted(kept):
        token = tokens[at]
        if token.upos == "NUM" or any(mark.isdigit() for mark in token.text):
            continue
        is_pronoun = token.text.lower() in _PRONOUNS and tokens[top].relation in _RELATIVE
        words.append(tokens[tokens[top].head].text if is_pronoun else token.text)
    verb = tokens[top].lemma.casefold() if tokens[top].upos == "VERB" else None
    starts = frozenset(tokens[at].start for at in kept)
    return Clause(" ".join(words[:_LONGEST]), verb, starts)


def _climb(annotated: Annotated, first: int, last: int) -> tuple[int, list[int]]:
    """Find the nearest verb above, and the way to it."""
    tokens = annotated.tokens
    at = next((at for at in range(first, last) if not first <= tokens[at].head < last), first)
    path = [at]
    while tokens[at].head != at and tokens[at].upos != "VERB":
        at = tokens[at].head
        path.append(at)
    return at, path


def _sentence(annotated: Annotated, at: int) -> tuple[int, int]:
    place = bisect_left(annotated.sentences, at + 1, key=lambda sentence: sentence.last)
    if place == len(annotated.sentences):
        return at, at + 1
    return annotated.sentences[place].first, annotated.sentences[place].last


def _under(annotated: Annotated, kept: set[int], sentence: Iterable[int]) -> set[int]:
    tokens = annotated.tokens
    found = set(kept)
    grown = True
    while grown:
        more = {
            at
            for at in sentence
            if at not in found and tokens[at].head in found and tokens[at].relation not in _LEFT_OUT
        }
        found |= more
        grown = bool(more)
    return found
