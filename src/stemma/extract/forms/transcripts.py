"""Transcripts: paragraphs that begin with the speaker and a colon."""

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import words
from stemma.extract.sources import Persons, is_outlet
from stemma.extract.text import Syntax

_CAPTIONS = words("headlines.captions") | frozenset(("source", "sources", "photo", "image"))
_MAX_SPEAKER = 4
_MIN_WORDS = 3


def find_in_transcript(syntax: Syntax, persons: Persons) -> list[Attribution]:
    """Find ``SMITH: X`` and ``Jane Smith: X`` at the head of body paragraphs.

    One such paragraph can be a caption or a place; the speaker is taken for one where a person
    of the report bears the name, or where two paragraphs begin so.
    """
    found: list[Attribution] = []
    known = {word.lower() for person in persons.all for word in person.name.split()}
    heads: dict[str, int] = {}
    for first, colon, last in _paragraphs(syntax):
        speaker = list(range(first, colon))
        name = syntax.text(speaker).lower()
        heads[name] = heads.get(name, 0) + 1
        found.append(
            Attribution(
                cue=[colon],
                source=speaker,
                content=syntax.trim(range(colon + 1, last)),
                verb_class="say",
            )
        )
    return [
        one
        for one in found
        if len(one.content) >= _MIN_WORDS
        and _CAPTIONS.isdisjoint(syntax.words[at] for at in one.source)
        and not is_outlet(syntax.text(one.source), persons.media)
        and (syntax.words[one.source[-1]] in known or heads[syntax.text(one.source).lower()] > 1)
    ]


def _paragraphs(syntax: Syntax) -> list[tuple[int, int, int]]:
    """Give the first token, the colon and the end of paragraphs with a capital head."""
    parts = syntax.annotated.report.parts
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in syntax.annotated.sentences:
        if parts[sentence.part].kind == "body":
            first, _ = bounds.get(sentence.part, (sentence.first, 0))
            bounds[sentence.part] = (first, sentence.last)
    found: list[tuple[int, int, int]] = []
    for first, last in bounds.values():
        end = min(first + _MAX_SPEAKER + 1, last)
        colon = next((at for at in range(first + 1, end) if syntax.words[at] == ":"), None)
        if colon is not None and all(
            syntax.tokens[at].text[:1].isupper() for at in range(first, colon)
        ):
            found.append((first, colon, last))
    return found
