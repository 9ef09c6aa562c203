"""Where a content ends: clauses that run on are added, severed words dropped."""

from collections.abc import Collection

from stemma.extract.lexicon import words
from stemma.extract.text import Syntax

_CONJUNCTIONS = words("ends.conjunctions")
_SEVERED = frozenset(("case", "mark", "cc", "det"))
_MIN_WORDS = 4


def absorb_rests(syntax: Syntax, content: list[int], taken: Collection[int]) -> list[int]:
    """Add to a content the clause that runs on from it without a mark or conjunction.

    Parsers lose relative clauses at the end of an object: ``the money the town had paid``.
    """
    first = content[-1] + 1
    sentence = syntax.sentence(content[-1])
    last = first
    while (
        last < sentence.last
        and last not in taken
        and not syntax.is_mark(last)
        and syntax.words[last] not in _CONJUNCTIONS
    ):
        last += 1
    run = range(first, last)
    if len(run) < _MIN_WORDS or not any(syntax.tells(at) for at in run):
        return content
    return [*content, *run]


def drop_severed(syntax: Syntax, content: list[int]) -> list[int]:
    """Drop ``and``, ``the`` or ``to`` at the end of a content, severed from what it belongs to."""
    kept = list(content)
    while len(kept) > 1 and _is_severed(syntax, kept[-1]):
        kept = syntax.trim(kept[:-1]) or kept[:1]
    return kept


def _is_severed(syntax: Syntax, at: int) -> bool:
    head = syntax.tokens[at].head
    inside = at + 1 < syntax.sentence(at).last and not syntax.is_mark(at + 1)
    return head > at and inside and syntax.relations[at] in _SEVERED
