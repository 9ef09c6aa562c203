"""Refusals to answer: ``declined to comment``, ``did not respond``, ``could not be reached``."""

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import load_verbs, words
from stemma.extract.reading import Reading
from stemma.extract.text import Syntax, cue_tokens, find_subject, noun_phrase

_REFUSALS = words("responses.refusals")
_ANSWERS = words("responses.answers")
_ANSWER_NOUNS = words("responses.answer_nouns")
_SILENT = words("responses.silent")
_UNTOLD = words("responses.untold")
_NEGATIONS = frozenset(("not", "n't", "never", "yet"))
_UNREACHED = frozenset(("reached", "contacted", "drawn"))
_REACTING = frozenset(("respond", "reply", "answer", "return", "react"))
_REFERRING = frozenset(("referred", "directed", "redirected", "refers", "forwarded"))
_ASKED = _ANSWER_NOUNS | words("responses.asked")
_AVAILABLE = frozenset(("available", "unavailable"))


def find_responses(reading: Reading, first: int, last: int) -> list[Attribution]:
    """Find the refusals of the sentence ``[first, last)``."""
    syntax, quoted = reading.syntax, reading.quoted
    found: list[Attribution] = []
    for at in range(first, last):
        if quoted.speech_at(at) >= 0:
            continue
        word = syntax.words[at]
        told = None
        if word in _REFUSALS and syntax.tokens[at].upos == "VERB":
            told = _refusal(syntax, at)
        elif word in _REFERRING and syntax.tokens[at].upos == "VERB":
            told = _referral(syntax, at)
        elif word in _SILENT or word in _UNTOLD:
            told = _silence(syntax, at)
        elif word in _UNREACHED and (word != "drawn" or syntax.words[at + 1 : at + 2] == ["on"]):
            told = _unreached(syntax, at)
        elif word in _AVAILABLE:
            told = _unavailable(syntax, at)
        if told is not None:
            found.append(told)
    return found


def _refusal(syntax: Syntax, at: int) -> Attribution | None:
    """Read ``declined to comment`` and ``declined an interview request``."""
    behind = [
        child for child in syntax.dependents(at, "xcomp", "obj", "ccomp", "advcl") if child > at
    ]
    for child in behind:
        noun = syntax.relations[child] == "obj" and syntax.words[child] in _ANSWER_NOUNS
        verb = syntax.words[child] in _ANSWERS and syntax.relations[child] != "obj"
        if noun or (verb and _is_to_press(syntax, child)):
            content = [place for place in syntax.subtree(child) if place > at]
            return _make(syntax, at, cue_tokens(syntax, at), content)
    return None


def _is_to_press(syntax: Syntax, at: int) -> bool:
    """Tell ``refused to respond to questions`` from ``refused to respond to the blow``."""
    if syntax.words[at] not in _REACTING:
        return True
    to = [
        child
        for child in syntax.dependents(at, "obl")
        if any(syntax.words[mark] == "to" for mark in syntax.dependents(child, "case"))
    ]
    if not to and syntax.words[syntax.tokens[at].head].startswith("refus"):
        return not _ASKED.isdisjoint(
            syntax.words[syntax.sentence(at).first : syntax.sentence(at).last]
        )
    return not to or any(
        syntax.words[child] in _ASKED or syntax.tokens[child].upos in ("PROPN", "PRON")
        for child in to
    )


def _referral(syntax: Syntax, at: int) -> Attribution | None:
    """Read ``referred questions to the ministry``."""
    objects = [child for child in syntax.dependents(at, "obj") if child > at]
    if not objects or syntax.words[objects[0]] not in _ASKED:
        return None
    content = [
        place
        for child in syntax.dependents(at, "obj", "obl")
        if child > at
        for place in syntax.subtree(child)
    ]
    return _make(syntax, at, cue_tokens(syntax, at), content)


def _silence(syntax: Syntax, at: int) -> Attribution | None:
    """Read ``did not immediately respond to a request`` and ``has not said whether``."""
    token = syntax.tokens[at]
    if token.upos != "VERB" or not any(
        syntax.words[child] in _NEGATIONS for child in syntax.dependents(at, "advmod")
    ):
        return None
    if syntax.words[at] in _UNTOLD and syntax.dependents(at, "aux:pass"):
        return None  # "asked not to be named" is no refusal to name somebody
    content = [
        place
        for child in syntax.dependents(at, "obl", "obj", "ccomp", "advcl", "iobj", "xcomp")
        if child > at
        for place in syntax.subtree(child)
        if place > at
    ]
    cue = cue_tokens(syntax, at)
    if syntax.words[at] in _UNTOLD and not content:
        return None
    if not content:
        cue, content = cue[:-1], [at]
    return _make(syntax, at, cue, content) if cue else None


def _unreached(syntax: Syntax, at: int) -> Attribution | None:
    """Read ``could not be reached for comment`` and ``would not be drawn on whether``."""
    if not any(syntax.words[child] in _NEGATIONS for child in syntax.dependents(at, "advmod")):
        return None
    subjects = syntax.dependents(at, "nsubj", "nsubj:pass")
    if not subjects:
        return None
    content = [
        place
        for child in syntax.dependents(at, "obl", "advcl")
        if child > at
        for place in syntax.subtree(child)
    ]
    cue = cue_tokens(syntax, at)
    if not content:
        cue, content = cue[:-1], [at]
    source = noun_phrase(syntax, subjects[0], without={at})
    return _build(syntax, source, cue, content)


def _unavailable(syntax: Syntax, at: int) -> Attribution | None:
    """Read ``was not available for comment``."""
    reasons = [
        child
        for child in syntax.dependents(at, "obl", "advcl", "nmod")
        if syntax.words[child] in _ANSWERS | _ANSWER_NOUNS
    ]
    negated = syntax.words[at] == "unavailable" or any(
        syntax.words[child] in _NEGATIONS for child in syntax.dependents(at, "advmod")
    )
    subjects = syntax.dependents(at, "nsubj")
    if not reasons or not negated or not subjects:
        return None
    source = noun_phrase(syntax, subjects[0], without={at})
    first = source[-1] + 1 if source and source[-1] < at else at
    return _build(syntax, source, list(range(first, at + 1)), syntax.subtree(reasons[0]))


def _make(syntax: Syntax, at: int, cue: list[int], content: list[int]) -> Attribution | None:
    subject = find_subject(syntax, at)
    if subject is None:
        return None
    return _build(syntax, noun_phrase(syntax, subject, without={at}), cue, content)


def _build(
    syntax: Syntax, source: list[int], cue: list[int], content: list[int]
) -> Attribution | None:
    source = [place for place in source if place not in cue and place not in content]
    cue = [place for place in cue if place not in source]
    content = [place for place in syntax.trim(content) if place not in cue]
    if not source or not cue or not content:
        return None
    verb = load_verbs()["declined"]
    return Attribution(
        cue=cue, source=source, content=content, verb_class=verb.verb_class, response=True
    )
