"""Attributions that the network proposes and no rule finds: verbs that no table lists.

The network says which words report, speak and are reported; the tree says where these end.
"""

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import VerbClass
from stemma.extract.reading import Reading
from stemma.extract.sources import can_speak
from stemma.extract.text import Syntax, Tagging, cue_tokens, find_subject, noun_phrase

_CUE = 0.4
_SOURCE = 0.3
_CONTENT = 0.5
_NO_SPEAKERS = frozenset(("it", "this", "that", "which", "who", "i", "we", "you"))
_COMPLEMENTS = ("ccomp", "xcomp", "obj", "obl", "advcl", "parataxis")
_CLAUSES = frozenset(("ccomp", "parataxis"))
_FINITE_PARTS = ("aux", "cop")


def find_proposed(reading: Reading, first: int, last: int, *, used: set[int]) -> list[Attribution]:
    """Find the attributions of the sentence ``[first, last)`` whose verbs are not in ``used``."""
    tagging = reading.tagging
    if tagging is None:
        return []
    found: list[Attribution] = []
    for at in range(first, last):
        if (
            at in used
            or reading.syntax.tokens[at].upos != "VERB"
            or tagging.cue(at) < _CUE
            or reading.quoted.speech_at(at) >= 0
        ):
            continue
        told = _read(reading, tagging, at, used)
        if told is not None and used.isdisjoint(told.cue):
            found.append(told)
    return found


def _read(reading: Reading, tagging: Tagging, at: int, used: set[int]) -> Attribution | None:
    syntax = reading.syntax
    subject = find_subject(syntax, at)
    if (
        subject is None
        or tagging.source(subject) < _SOURCE
        or syntax.words[subject] in _NO_SPEAKERS
        or not can_speak(reading.names, subject)
    ):
        return None
    cue = cue_tokens(syntax, at)
    source = [place for place in noun_phrase(syntax, subject, without={at}) if place not in cue]
    heads = [
        child
        for child in syntax.dependents(at, *_COMPLEMENTS)
        if child > at
        and not _is_setting(syntax, child)
        and tagging.content(syntax.subtree(child)) >= _CONTENT
    ]
    places = {place for head in heads for place in syntax.subtree(head) if place > at}
    content = syntax.trim(places - {*source, *cue})
    while len(content) > 1 and syntax.words[content[0]] == "that":
        content = syntax.trim(content[1:])
    if not content or not source or not used.isdisjoint(heads):
        return None
    return Attribution(
        cue=cue, source=source, content=content, verb_class=_verb_class(syntax, heads)
    )


def _is_setting(syntax: Syntax, child: int) -> bool:
    """Tell ``because he was tired`` from ``to resign``: when and why it is said is not said."""
    marks = [syntax.words[mark] for mark in syntax.dependents(child, "mark")]
    return syntax.relations[child] == "advcl" and "to" not in marks


def _verb_class(syntax: Syntax, heads: list[int]) -> VerbClass:
    """Tell a clause that is asserted from an act that is wished for and a thing that is judged."""
    for head in heads:
        verbs = [head, *syntax.dependents(head, *_FINITE_PARTS)]
        if syntax.relations[head] in _CLAUSES and any(syntax.is_finite(at) for at in verbs):
            return "say"
    return "stance"
