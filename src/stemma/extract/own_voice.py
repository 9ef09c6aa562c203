"""What the report says in its own voice: all news that nobody else is made to say."""

from collections.abc import Collection

from stemma.extract.syntax import Syntax
from stemma.extract.words import words
from stemma.model import Sentence

_SPOKEN_PARTS = frozenset(("headline", "standfirst", "body"))
_JOINTS = frozenset(("and", "but", "or", "while", "although", "though", "that", "which"))
_RELATIVE = frozenset(("who", "which"))
_MIN_WORDS = 4
_TIMES = words("own_voice.times")


def find_own_voice(
    syntax: Syntax, taken: Collection[int], sources: Collection[int]
) -> list[list[int]]:
    """Give the contents (token indices) of the report's own statements, in text order.

    ``taken`` are the tokens of contents, cues and sources, ``sources`` those of sources alone.
    A sentence without any is one statement; of the others the rests that
    tell news of their own: a clause of at least four words.
    """
    found: list[list[int]] = []
    attributed = {syntax.sentence_of[at] for at in taken}
    for number, sentence in enumerate(syntax.annotated.sentences):
        if syntax.annotated.report.parts[sentence.part].kind not in _SPOKEN_PARTS:
            continue
        if number not in attributed:
            whole = syntax.trim(range(sentence.first, sentence.last))
            if any(not syntax.is_mark(at) for at in whole):
                found.append(whole)
            continue
        found += _rests(syntax, sentence, taken, sources)
    return found


def _with_subject(syntax: Syntax, sentence: Sentence, sources: Collection[int], first: int) -> int:
    """Give a clause its subject back, where a participle has made a speaker of it."""
    if syntax.words[first] in _RELATIVE and syntax.words[first - 1] == ",":
        first -= 1
    while first > sentence.first and (
        first - 1 in sources or syntax.relations[first - 1] in ("aux", "advmod")
    ):
        first -= 1
    return first


def _rests(
    syntax: Syntax, sentence: Sentence, taken: Collection[int], sources: Collection[int]
) -> list[list[int]]:
    """Give the runs of a sentence that stand outside every attribution and tell something."""
    free = [at for at in range(sentence.first, sentence.last) if at not in taken]
    found: list[list[int]] = []
    for start, last in syntax.runs(free):
        subject = syntax.is_finite(start) or syntax.words[start] in _RELATIVE
        first = _with_subject(syntax, sentence, sources, start) if subject else start
        run = syntax.trim(range(first, last))
        while run and syntax.words[run[0]] in _JOINTS:
            run = syntax.trim(run[1:])
        while run and syntax.words[run[-1]] in _JOINTS:
            run = syntax.trim(run[:-1])
        words = [at for at in run if not syntax.is_mark(at) and syntax.words[at] not in _TIMES]
        if len(words) >= _MIN_WORDS and any(_tells(syntax, at) for at in words):
            found.append(run)
    return found


def _tells(syntax: Syntax, at: int) -> bool:
    """Tell a verb from prepositions that look like one ("following the vote")."""
    token = syntax.tokens[at]
    if token.xpos == "VBN" and not syntax.dependents(at, "aux"):
        return False
    return token.upos in ("VERB", "AUX") and syntax.relations[at] not in ("case", "mark", "amod")
