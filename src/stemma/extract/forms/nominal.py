"""Speech told by nouns: ``the claim that X``, ``her comments about X``, ``criticism of X``."""

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import VerbClass, find_noun, words
from stemma.extract.reading import Reading
from stemma.extract.sources import can_speak, is_person
from stemma.extract.text import Syntax, find_subject, noun_phrase

_LIGHT = words("nominal.light_verbs")
_CLAUSES = frozenset(("that", "to"))
_OWNERS = frozenset(("his", "her", "their"))
_SPEAKERS = frozenset(("by", "from", "among"))


def find_by_noun(reading: Reading, first: int, last: int, *, used: set[int]) -> list[Attribution]:
    """Find the nouns of the sentence ``[first, last)`` that report what somebody says.

    ``used`` are the cues and contents already found. A noun without a speaker counts only with
    a ``that`` clause.
    """
    syntax = reading.syntax
    found: list[Attribution] = []
    for at in range(first, last):
        entry = find_noun(syntax.words[at])
        if (
            entry is None
            or at in used
            or syntax.tokens[at].upos != "NOUN"
            or reading.quoted.speech_at(at) >= 0
        ):
            continue
        verb_class, frames = entry
        frame, content = _content(syntax, at, frames, verb_class)
        source = _source(reading, at, people="person" in frames)
        source = [place for place in source if place not in content]
        if content and (source or (frame == "that" and verb_class == "claim")):
            found.append(
                Attribution(
                    cue=[at],
                    source=source,
                    content=content,
                    verb_class=verb_class,
                    nominal=True,
                    topic=frame not in _CLAUSES,
                )
            )
    return found


def _content(
    syntax: Syntax, at: int, frames: frozenset[str], verb_class: VerbClass
) -> tuple[str, list[int]]:
    """Give the clause or phrase behind the noun."""
    for child in syntax.dependents(at, "acl", "ccomp", "nmod", "advcl"):
        if child < at:
            continue
        marks = syntax.dependents(child, "mark", "case")
        for mark in marks:
            frame = syntax.words[mark]
            clause = syntax.relations[child] != "nmod"
            if frame not in frames or (clause and frame not in _CLAUSES):
                continue
            if frame == "to" and clause == (verb_class == "attitude"):
                continue
            behind = mark if frame != "to" or not clause else mark - 1
            places = [place for place in syntax.subtree(child) if place > behind]
            return frame, syntax.trim(places)
    return "", []


def _source(reading: Reading, at: int, *, people: bool) -> list[int]:
    """Give whose words they are: ``her``, ``by NP``, or the subject of ``made the claim``."""
    syntax = reading.syntax
    for child in syntax.dependents(at, "nmod:poss"):
        phrase = noun_phrase(syntax, child, without=set())
        if people and not (is_person(reading.names, child) or syntax.words[child] in _OWNERS):
            return []
        if can_speak(reading.names, child) or syntax.words[child] in _OWNERS:
            return [place for place in phrase if syntax.words[place] not in ("'s", "'")]
    for child in syntax.dependents(at, "nmod"):
        marks = {syntax.words[mark] for mark in syntax.dependents(child, "case")}
        if marks & _SPEAKERS and can_speak(reading.names, child):
            return noun_phrase(syntax, child, without=set())
    head = syntax.tokens[at].head
    if syntax.relations[at] in ("obj", "obl") and syntax.tokens[head].lemma in _LIGHT:
        subject = find_subject(syntax, head)
        if subject is not None and can_speak(reading.names, subject):
            return noun_phrase(syntax, subject, without={head})
    return []
