"""What keeps a statement from being a plain assertion: hedges, negation, conditions, future."""

from stemma.extract.lexicon import words
from stemma.extract.text import Syntax
from stemma.model import Factuality

_HEDGES = words("factuality.hedges")
_HEDGE_HEADS = words("factuality.hedge_heads")
_NEGATIONS = words("factuality.negations")
_CONDITIONS = frozenset(("if", "unless", "provided", "whether", "should"))
_FUTURE = frozenset(("will", "'ll", "shall", "wo"))
_WOULD = frozenset(("would", "'d"))
_WISHES = frozenset(("like", "love", "prefer", "rather", "appreciate"))
_FUTURE_HEADS = words("factuality.future_heads")
_LOOKED_AT = words("factuality.looked_at")
_MAIN = frozenset(("conj", "ccomp", "xcomp", "parataxis"))


def mark_factuality(syntax: Syntax, content: list[int], *, backshifted: bool = False) -> Factuality:
    """Read the main clauses of the content; what stands in relative clauses does not count.

    ``backshifted`` tells that the words are reported in the past, where "would" stands for
    "will", unless a condition is there.
    """
    inside = set(content)
    tops = _tops(syntax, content, inside)
    hedged = negated = conditional = future = False
    for top in tops:
        words = {syntax.words[top]} | {
            syntax.words[child]
            for child in syntax.children[top]
            if syntax.relations[child] in _LOOKED_AT and child in inside
        }
        determiners = {
            syntax.words[below]
            for child in syntax.dependents(top, "nsubj", "obj")
            for below in syntax.dependents(child, "det", "cc")
        }
        head = {syntax.words[top], syntax.tokens[top].lemma.lower()}
        hedged = hedged or bool(words & _HEDGES or head & _HEDGE_HEADS)
        negated = negated or bool((words | determiners) & _NEGATIONS)
        future = future or bool(words & _FUTURE or head & _FUTURE_HEADS)
        bound = _has_condition(syntax, top, inside)
        conditional = conditional or bound
        future = future or (backshifted and not bound and _would(syntax, top, words))
    return Factuality(hedged=hedged, negated=negated, conditional=conditional, future=future)


def _would(syntax: Syntax, top: int, words: set[str]) -> bool:
    """Tell ``would open`` from ``would have opened`` and ``would like to open``."""
    return (
        not words.isdisjoint(_WOULD)
        and "have" not in words
        and syntax.tokens[top].lemma.lower() not in _WISHES
    )


def _tops(syntax: Syntax, content: list[int], inside: set[int]) -> list[int]:
    """Give the heads of the main clauses within the content."""
    tops = [
        at
        for at in content
        if not syntax.is_mark(at)
        and (syntax.tokens[at].head == at or syntax.tokens[at].head not in inside)
        and (syntax.tokens[at].upos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON"))
    ]
    waiting = list(tops)
    while waiting:
        top = waiting.pop()
        for child in syntax.children[top]:
            if child in inside and syntax.relations[child] in _MAIN and child not in tops:
                tops.append(child)
                waiting.append(child)
    return tops


def _has_condition(syntax: Syntax, top: int, inside: set[int]) -> bool:
    return any(
        syntax.words[mark] in _CONDITIONS
        for child in syntax.dependents(top, "advcl")
        if child in inside
        for mark in syntax.dependents(child, "mark")
    )
