"""Negation that stands on the cue: ``does not believe that X``, ``denied that X``."""

from collections.abc import Iterable, Sequence

from stemma.extract.attribution import Attribution
from stemma.extract.quoted import Quoted
from stemma.extract.subjects import cue_tokens
from stemma.extract.syntax import Syntax
from stemma.extract.verbs import VerbClass
from stemma.extract.words import words

_NEGATIONS = words("factuality.negations")
_NOBODY = frozenset(("nobody", "none", "no-one", "nothing"))
_NO = frozenset(("no", "neither"))
_FEW = frozenset(("few",))
_HARDLY = frozenset(("hardly", "scarcely"))
_WITHOUT = frozenset(("without", "rather", "instead"))
_FAILING = frozenset(("fail", "refuse", "decline", "neglect", "cease", "stop", "refrain"))
_UNSURE = frozenset(("doubt", "question"))
_DENYING = frozenset(("deny", "refuse"))
_ASSERTED: frozenset[VerbClass] = frozenset(("say", "claim", "show", "think", "deny", "learn"))
_STEPS = 3
_MOST_QUOTED = 0.8


def keep_negations(
    syntax: Syntax, quoted: Quoted, attributions: Iterable[Attribution]
) -> list[Attribution]:
    """Make the whole clause the content where the cue denies what follows it.

    "The firm does not believe that files were lost" tells that the firm "does not believe that
    files were lost": the words alone never say the opposite. What "nobody" says has no speaker,
    and the report says it in its own voice.
    """
    found: list[Attribution] = []
    for one in attributions:
        if one.response or not one.cue or one.continues is not None:
            found.append(one)
            continue
        at = one.cue[-1]
        negation = [
            place for place in find_negation(syntax, at) if quoted.of[place] == quoted.of[at]
        ]
        if negation and _is_nobodys(syntax, one, negation):
            continue
        if one.verb_class == "deny" and not negation and _is_quotation(quoted, one.content):
            one.verb_class = "claim"
        elif negation or one.verb_class in _DENYING:
            _widen(syntax, one, negation)
        found.append(one)
    return found


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


def _is_nobodys(syntax: Syntax, attribution: Attribution, negation: Sequence[int]) -> bool:
    """Tell ``nobody said that X``, ``no official said that X`` from ``she did not say that X``."""
    held = {*attribution.source}
    return any(
        syntax.words[at] in _NOBODY | _NO | _FEW
        and (at in held or (syntax.tokens[at].head in held and at < attribution.cue[0]))
        for at in negation
    )


def _is_quotation(quoted: Quoted, content: Sequence[int]) -> bool:
    inside = sum(quoted.speech_at(at) >= 0 for at in content)
    return inside >= _MOST_QUOTED * len(content)


def _widen(syntax: Syntax, attribution: Attribution, negation: Sequence[int]) -> None:
    """Add the cue and its negation, and all that stands between them and the content."""
    held = sorted({*attribution.cue, *negation, *attribution.content})
    sentence = syntax.sentence(attribution.cue[-1])
    inside = [at for at in held if sentence.first <= at < sentence.last]
    attribution.content = sorted({*held, *range(inside[0], inside[-1] + 1)})
    attribution.negated = True
    if syntax.tokens[attribution.cue[-1]].lemma.lower() in _UNSURE:
        attribution.verb_class = "think"
    elif attribution.verb_class == "refuse":
        attribution.phrase = True
        return
    elif attribution.verb_class not in _ASSERTED:
        attribution.verb_class = "claim"
    attribution.topic = False
