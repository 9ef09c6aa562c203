"""Statements printed without quotation marks, in the paragraph after ``NP said:``."""

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import find_verb
from stemma.extract.reading import Reading
from stemma.extract.text import Syntax, cue_tokens, find_subject, noun_phrase

_MOST = 40
_NEAR = 4
_OWN_WORDS = frozenset(("we", "our", "us", "i", "my"))


def find_announced(reading: Reading) -> list[Attribution]:
    """Find the paragraphs that a verb of saying and a colon announce.

    The verb stands right before the colon, or the paragraph speaks of "we" or "I".
    """
    syntax = reading.syntax
    sentences = syntax.annotated.sentences
    parts = syntax.annotated.report.parts
    found: list[Attribution] = []
    for number, sentence in enumerate(sentences[:-1]):
        following = sentences[number + 1]
        if (
            syntax.words[sentence.last - 1] != ":"
            or following.part != sentence.part + 1
            or parts[following.part].kind != "body"
            or reading.quoted.of[following.first] >= 0
        ):
            continue
        inside = [
            one for one in sentences[number + 1 : number + _MOST] if one.part == following.part
        ]
        content = syntax.trim(range(following.first, inside[-1].last))
        told = _announcement(syntax, sentence.first, sentence.last, content)
        if told is None:
            continue
        own = not _OWN_WORDS.isdisjoint(syntax.words[at] for at in content)
        near = sentence.last - told.cue[-1] <= _NEAR
        if own or (near and not syntax.is_mark(following.first)):
            found.append(told)
    return found


def _announcement(syntax: Syntax, first: int, last: int, content: list[int]) -> Attribution | None:
    """Give who announces: the subject of the last verb of saying before the colon."""
    for at in range(last - 1, first - 1, -1):
        verb = find_verb(syntax.words, at)
        if verb is None or verb.verb_class != "say" or syntax.tokens[at].upos != "VERB":
            continue
        subject = find_subject(syntax, at)
        if subject is not None:
            source = noun_phrase(syntax, subject, without={at})
            return Attribution(
                cue=cue_tokens(syntax, at), source=source, content=content, verb_class="say"
            )
    return None
