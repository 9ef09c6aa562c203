"""Content without its subject: ``a man who police said was armed``, ``what she says was luck``."""

from collections.abc import Iterable

from stemma.extract.attribution import Attribution
from stemma.extract.text import Quoted, Syntax, noun_phrase

_PRONOUNS = frozenset(("who", "which", "that"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_QUESTIONS = frozenset(("what", "how", "where", "when", "whom"))
_REACH = 3


def complete_relatives(
    syntax: Syntax, quoted: Quoted, attributions: Iterable[Attribution]
) -> list[Attribution]:
    """Put the noun before what is said of it: "a man … was armed".

    Where "what" stands for it there is no noun, and the report tells the whole sentence itself.
    """
    found: list[Attribution] = []
    for one in attributions:
        one.content = _from_cue(syntax, quoted, one)
        place = _relative(syntax, quoted, one)
        if place is None:
            found.append(one)
        elif syntax.words[place] in _PRONOUNS:
            noun = _noun_before(syntax, place)
            if noun is not None:
                phrase = noun_phrase(syntax, noun, without={one.cue[-1]})
                one.embedded = True
                said = _to_participle(syntax, one.content)
                one.content = sorted({*(at for at in phrase if at < place), *said})
            found.append(one)
    return found


def _to_participle(syntax: Syntax, content: list[int]) -> list[int]:
    """Leave off ``, obstructing …`` behind a relative clause: it goes on with the report's list."""
    for number, at in enumerate(content[1:], start=1):
        if syntax.tokens[at].xpos == "VBG" and syntax.words[at - 1] == ",":
            return syntax.trim(content[:number])
    return content


def _from_cue(syntax: Syntax, quoted: Quoted, attribution: Attribution) -> list[int]:
    """Add what the parser cuts off: ``admitted the files … had gone``, ``explained what to do``."""
    content = attribution.content
    if not attribution.cue or attribution.negated or quoted.speech_at(content[0]) >= 0:
        return content
    gap = list(range(attribution.cue[-1] + 1, content[0]))
    if len(gap) == 1 and syntax.words[gap[0]] in _QUESTIONS and syntax.words[content[0]] == "to":
        return [*gap, *content]
    subject = any(syntax.tokens[at].upos in _NOUNS for at in gap)
    taken = any(at in attribution.source for at in gap)
    objects = syntax.dependents(attribution.cue[-1], "obj")
    if subject and not taken and syntax.is_finite(content[0]) and {*objects} & {*gap}:
        return [*gap, *content]
    return content


def _relative(syntax: Syntax, quoted: Quoted, attribution: Attribution) -> int | None:
    """Give the pronoun right before the speaker, if the content is a predicate alone."""
    if not attribution.cue or not attribution.source or attribution.negated:
        return None
    first = attribution.content[0]
    begins = min(attribution.source[0], attribution.cue[0])
    before = begins - 1
    if first < begins or not syntax.is_finite(first) or quoted.speech_at(first) >= 0:
        return None
    if before < syntax.sentence(begins).first or syntax.words[before] not in _PRONOUNS | {"what"}:
        return None
    return before


def _noun_before(syntax: Syntax, place: int) -> int | None:
    first = syntax.sentence(place).first
    near = range(place - 1, max(first, place - _REACH) - 1, -1)
    noun = next((at for at in near if syntax.tokens[at].upos in _NOUNS), None)
    while noun is not None and syntax.relations[noun] in ("flat", "compound"):
        noun = syntax.tokens[noun].head
    return noun
