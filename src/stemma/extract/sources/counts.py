"""How many people an unnamed source is: "a lawyer and two others" are three."""

from collections.abc import Sequence

from stemma.extract.lexicon import words
from stemma.extract.text import Syntax

QUANTIFIERS = words("counts.quantifiers")
PLURAL_TAGS = frozenset(("NNS", "NNPS"))
_NUMBERS = {
    word: value
    for value, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}
_MAX_DIGITS = 3


def count_people(syntax: Syntax, places: Sequence[int], head: int) -> int | None:
    """Give the number told by a phrase with this head; None where it tells none."""
    others = [at for at in syntax.dependents(head, "conj") if at in places]
    heads = [head, *(at for at in others if _stands_alone(syntax, at))]
    numbers = [_number(syntax, at, places) for at in heads]
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _stands_alone(syntax: Syntax, at: int) -> bool:
    """Tell "a lawyer and an aide" from "the founder and head"."""
    return syntax.tokens[at].xpos in PLURAL_TAGS or bool(syntax.dependents(at, "det", "nummod"))


def _number(syntax: Syntax, at: int, places: Sequence[int]) -> int | None:
    beside = [child for child in syntax.dependents(at, "nummod", "det") if child in places]
    if any(syntax.words[place + 1 : place + 2] in (["%"], ["percent"]) for place in (at, *beside)):
        return None
    for word in (syntax.words[place] for place in (at, *beside)):
        if word in _NUMBERS:
            return _NUMBERS[word]
        if word.isdecimal() and len(word) <= _MAX_DIGITS:
            return int(word)
    many = syntax.tokens[at].xpos in PLURAL_TAGS or syntax.words[at] in QUANTIFIERS
    return None if many else 1
