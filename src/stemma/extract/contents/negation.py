"""Negation that stands on the cue: ``does not believe that X``, ``denied that X``."""

from collections.abc import Iterable, Sequence

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import VerbClass
from stemma.extract.text import EMPTY_SUBJECTS, Quoted, Syntax, find_negation

_UNSURE = frozenset(("doubt", "question"))
_DENYING = frozenset(("deny", "refuse"))
_ASSERTED: frozenset[VerbClass] = frozenset(("say", "claim", "show", "think", "deny", "learn"))
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


def _is_nobodys(syntax: Syntax, attribution: Attribution, negation: Sequence[int]) -> bool:
    """Tell ``nobody said that X``, ``no official said that X`` from ``she did not say that X``."""
    held = {*attribution.source}
    return any(
        syntax.words[at] in EMPTY_SUBJECTS
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
