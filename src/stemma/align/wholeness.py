"""Whether a statement is a sentence that can stand alone."""

from bisect import bisect_left
from collections.abc import Sequence

from stemma.model import Statement, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl", "nsubj:outer"})
_PREDICATES = frozenset({"ADJ", "AUX", "NOUN", "NUM", "PRON", "PROPN", "VERB"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def is_whole(statement: Statement, tokens: Sequence[Token]) -> bool:
    """Tell whether the content has a predicate with a subject and a finite verb of its own.

    "Speaking outside the court" and "was bruised by her punch" are fragments; so is a caption
    ("Rescuers at the scene"). ``tokens`` are those of the report.
    """
    inside = [
        at
        for span in statement.content
        for at in range(
            bisect_left(tokens, span.start, key=_start), bisect_left(tokens, span.end, key=_start)
        )
    ]
    within = set(inside)
    tops = [at for at in inside if tokens[at].head == at or tokens[at].head not in within]
    return any(
        tokens[top].upos in _PREDICATES and _has_subject(tokens, top, inside) for top in tops
    )


def _start(token: Token) -> int:
    return token.start


def _has_subject(tokens: Sequence[Token], top: int, inside: Sequence[int]) -> bool:
    below = [at for at in inside if tokens[at].head == top]
    subject = any(tokens[at].relation in _SUBJECTS for at in below)
    return subject and any(tokens[at].xpos in _FINITE for at in [top, *below])
