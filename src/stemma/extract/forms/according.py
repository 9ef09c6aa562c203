"""``according to NP``, before, inside and after what is said; and layers inside such an NP."""

from collections.abc import Iterator

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import words
from stemma.extract.reading import Reading
from stemma.extract.text import Quoted, Syntax, noun_phrase

_RELAYS = words("according.relays")
_NOT_SPEAKERS = words("according.not_speakers")
_ADVERBS = frozenset(("however", "though", "meanwhile", "still", "instead", "also", "moreover"))
_MIN_LEAD = 2
_NEAR = 2


def find_according(reading: Reading, first: int, last: int) -> list[Attribution]:
    """Find the attributions by ``according to`` in the sentence ``[first, last)``."""
    syntax, quoted = reading.syntax, reading.quoted
    found: list[Attribution] = []
    for at, to in _cues(syntax, first, last):
        if quoted.speech_at(at) >= 0:
            continue
        speaker = _speaker(syntax, quoted, to + 1, last)
        if not speaker or syntax.words[speaker[-1]] in _NOT_SPEAKERS:
            continue
        content = _content(syntax, first, last, at, speaker[-1] + 1)
        if not content:
            continue
        if _is_lead(syntax, first, at) and syntax.words[min(speaker[-1] + 1, last - 1)] != ",":
            comma = next((place for place in speaker if syntax.words[place] == ","), None)
            if comma is not None:
                speaker = syntax.trim(place for place in speaker if place < comma)
                content = _content(syntax, first, last, at, comma)
        elif not _is_lead(syntax, first, at):
            speaker = _with_participle(syntax, speaker, last)
            content = [place for place in content if place not in speaker]
        content = _with_quotation(syntax, quoted, content)
        source, via = split_relay(syntax, speaker)
        found.append(
            Attribution(cue=[at, to], source=source, content=content, verb_class="say", via=via)
        )
    return found


def _with_quotation(syntax: Syntax, quoted: Quoted, content: list[int]) -> list[int]:
    """Give the whole quotation; drop ``however,`` before it."""
    opening = next((at for at in content if quoted.opens_speech(at)), None)
    if (
        opening is not None
        and syntax.words[content[0]] in _ADVERBS
        and opening - content[0] <= _NEAR
    ):
        content = [at for at in content if at >= opening]
    return quoted.widen(content)


def _with_participle(syntax: Syntax, speaker: list[int], last: int) -> list[int]:
    """Add ``briefed on the plan`` to ``two people``, where the parser takes it for a clause."""
    start = speaker[-1] + 1
    if start >= last or syntax.tokens[start].xpos not in ("VBN", "VBD", "VBG", "JJ"):
        return speaker
    end = next((at for at in range(start + 1, last) if _ends_phrase(syntax, at)), last)
    return [*speaker, *range(start, end)]


def _ends_phrase(syntax: Syntax, at: int) -> bool:
    return syntax.is_mark(at) or syntax.is_finite(at)


def split_relay(syntax: Syntax, speaker: list[int]) -> tuple[list[int], list[list[int]]]:
    """Split ``a source cited by the agency`` into the source and the layer behind it."""
    for place, at in enumerate(speaker[:-1]):
        if (
            place
            and syntax.words[at] in _RELAYS
            and syntax.words[speaker[place + 1]]
            in (
                "by",
                "in",
            )
        ):
            return syntax.trim(speaker[:place]), [syntax.trim(speaker[place + 2 :])]
    return speaker, []


def _cues(syntax: Syntax, first: int, last: int) -> Iterator[tuple[int, int]]:
    for at in range(first, last - 2):
        if syntax.words[at] == "according" and syntax.words[at + 1] == "to":
            yield at, at + 1


def _speaker(syntax: Syntax, quoted: Quoted, start: int, last: int) -> list[int]:
    """Give the noun phrase that starts at ``start``."""
    if start >= last:
        return []
    head = start
    for above in (start, *syntax.ancestors(start)):
        block = syntax.subtree(above)
        if above < start or above >= last or min(at for at in block if at >= start) < start:
            break
        if syntax.tokens[above].upos in ("VERB", "AUX") and above != start:
            break
        head = above
    phrase = [at for at in noun_phrase(syntax, head, without=set()) if at >= start]
    end = phrase[-1] + 1 if phrase and phrase[0] <= start + 1 else _comma(syntax, start, last)
    finite = next(
        (
            at
            for at in range(start, end)
            if syntax.words[at] == "," and _clause_follows(syntax, at, end)
        ),
        end,
    )
    cut = next((at for at in range(start, finite) if quoted.opens_speech(at)), finite)
    return syntax.trim(range(start, cut))


def _clause_follows(syntax: Syntax, comma: int, end: int) -> bool:
    """Tell whether a main clause stands after the comma: no apposition or relative clause."""
    if comma + 1 >= end or syntax.words[comma + 1] in ("who", "which", "whose", "whom", "and"):
        return False
    return any(syntax.is_finite(at) for at in range(comma + 1, end))


def _is_lead(syntax: Syntax, first: int, at: int) -> bool:
    """Tell whether the cue stands at the head of the sentence."""
    return sum(not syntax.is_mark(place) for place in range(first, at)) < _MIN_LEAD


def _comma(syntax: Syntax, start: int, last: int) -> int:
    return next((at for at in range(start + 1, last) if syntax.is_mark(at)), last)


def _content(syntax: Syntax, first: int, last: int, at: int, after: int) -> list[int]:
    """Give what is said: the sentence without the cue and the speaker."""
    lead = [place for place in range(first, at) if not syntax.is_mark(place)]
    right = [place for place in range(after, last) if not syntax.is_mark(place)]
    goes_on = any(syntax.is_finite(place) for place in right)
    if len(lead) < _MIN_LEAD:
        return syntax.trim(range(after, last)) if goes_on else []
    left = range(first, at)
    if goes_on and after < last and syntax.is_mark(after):
        if not any(syntax.is_finite(place) for place in lead):
            return syntax.trim(left) + syntax.trim(range(after, last))
        if syntax.words[min(after + 1, last - 1)] in ("and", "but", "while", "who", "which"):
            return syntax.trim(left)
        return syntax.trim(left) + syntax.trim(range(after, last))
    return syntax.trim(left)
