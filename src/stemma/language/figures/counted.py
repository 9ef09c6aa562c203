"""What is counted: the noun a number belongs to, and the words that narrow it."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.language.figures.tables import nouns, singular, states
from stemma.model import Token

_REACH = 8
_NOMINAL = frozenset({"NOUN", "PROPN"})
_NUMBER_WORDS = frozenset(["hundred", "thousand", "million", "billion", "trillion", "dozen"])
_MODIFIERS = frozenset(
    {"amod", "compound", "nmod", "nmod:poss", "nmod:unmarked", "flat", "conj", "obl:npmod"}
)
_PLACE_WORDS = frozenset({"in", "at", "from", "near", "across", "inside", "outside", "around"})
_CORE_RELATIONS = frozenset(
    {"nsubj", "nsubj:pass", "obj", "nsubj:outer", "nummod", "conj", "advmod"}
)
_PERSONS = frozenset({"people", "persons", "person"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The counted noun (lower case, singular), its last token, and words that narrow it."""

    noun: str | None
    last: int
    scope: str | None
    partitive: bool = False
    """Whether "of" stands between: "one of the sources"."""


def find_counted(tokens: Sequence[Token], first: int, last: int, *, unit: str | None) -> Counted:
    """Tell what the number at tokens ``[first, last)`` counts.

    Reads the syntax (``nummod`` and the like) and falls back on the next noun where the number
    stands right before it. Money and percentages count what follows "in" or "of".
    """
    if not first < last:
        return Counted(noun=None, last=last, scope=None)
    head = _after_preposition(tokens, last) if unit else _head(tokens, last)
    state = _state(tokens, last, head)
    if head is None:
        noun = "person" if state and unit is None else None
        return Counted(noun=noun, last=last, scope=state)
    noun = _singular(tokens[head])
    partitive = tokens[last].text == "of"
    scope = _scope(tokens, last, head, state)
    return Counted(noun=noun, last=head + 1, scope=scope, partitive=partitive)


def _singular(token: Token) -> str:
    lower = token.text.lower()
    return singular(lower) if token.xpos in {"NNS", "NNPS"} or lower in _PERSONS else lower


def _head(tokens: Sequence[Token], last: int) -> int | None:
    """Find the noun that the number modifies; it stands after the number, in one phrase."""
    place = last
    if place < len(tokens) and tokens[place].text == "of":
        place += 1
    if place + 1 < len(tokens) and tokens[place].text == "-" and tokens[place + 1].upos in _NOMINAL:
        return place + 1
    best: int | None = None
    for at in range(place, min(place + _REACH, len(tokens))):
        token = tokens[at]
        if token.start > tokens[at - 1].end + 1:
            break
        if token.upos in _NOMINAL and token.text.lower() not in _NUMBER_WORDS:
            best = at
            if (
                token.head not in range(at + 1, min(at + _REACH, len(tokens)))
                or token.relation not in _MODIFIERS
            ):
                break
        elif not _may_stand_between(token):
            break
    return best


def _may_stand_between(token: Token) -> bool:
    if token.upos in {"ADJ", "DET", "NUM"}:
        return True
    return (
        token.text in {"-", "&", "'s", "’s", "and", "of"} and token.text not in {"and", "of"}
    ) or (token.upos in {"VERB", "ADV"} and token.relation in {"amod", "advmod", "compound"})


def _after_preposition(tokens: Sequence[Token], last: int) -> int | None:
    """Find what money or a percentage is of: "$5 billion in military aid", "20% of voters"."""
    if last < len(tokens) and tokens[last].text == "worth":
        last += 1
    if last + 1 >= len(tokens) or tokens[last].text not in {"of", "in"}:
        return None
    place = last + 1
    while place < min(last + _REACH, len(tokens)) and tokens[place].upos in {
        "ADJ",
        "DET",
        "NOUN",
        "PROPN",
    }:
        place += 1
    head = place - 1
    if head > last and tokens[head].upos == "NOUN":
        return head
    return None


def _state(tokens: Sequence[Token], last: int, head: int | None) -> str | None:
    """Tell what happened to those who are counted, from the verb or the words beside them."""
    table = states()
    noun = head if head is not None else last - 1
    for word in tokens[last : noun + 3]:
        if word.text.lower() in table and word.xpos in {"VBN", "VBD", "JJ", "NNS", "RB"}:
            return table[word.text.lower()]
        if word.text in {".", ",", ";"}:
            break
    place = noun
    for _ in range(3):
        if tokens[place].relation not in _CORE_RELATIONS or tokens[place].head == place:
            return None
        place = tokens[place].head
        if tokens[place].upos in {"VERB", "ADJ"}:
            return table.get(tokens[place].text.lower())
    return None


def _scope(tokens: Sequence[Token], last: int, head: int, state: str | None) -> str | None:
    """Join the words between number and noun, what happened, and the place told after it."""
    between = [
        token.text
        for token in tokens[last:head]
        if token.upos in {"ADJ", "NOUN", "PROPN", "VERB"}
        and token.text.lower() not in nouns("loose")
    ]
    parts = [" ".join(between)] if between else []
    if state:
        parts.append(state)
    place = _place_after(tokens, head)
    if place:
        parts.append(place)
    return "; ".join(parts) or None


def _place_after(tokens: Sequence[Token], head: int) -> str | None:
    at = head + 1
    if at >= len(tokens) or tokens[at].text.lower() not in _PLACE_WORDS:
        return None
    end = at + 1
    while end < min(at + 6, len(tokens)) and tokens[end].upos in {
        "DET",
        "PROPN",
        "ADJ",
        "NOUN",
        "PART",
    }:
        end += 1
    words = tokens[at:end]
    if not any(word.upos == "PROPN" for word in words):
        return None
    return "".join(
        (" " if number and word.start > words[number - 1].end else "") + word.text
        for number, word in enumerate(words)
    )
