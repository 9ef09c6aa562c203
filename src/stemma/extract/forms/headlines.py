"""Headline forms: ``X: Y``, ``Y: X`` and ``Y, claim X``, where X is who says Y."""

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import find_verb, speaker_kind, words
from stemma.extract.reading import Reading
from stemma.extract.sources import Names, is_outlet
from stemma.extract.text import Syntax
from stemma.model import Sentence

_MAX_SPEAKER = 5
_MIN_CONTENT = 3
_DASHES = frozenset(("–", "—", "-", "--"))
_CAPTIONS = words("headlines.captions")


def find_in_headline(reading: Reading, first: int, last: int) -> list[Attribution]:
    """Find who says a headline ``[first, last)`` (token indices), if a mark or its end tells."""
    syntax, quoted, names = reading.syntax, reading.quoted, reading.names
    at_end = _at_end(reading, first, last)
    if at_end is not None:
        return [at_end]
    for at in range(first + 1, last - 1):
        word = syntax.words[at]
        if quoted.of[at] >= 0 or (word != ":" and word not in _DASHES):
            continue
        before, after = list(range(first, at)), list(range(at + 1, last))
        if word == ":" and _speaks(names, before) and len(after) >= _MIN_CONTENT:
            return [_attribution(at, before, syntax.trim(after))]
        if word in _DASHES and is_outlet(syntax.text(syntax.trim(after)), names.media):
            continue
        acronym = word in _DASHES and syntax.tokens[last - 1].text.isupper()
        if not acronym and _speaks(names, after) and _is_clause(syntax, before):
            return [_attribution(at, after, syntax.trim(before))]
    return []


def _at_end(reading: Reading, first: int, last: int) -> Attribution | None:
    """Read ``X, claim passengers``, whose verb taggers take for a noun."""
    syntax = reading.syntax
    for at in range(max(first, last - _MAX_SPEAKER - 2), last - 2):
        verb = find_verb(syntax.words, at + 1)
        if syntax.words[at] != "," or verb is None or "quote" not in verb.frames:
            continue
        source, before = list(range(at + 2, last)), list(range(first, at))
        present = syntax.words[at + 1] in (verb.lemma, verb.lemma + "s")
        if present and _speaks(reading.names, source) and _is_clause(syntax, before):
            return Attribution(
                cue=[at + 1],
                source=source,
                content=syntax.trim(before),
                verb_class=verb.verb_class,
            )
    return None


def headline_ranges(syntax: Syntax) -> list[tuple[int, int]]:
    """Give the token ranges of the headline parts: a headline may hold several sentences."""
    found: dict[int, tuple[int, int]] = {}
    for sentence in syntax.annotated.sentences:
        if _is_headline(syntax, sentence):
            first, _ = found.get(sentence.part, (sentence.first, 0))
            found[sentence.part] = (first, sentence.last)
    return [found[part] for part in sorted(found)]


def _is_headline(syntax: Syntax, sentence: Sentence) -> bool:
    return syntax.annotated.report.parts[sentence.part].kind == "headline"


def _attribution(at: int, source: list[int], content: list[int]) -> Attribution:
    return Attribution(cue=[at], source=source, content=content, verb_class="say")


def _is_clause(syntax: Syntax, places: list[int]) -> bool:
    words = [at for at in places if not syntax.is_mark(at)]
    return len(words) >= _MIN_CONTENT and any(
        syntax.tokens[at].upos in ("VERB", "AUX") for at in words
    )


def _speaks(names: Names, places: list[int]) -> bool:
    """Tell whether a phrase beside the colon can be a speaker and no topic or caption."""
    syntax = names.syntax
    words = [at for at in places if not syntax.is_mark(at)]
    if not words or len(words) > _MAX_SPEAKER or words[0] != places[0]:
        return False
    if any(syntax.tokens[at].upos in ("VERB", "AUX") for at in words):
        return False
    if any(syntax.words[at] in _CAPTIONS for at in words):
        return False
    if is_outlet(syntax.text(words), names.media):
        return True
    head = names.head(words)
    name = names.at.get(head)
    if name is not None and name.kind == "person":
        return True
    text = syntax.tokens[head].text
    acronym = name is not None and text.isupper() and len(text) > 1
    return acronym or speaker_kind(syntax.words[head]) is not None
