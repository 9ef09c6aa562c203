"""What the report says in its own voice: all news that nobody else is made to say."""

from collections.abc import Collection

from stemma.extract.syntax import Syntax
from stemma.extract.words import words
from stemma.model import Sentence

_SPOKEN_PARTS = frozenset(("headline", "standfirst", "body"))
_JOINTS = frozenset(("and", "but", "or", "while", "although", "though", "that", "which"))
_MIN_WORDS = 4
_TIMES = words("own_voice.times")


def find_own_voice(
    syntax: Syntax, taken: Collection[int], attributed: Collection[int]
) -> list[list[int]]:
    """Give the contents (token indices) of the report's own statements, in text order.

    ``taken`` are the tokens of contents, cues and sources, ``attributed`` the numbers of the
    sentences that hold any. A sentence without is one statement; of the others the rests that
    tell news of their own: a clause of at least four words.
    """
    found: list[list[int]] = []
    for number, sentence in enumerate(syntax.annotated.sentences):
        if syntax.annotated.report.parts[sentence.part].kind not in _SPOKEN_PARTS:
            continue
        if number not in attributed:
            whole = syntax.trim(range(sentence.first, sentence.last))
            if any(not syntax.is_mark(at) for at in whole):
                found.append(whole)
            continue
        found += _rests(syntax, sentence, taken)
    return found


def _rests(syntax: Syntax, sentence: Sentence, taken: Collection[int]) -> list[list[int]]:
    """Give the runs of a sentence that stand outside every attribution and tell something."""
    free = [at for at in range(sentence.first, sentence.last) if at not in taken]
    found: list[list[int]] = []
    for first, last in syntax.runs(free):
        run = syntax.trim(range(first, last))
        while run and syntax.words[run[0]] in _JOINTS:
            run = syntax.trim(run[1:])
        while run and syntax.words[run[-1]] in _JOINTS:
            run = syntax.trim(run[:-1])
        words = [at for at in run if not syntax.is_mark(at) and syntax.words[at] not in _TIMES]
        if len(words) >= _MIN_WORDS and any(
            syntax.tokens[at].upos in ("VERB", "AUX") for at in words
        ):
            found.append(run)
    return found
