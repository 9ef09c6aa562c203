"""Clauses that a reporting verb is put into or behind: ``X, he said``, ``X, as he said``."""

from stemma.extract.predicates.predicate import Content, Predicate
from stemma.extract.text import find_negation, find_subject, is_told_of_noun

_REPORTING = frozenset(("say", "claim", "think", "show"))
_ASTRAY = frozenset(("acl:relcl", "dep"))
_CLAUSES = frozenset(("root", "conj", "ccomp", "parataxis"))
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_MIN_WORDS = 3


def read_inserted(predicate: Predicate) -> Content | None:
    """Read the clause that the verb is put into."""
    syntax, at = predicate.syntax, predicate.at
    host = _find_host(predicate)
    if (
        host is None
        or any(syntax.tokens[child].xpos == "MD" for child in predicate.children("aux"))
        or predicate.verb.verb_class not in _REPORTING
        or _has_content(predicate)
        or find_subject(syntax, at) is None
        or is_told_of_noun(syntax, at)
    ):
        return None
    before = [place for child in predicate.children("ccomp") for place in syntax.subtree(child)]
    above = {*syntax.subtree(host, without={at}), *before}
    places = [
        place for place in above if predicate.sentence.first <= place < predicate.sentence.last
    ]
    if len(places) < _MIN_WORDS:
        return None
    return Content("quote", predicate.quoted.widen(syntax.trim(places)))


def _find_host(predicate: Predicate) -> int | None:
    """Give the verb of the clause around."""
    syntax, at = predicate.syntax, predicate.at
    token = syntax.tokens[at]
    if token.relation == "parataxis":
        return token.head
    marks = [syntax.words[child] for child in predicate.children("mark", "advmod")]
    if syntax.relations[at] == "advcl" and "as" in marks:
        return None if find_negation(syntax, token.head) else token.head
    if token.relation in _ASTRAY and _is_set_off(predicate):
        return next(above for above in syntax.ancestors(at) if syntax.relations[above] in _CLAUSES)
    return None


def _is_set_off(predicate: Predicate) -> bool:
    """Tell ``a flood, the mayor said`` from ``a flood the mayor caused`` and ``a flood, which``.

    No comma stands before a relative clause that has no pronoun: the parser is wrong about it.
    """
    syntax, at = predicate.syntax, predicate.at
    subject = next(iter(predicate.children("nsubj")), at)
    first = syntax.trim(syntax.subtree(subject))[0]
    return (
        subject < at
        and first > predicate.sentence.first
        and syntax.words[first - 1] == ","
        and not any(syntax.tokens[place].xpos in _RELATIVE for place in range(first, at))
    )


def _has_content(predicate: Predicate) -> bool:
    """Tell whether the verb has an object of its own; one behind a comma is not."""
    syntax = predicate.syntax
    objects = predicate.right("obj", "ccomp", "xcomp")
    starts = [syntax.trim(syntax.subtree(child))[0] for child in objects]
    return any(syntax.words[first - 1] != "," for first in starts)
