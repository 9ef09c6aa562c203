"""Past or future: what the governing verb says about an expression of time."""

from collections.abc import Sequence

from stemma.language.moments.expression import Direction
from stemma.model import Token

_FUTURE_AUXILIARIES = frozenset(
    (
        *("will", "would", "shall", "may", "might", "can", "could", "should", "must"),
        *("'ll", "’ll", "wo", "'d"),
    )
)
AWAITED = frozenset(
    (
        *("expected", "scheduled", "planned", "due", "set", "slated", "poised"),
        *("intended", "hoped", "promised", "prepared"),
    )
)
"""Words that point ahead: "scheduled for Friday"."""

_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve", "having"})
_SAYING = frozenset({"says", "say", "tells", "tell", "reports", "writes", "announces", "adds"})
_ASKING = frozenset(
    ("ask", "demand", "insist", "propose", "recommend", "request", "require", "suggest", "urge")
)
"""What is asked for is to come: "asked that the council meet on Friday"."""

_LONGEST_CLIMB = 12


def direction_of(
    tokens: Sequence[Token], index: int, *, present: Direction = "future"
) -> Direction | None:
    """Tell whether what the token at ``index`` dates lies in the past or in the future.

    Climbs from the token to the verb that governs it and reads its tense (Penn Treebank tags)
    and auxiliaries. ``present`` is what the present tense says: the future in "Tuesday marks the
    day", the past in headlines. None where there is no verb that tells.
    """
    place, climbed = index, 0
    while climbed < _LONGEST_CLIMB:
        token = tokens[place]
        if token.text.lower() in AWAITED and token.xpos in {"VBN", "JJ"}:
            return "future"
        if token.xpos == "VB" and tokens[token.head].lemma in _ASKING:
            return "future"
        if token.upos in {"VERB", "AUX"} or _has_copula(tokens, place):
            told = _tense(tokens, place, present=present if climbed <= 1 else "past")
            if told is not None:
                return told
        if token.head == place:
            return None
        place, climbed = token.head, climbed + 1
    return None


def _auxiliaries(tokens: Sequence[Token], verb: int) -> list[Token]:
    near = range(max(0, verb - 8), min(len(tokens), verb + 3))
    return [
        tokens[place]
        for place in near
        if tokens[place].head == verb
        and place != verb
        and (tokens[place].relation.startswith(("aux", "cop")) or tokens[place].relation == "mark")
    ]


def _has_copula(tokens: Sequence[Token], place: int) -> bool:
    near = range(max(0, place - 8), place)
    return any(tokens[at].head == place and tokens[at].relation == "cop" for at in near)


def _tense(tokens: Sequence[Token], verb: int, *, present: Direction) -> Direction | None:
    """Read a verb; its present tense points ahead only for what stands right beside it."""
    token = tokens[verb]
    helpers = _auxiliaries(tokens, verb)
    words = {helper.text.lower() for helper in helpers}
    tags = {helper.xpos for helper in helpers} | {token.xpos}
    if words & _PERFECT:
        return "past"
    if "MD" in tags or words & _FUTURE_AUXILIARIES or (token.xpos == "VB" and "to" in words):
        return "future"
    if "VBD" in tags or (token.xpos == "VBN" and token.relation in {"acl", "amod", "advcl"}):
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "past" if token.text.lower() in _SAYING else present
    return None
