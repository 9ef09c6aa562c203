"""What a survey or a view tells of the whole sentence: ``In the survey, X``, ``In her view, X``."""

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import VerbClass, words
from stemma.extract.reading import Reading
from stemma.extract.sources import can_speak
from stemma.extract.text import Syntax, noun_phrase

_SURVEYS = words("cited.surveys")
_VIEWS = words("cited.views")
_OWNERS = frozenset(("his", "her", "their"))
_LEAD = 2


def find_cited(reading: Reading, first: int, last: int, *, used: set[int]) -> list[Attribution]:
    """Find the attributions by ``In the survey,`` in the sentence ``[first, last)``.

    ``used`` are the cues and contents already found: where somebody in the survey speaks, the
    sentence is theirs.
    """
    syntax = reading.syntax
    for at in range(first, min(first + _LEAD, last)):
        if syntax.words[at] != "in" or syntax.relations[at] != "case":
            continue
        noun = syntax.tokens[at].head
        phrase = noun_phrase(syntax, noun, without=set())
        comma = _end(syntax, phrase[-1] + 1, last)
        if noun < at or comma >= last or syntax.words[comma] != ",":
            return []
        cited = _read(reading, at, noun, phrase)
        content = syntax.trim(range(comma + 1, last))
        if cited is None or not used.isdisjoint(content):
            return []
        if not any(syntax.is_finite(place) for place in content):
            return []
        cue, source, verb_class = cited
        return [Attribution(cue=cue, source=source, content=content, verb_class=verb_class)]
    return []


def _end(syntax: Syntax, comma: int, last: int) -> int:
    """Give the comma behind the phrase, and behind a participle: ``, conducted in May,``."""
    if comma + 1 < last and syntax.tokens[comma + 1].xpos in ("VBN", "VBD", "VBG"):
        return next((at for at in range(comma + 1, last) if syntax.words[at] == ","), last)
    return comma


def _read(
    reading: Reading, at: int, noun: int, phrase: list[int]
) -> tuple[list[int], list[int], VerbClass] | None:
    """Give the cue, the source and the class."""
    syntax = reading.syntax
    if syntax.words[noun] in _SURVEYS:
        return [at], phrase, "show"
    if syntax.words[noun] not in _VIEWS:
        return None
    for owner in syntax.dependents(noun, "nmod:poss"):
        if syntax.words[owner] in _OWNERS or can_speak(reading.names, owner):
            source = noun_phrase(syntax, owner, without=set())
            source = [place for place in source if syntax.words[place] not in ("'s", "'")]
            return [at, noun], source, "think"
    return None
