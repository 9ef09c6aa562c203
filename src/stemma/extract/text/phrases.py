"""The subject of a reporting verb, and the words of the cue."""

from stemma.extract.lexicon import speaker_kind
from stemma.extract.text.syntax import Syntax

_BEFORE_CUE = frozenset(("aux", "advmod"))
_CLAUSE_PARTS = frozenset(("nsubj", "cop", "aux", "csubj", "expl", "advcl", "ccomp"))
_RELATIVES = frozenset(("who", "which", "that"))
_LOOSE = frozenset(("nmod", "nmod:desc", "compound", "dep", "appos", "obl"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_MAX_CHAIN = 5
_BARE = frozenset(("VB", "VBG", "VBN", "VBD"))


def cue_tokens(syntax: Syntax, at: int) -> list[int]:
    """Give the verb at index ``at`` with the auxiliaries and adverbs right before it."""
    first = at
    while (
        first > syntax.sentence(at).first
        and syntax.relations[first - 1] in _BEFORE_CUE
        and syntax.tokens[first - 1].upos in ("AUX", "ADV", "PART")
        and syntax.tokens[first - 1].text.islower()
    ):
        first -= 1
    return list(range(first, at + 1))


def find_subject(syntax: Syntax, at: int) -> int | None:
    """Give the index of the head of who does what the verb at ``at`` tells.

    Shared subjects are found through coordination ("declined … but said"), through infinitives
    and participles ("went on to say", ", adding that"); a participle that describes a noun
    ("a statement saying") has that noun.
    """
    for _ in range(_MAX_CHAIN):
        subjects = _find_labelled(syntax, at) or _find_unlabelled(syntax, at)
        if subjects:
            return subjects[0]
        token = syntax.tokens[at]
        relation = syntax.relations[at]
        if token.head == at or (
            syntax.dependents(at, "nsubj:pass", "csubj", "expl") and relation != "xcomp"
        ):
            return None
        if relation == "acl":
            return token.head if token.relation == "acl" and token.xpos == "VBG" else None
        if relation in ("conj", "parataxis", "dep") or (
            relation in ("xcomp", "advcl") and token.xpos in _BARE
        ):
            at = token.head
            if relation == "xcomp" and (objects := syntax.dependents(at, "obj", "iobj")):
                return objects[0]
            continue
        return None
    return None


def _find_labelled(syntax: Syntax, at: int) -> list[int]:
    """Give the subjects of the verb itself; a noun rather than the pronoun that stands for it."""
    subjects = [
        child
        for child in syntax.dependents(at, "nsubj")
        if syntax.tokens[child].relation != "nsubj:pass"
    ]
    return [child for child in subjects if syntax.words[child] not in _RELATIVES] or subjects


def _find_unlabelled(syntax: Syntax, at: int) -> list[int]:
    """Give the noun before a finite verb that the parser ties to it, but not as its subject.

    Without a preposition, and with no other subject there, it can be nothing else; what names a
    time has a label of its own.
    """
    finite = any(syntax.is_finite(place) for place in (at, *syntax.dependents(at, "aux")))
    if not finite or syntax.dependents(at, "nsubj", "csubj", "expl"):
        return []
    nouns = [
        child
        for child in syntax.children[at]
        if child < at
        and syntax.tokens[child].upos in _NOUNS
        and syntax.tokens[child].relation in _LOOSE
        and not syntax.dependents(child, "case", "mark")
    ]
    return nouns[-1:]


def is_told_of_noun(syntax: Syntax, at: int) -> bool:
    """Tell ``a step Ida Noll said was wrong`` from ``the nurse Ida Noll said``.

    A relative clause without its pronoun is about the noun before it, and what stands further
    left is not said in it. The noun has an article and cannot speak.
    """
    subjects = [child for child in syntax.dependents(at, "nsubj") if child < at]
    if not subjects:
        return False
    noun = noun_phrase(syntax, subjects[-1], without={at})[0] - 1
    return (
        noun >= syntax.sentence(at).first
        and syntax.tokens[noun].upos == "NOUN"
        and speaker_kind(syntax.words[noun]) is None
        and any(syntax.tokens[child].upos == "DET" for child in syntax.children[noun])
    )


def noun_phrase(syntax: Syntax, head: int, *, without: set[int]) -> list[int]:
    """Give the unbroken words around ``head`` that belong to its phrase.

    Clauses joined to it by mistake of the parser, and the tokens of ``without``, are left out.
    """
    wrong = {
        child
        for child in syntax.subtree(head)
        if child != head
        and (
            (
                syntax.relations[child] in ("parataxis", "conj", "dep")
                and syntax.tokens[child].upos in ("VERB", "AUX")
            )
            or (syntax.tokens[child].head == head and syntax.relations[child] in _CLAUSE_PARTS)
        )
    }
    block = set(syntax.subtree(head, without=wrong | without))
    first = last = head
    while first - 1 in block:
        first -= 1
    while last + 1 in block:
        last += 1
    while first < head and syntax.relations[first] in ("case", "mark", "cc"):
        first += 1
    return syntax.trim(range(first, last + 1))
