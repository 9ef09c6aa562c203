"""``NP was quoted by Z as saying X``, and ``Z quoted NP as saying X``."""

from stemma.extract.attribution import Attribution
from stemma.extract.forms.bounds import Bounds
from stemma.extract.reading import Reading
from stemma.extract.text import Syntax, find_subject, noun_phrase

_RELAYS = frozenset(("quoted", "cited", "quotes", "cites", "quoting", "citing", "reported"))
_SAYING = frozenset(("saying", "telling", "stating", "adding", "warning", "writing"))
_BE = frozenset(("is", "are", "was", "were", "been", "being"))
_REACH = 14


def find_quoted_as(reading: Reading, first: int, last: int) -> list[Attribution]:
    """Find the attributions of the sentence ``[first, last)`` that one medium takes from others."""
    pairs = find_relays(reading, first, last)
    found = [_read(reading, first, last, relay, saying) for relay, saying in pairs]
    return [told for told in found if told is not None]


def find_relays(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """Give the places of ``quoted`` and ``saying`` in ``quoted … as saying``."""
    syntax = reading.syntax
    found: list[tuple[int, int]] = []
    for saying in range(first + 2, last):
        if syntax.words[saying] not in _SAYING or syntax.words[saying - 1] != "as":
            continue
        window = range(saying - 2, max(first, saying - _REACH) - 1, -1)
        relay = next((at for at in window if syntax.words[at] in _RELAYS), None)
        if relay is not None and reading.quoted.speech_at(saying) < 0:
            found.append((relay, saying))
    return found


def _read(reading: Reading, first: int, last: int, relay: int, saying: int) -> Attribution | None:
    syntax = reading.syntax
    passive = any(syntax.words[at] in _BE for at in range(max(first, relay - 2), relay))
    if passive:
        start, source = _patient(reading, first, last, relay)
        by = next((at for at in range(relay + 1, saying) if syntax.words[at] == "by"), None)
        via = syntax.trim(range(by + 1, saying - 1)) if by is not None else []
    else:
        start = relay
        source = syntax.trim(range(relay + 1, saying - 1))
        subject = find_subject(syntax, relay)
        via = noun_phrase(syntax, subject, without={relay}) if subject is not None else []
    content = _content(reading, first, last, start, saying)
    if not source or not content:
        return None
    via = [at for at in via if at not in source and at not in content]
    return Attribution(
        cue=[relay, saying - 1, saying] if relay == saying - 2 else [saying - 1, saying],
        source=source,
        content=content,
        verb_class="say",
        via=[via] if via else [],
    )


def _patient(reading: Reading, first: int, last: int, relay: int) -> tuple[int, list[int]]:
    """Give where the phrase before ``was quoted`` starts, and its tokens."""
    bounds = Bounds(reading, first, last, relay)
    start = bounds.speaker_start()
    if start is None:
        start = first
    return start, reading.syntax.trim(range(start, bounds.cue[0]))


def _content(reading: Reading, first: int, last: int, start: int, saying: int) -> list[int]:
    """Give what stands behind ``saying``, or else before the speaker."""
    syntax, quoted = reading.syntax, reading.quoted
    behind = list(range(saying + 1, last))
    if behind and syntax.words[behind[0]] == "that":
        behind.pop(0)
    if _has_words(syntax, behind) and any(syntax.is_finite(at) for at in behind):
        return quoted.widen(syntax.trim(behind))
    before = syntax.trim(range(first, max(first, start - 1)))
    return quoted.widen(before) if _has_words(syntax, before) else []


def _has_words(syntax: Syntax, places: list[int]) -> bool:
    return any(not syntax.is_mark(at) for at in places)
