"""What is told of the people that a figure counts: killed, hurt, trapped, held."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from stemma.model import Annotated, Figure, Token
from stemma.tables import read_lines

_CLIMBS = 4
_FAR = 15
"""Tokens before a verb among which its subject is looked for."""

_PHRASES = (
    ("badly hurt", re.compile(r"\b(?:critical|life-threatening|serious|severe)(?:ly)?\b")),
    ("slightly hurt", re.compile(r"\b(?:light|minor|slight)(?:ly)?\b")),
    ("treated", re.compile(r"\bhospitals?\b")),
    ("dead", re.compile(r"\b(?:lost|lose|losing) (?:their|his|her) li(?:fe|ves)\b")),
    ("missing", re.compile(r"\b(?:could|can|were|was) not (?:be|been|yet) (?:found|traced)\b")),
    ("held", re.compile(r"\b(?:behind bars|(?:in|to) (?:jail|prison)|jail(?:ed)?)\b")),
    (
        "displaced",
        re.compile(
            r"\b(?:from|out of|leave|left|leaving|fled|flee|fleeing|abandon(?:ed|ing)?) "
            r"(?:their|his|her) homes?\b"
        ),
    ),
)
_CHANGES = frozenset(
    ["be", "climb", "fall", "grow", "increase", "jump", "pass", "reach", "rise", "stand"]
)
_DOWN = frozenset({"amod", "acl", "compound", "nsubj", "conj"})


def fate(figure: Figure, annotated: Annotated) -> str | None:
    """Tell what becomes of what a figure counts; None where the table knows no word for it.

    The scope of the figure comes first, then its words, then those that depend on them ("dead",
    "injured"), then those that they depend on, up to the verb.
    """
    for word in (figure.scope or "").casefold().split():
        if word in _fates():
            return _fates()[word]
    tokens = annotated.tokens
    first = bisect_left(tokens, figure.span.start, key=lambda token: token.start)
    last = bisect_left(tokens, figure.span.end, key=lambda token: token.start)
    if first == last:
        return None
    head = next((at for at in range(first, last) if not first <= tokens[at].head < last), first)
    below = [
        at
        for at in range(last, min(last + _CLIMBS, len(tokens)))
        if tokens[at].head == head and tokens[at].relation in _DOWN
    ]
    nearby = [*range(first, last), *below, *_above(tokens, head)]
    found = (_fates().get(tokens[at].lemma.casefold()) for at in nearby)
    return next((name for name in found if name is not None), None)


def fate_told(clause: str) -> str | None:
    """Read a fate off the words of a clause: "lost their lives", "driven from their homes"."""
    return next((name for name, pattern in _PHRASES if pattern.search(clause)), None)


def fate_of_subject(figure: Figure, annotated: Annotated) -> str | None:
    """Read the fate off the subject of a verb of change: "the number of dead rose to seven"."""
    tokens = annotated.tokens
    first = bisect_left(tokens, figure.span.start, key=lambda token: token.start)
    last = bisect_left(tokens, figure.span.end, key=lambda token: token.start)
    if first == last or figure.unit is not None:
        return None
    head = next((at for at in range(first, last) if not first <= tokens[at].head < last), first)
    verb = tokens[head].head
    if tokens[verb].lemma.casefold() not in _CHANGES:
        return None
    subjects = [
        at
        for at in range(max(0, verb - _FAR), verb)
        if tokens[at].head == verb and tokens[at].relation in {"nsubj", "nsubj:pass"}
    ]
    near = [
        *subjects,
        *(at for at in range(max(0, verb - _FAR), verb) if tokens[at].head in subjects),
    ]
    found = (_fates().get(tokens[at].lemma.casefold()) for at in near)
    return next((name for name in found if name is not None), None)


def governor(figure: Figure, annotated: Annotated) -> str | None:
    """Give the lemma of the noun or verb that a figure depends on: "altitude", "fly"."""
    tokens = annotated.tokens
    first = bisect_left(tokens, figure.span.start, key=lambda token: token.start)
    last = bisect_left(tokens, figure.span.end, key=lambda token: token.start)
    head = next((at for at in range(first, last) if not first <= tokens[at].head < last), first)
    return next(
        (
            tokens[at].lemma.casefold()
            for at in (_above(tokens, head) if first < last else ())
            if tokens[at].upos in {"NOUN", "VERB"}
        ),
        None,
    )


def _above(tokens: Sequence[Token], at: int) -> Iterator[int]:
    for _ in range(_CLIMBS):
        if tokens[at].upos == "VERB" or tokens[at].head == at:
            return
        at = tokens[at].head
        yield at


@cache
def _fates() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in read_lines("stemma.align", "fates.tsv"):
        name, lemmas = line.split("\t")
        table |= dict.fromkeys(lemmas.split(), name)
    return table
