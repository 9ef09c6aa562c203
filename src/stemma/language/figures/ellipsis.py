"""Numbers that stand alone: "cut 4,300 jobs in France, 3,700 in Germany"."""

from collections.abc import Sequence

from stemma.language.figures.amount import Quantity
from stemma.language.figures.counted import find_counted
from stemma.language.figures.marked import Marked
from stemma.model import Figure, Token

_ROLES = frozenset(
    {"obj", "nsubj", "nsubj:pass", "conj", "nmod", "obl", "root", "appos", "orphan", "parataxis"}
)
_POINTING = frozenset({"the", "these", "those", "other", "last", "first", "next", "all", "both"})
_FURTHER = frozenset({"more", "others"})
_LEAST_IN_DIGITS = 10
_NEAR = 5
_DATING = frozenset({"in", "since", "by", "until", "after", "before", "around", "circa"})
_YEARS = range(1000, 2100)
_MOVES = frozenset({"rise", "climb", "grow", "increase", "fall", "drop", "stand"})


def stands_alone(marked: Marked, quantity: Quantity, first: int, last: int) -> bool:
    """Tell whether a bare number without a noun is still a count of something.

    It is where it has a place of its own in the sentence ("wants to cut 789") and does not point
    back ("the two"). Small numbers are counts only as subject or object.
    """
    if not first < last or quantity.dashed or marked.tokens[first].upos != "NUM":
        return False
    if _is_year(marked, quantity, first):
        return False
    if last < len(marked.tokens) and marked.tokens[last].text.lower() in _FURTHER:
        return quantity.value > 1
    top = _top(marked.tokens, first, last)
    before = marked.tokens[first - 1].text.lower() if first else ""
    if (
        top.relation not in _ROLES
        or before in _POINTING
        or top.text[-1:].isalpha() != top.text[:1].isalpha()
    ):
        return False
    if quantity.value >= _LEAST_IN_DIGITS or _is_reached(marked.tokens, top):
        return True
    return quantity.value > 1 and top.relation in {"obj", "nsubj", "nsubj:pass"}


def _is_year(marked: Marked, quantity: Quantity, first: int) -> bool:
    """Tell "in 1665" from a count."""
    before = marked.tokens[first - 1].text.lower() if first else ""
    digits = marked.text[quantity.number_start : quantity.number_end]
    return before in _DATING and digits.isdecimal() and quantity.value in _YEARS


def _is_reached(tokens: Sequence[Token], top: Token) -> bool:
    """Tell whether a tally moves to the number: "the number of dead rose to seven"."""
    return top.relation == "obl" and tokens[top.head].lemma in _MOVES


def _top(tokens: Sequence[Token], first: int, last: int) -> Token:
    inside = range(first, last)
    return next((tokens[at] for at in inside if tokens[at].head not in inside), tokens[first])


def shared_noun(tokens: Sequence[Token], last: int) -> str | None:
    """Give what the next number counts, where one noun serves both: "300 and as many as 400 jobs".

    The number ends before token ``last``.
    """
    if last >= len(tokens) or tokens[last].text.lower() not in {"and", "or"}:
        return None
    for at in range(last + 1, min(last + _NEAR, len(tokens))):
        if tokens[at].upos == "NUM":
            return find_counted(tokens, at, at + 1, unit=None).noun
        if tokens[at].upos not in {"ADV", "ADJ", "ADP"}:
            return None
    return None


def noun_before(marked: Marked, figures: Sequence[Figure], start: int) -> str | None:
    """Give what the figure before counts, where the same sentence goes on listing."""
    if not figures or figures[-1].unit is not None:
        return None
    between = marked.text[figures[-1].span.end : start]
    lists = "," in between or " and " in between or " while " in between
    return figures[-1].counted if lists and not set(between) & set(".;:\n!?") else None
