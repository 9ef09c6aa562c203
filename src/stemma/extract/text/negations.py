"""The words that deny a verb: ``not``, ``no longer``, ``no official``, ``failed to``."""

from stemma.extract.lexicon import words
from stemma.extract.text.phrases import cue_tokens
from stemma.extract.text.syntax import Syntax

_NEGATIONS = words("factuality.negations")
_NOBODY = frozenset(("nobody", "none", "no-one", "nothing"))
_NO = frozenset(("no", "neither"))
_FEW = frozenset(("few",))
_HARDLY = frozenset(("hardly", "scarcely"))
_WITHOUT = frozenset(("without", "rather", "instead"))
_FAILING = frozenset(("fail", "refuse", "decline", "neglect", "cease", "stop", "refrain"))
_STEPS = 3
EMPTY_SUBJECTS = _NOBODY | _NO | _FEW
"""Words that make a subject nobody, or next to nobody."""


def find_negation(syntax: Syntax, at: int) -> list[int]:
    """Give the words that deny the verb at index ``at``: its own, or of the verb above it."""
    for _ in range(_STEPS):
        own = _negations(syntax, at)
        if own:
            return own + _neither(syntax, at)
        head = syntax.tokens[at].head
        if head == at or not _passes_on(syntax, at):
            return []
        if syntax.relations[at] == "xcomp" and syntax.tokens[head].lemma.lower() in _FAILING:
            return cue_tokens(syntax, head)
        at = head
    return []


def _negations(syntax: Syntax, at: int) -> list[int]:
    found = [
        child
        for child in syntax.dependents(at, "advmod", "cc", "det")
        if syntax.words[child] in _NEGATIONS | _HARDLY or _is_no_longer(syntax, child)
    ]
    found += [
        child
        for child in syntax.dependents(at, "mark", "cc")
        if child < at and syntax.words[child] in _WITHOUT
    ]
    for subject in syntax.dependents(at, "nsubj"):
        if syntax.words[subject] in _NOBODY:
            found.append(subject)
        found += [
            child
            for child in syntax.dependents(subject, "det", "cc", "amod", "nummod")
            if child < subject and _is_no(syntax, subject, child)
        ]
    return sorted({*found})


def _is_no(syntax: Syntax, subject: int, at: int) -> bool:
    """Tell ``no official`` and ``few officials`` from ``a few officials``."""
    if syntax.words[at] in _NO:
        return True
    others = {syntax.words[child] for child in syntax.dependents(subject, "det")}
    return syntax.words[at] in _FEW and not others & {"a", "the"}


def _neither(syntax: Syntax, at: int) -> list[int]:
    """Give ``neither confirmed`` of ``neither confirmed nor denied``."""
    head = syntax.tokens[at].head
    if syntax.relations[at] != "conj" or not _negations(syntax, head):
        return []
    return [*_negations(syntax, head), *cue_tokens(syntax, head)]


def _is_no_longer(syntax: Syntax, at: int) -> bool:
    return syntax.words[at] == "longer" and any(
        syntax.words[child] == "no" for child in syntax.children[at]
    )


def _passes_on(syntax: Syntax, at: int) -> bool:
    """Tell ``did not confirm or deny`` and ``did not seem to think`` from two clauses."""
    if syntax.relations[at] == "xcomp":
        return True
    auxiliary = bool(syntax.dependents(at, "aux", "nsubj"))
    return syntax.relations[at] == "conj" and syntax.tokens[at].xpos == "VB" and not auxiliary
