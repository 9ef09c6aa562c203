"""Thoughts and feelings told by adjectives: ``NP is confident that X``, ``NP is wary of X``."""

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import VerbClass, find_adjective, words
from stemma.extract.reading import Reading
from stemma.extract.sources import can_speak
from stemma.extract.text import Syntax, noun_phrase

_COMPLEMENTS = ("ccomp", "advcl", "xcomp", "acl", "csubj", "obl", "nmod")
_PHRASES = frozenset(("obl", "nmod"))
_CLAUSES = frozenset(("that", "whether", "to"))
_ACTING = frozenset(("stance", "refuse", "vow"))
_QUESTIONS = words("predicate.question_words")
_NOBODY = frozenset(("i", "we", "you", "it", "this", "that"))
_LINKS = frozenset(("cop", "aux", "advmod"))
_MAKING = frozenset(("make", "get", "keep", "leave"))
_TOLD = frozenset(("clear", "plain"))
_MAX_CHAIN = 3


def find_by_adjective(
    reading: Reading, first: int, last: int, *, used: set[int]
) -> list[Attribution]:
    """Find the adjectives of the sentence ``[first, last)`` that report what somebody thinks.

    ``used`` are the cues and contents already found.
    """
    syntax = reading.syntax
    found: list[Attribution] = []
    for at in range(first, last):
        frames = find_adjective(syntax.words[at])
        if (
            frames is None
            or at in used
            or syntax.tokens[at].upos not in ("ADJ", "VERB")
            or reading.quoted.speech_at(at) >= 0
        ):
            continue
        told = _read(reading, at, frames)
        if told is not None and used.isdisjoint(told.content if told.topic else told.cue):
            found.append(told)
    return found


def _read(reading: Reading, at: int, frames: dict[str, VerbClass]) -> Attribution | None:
    syntax = reading.syntax
    frame, content = _content(syntax, at, frames)
    subject = _subject(syntax, at)
    if not content or subject is None or syntax.words[subject] in _NOBODY:
        return None
    if not can_speak(reading.names, subject):
        return None
    cue = _cue(syntax, at)
    source = [
        place
        for place in noun_phrase(syntax, subject, without={at})
        if place not in cue and place not in content
    ]
    if not source:
        return None
    return Attribution(
        cue=cue,
        source=source,
        content=content,
        verb_class=frames[frame],
        topic=frame not in _CLAUSES,
        phrase=frame not in _CLAUSES,
    )


def _content(syntax: Syntax, at: int, frames: dict[str, VerbClass]) -> tuple[str, list[int]]:
    """Give the clause or phrase behind the adjective."""
    for child in syntax.dependents(at, *_COMPLEMENTS):
        places = [place for place in syntax.subtree(child) if place > at]
        mark, frame = _frame(syntax, child, places)
        if child < at or frame not in frames:
            continue
        acts = frame == "to" and frames["to"] in _ACTING
        clause = syntax.relations[child] not in _PHRASES
        if frame == "to" and clause != acts:
            continue
        kept = syntax.trim(place for place in places if place > mark)
        if kept:
            return frame, kept
    return "", []


def _frame(syntax: Syntax, child: int, places: list[int]) -> tuple[int, str]:
    """Give where the word is that brings a complement and is no part of it, and the frame."""
    before = places[0] - 1 if places else child
    clause = syntax.relations[child] not in _PHRASES
    if clause and places and syntax.words[places[0]] in _QUESTIONS:
        return before, "whether"
    for mark in syntax.dependents(child, "mark", "case"):
        frame = syntax.words[mark]
        if frame != "to" or not clause:
            return mark, frame
        return before, frame
    return before, "that" if syntax.relations[child] == "ccomp" else ""


def _subject(syntax: Syntax, at: int) -> int | None:
    """Give who is so: the subject, or the noun that a participle describes."""
    for _ in range(_MAX_CHAIN):
        subjects = syntax.dependents(at, "nsubj", "nsubj:pass")
        if subjects:
            return subjects[-1] if subjects[-1] < at else None
        relation, head = syntax.tokens[at].relation, syntax.tokens[at].head
        if relation in ("acl", "amod") and head < at:
            return head
        made = syntax.tokens[head].lemma in _MAKING and syntax.words[at] not in _TOLD
        if syntax.relations[at] not in ("conj", "xcomp") or made:
            return None
        at = head
    return None


def _cue(syntax: Syntax, at: int) -> list[int]:
    """Give the adjective with its copula and adverbs, or with ``made``."""
    head = syntax.tokens[at].head
    if syntax.relations[at] == "xcomp" and syntax.tokens[head].lemma in _MAKING and head < at:
        return list(range(head, at + 1))
    first = at
    while (
        first > syntax.sentence(at).first
        and syntax.relations[first - 1] in _LINKS
        and syntax.tokens[first - 1].head in (at, head)
    ):
        first -= 1
    return list(range(first, at + 1))
