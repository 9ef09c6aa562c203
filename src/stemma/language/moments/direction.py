"""Past or future: what the governing verb says about an expression of time."""

from collections.abc import Sequence

from stemma.language.moments.expression import Direction
from stemma.model import Token

_FUTURE_AUXILIARIES = frozenset(
    {
        "will",
        "would",
        "shall",
        "may",
        "might",
        "can",
        "could",
        "should",
        "must",
        "'ll",
        "’ll",
        "wo",
        "'d",
    }
)
_AWAITED = frozenset(
    [
        "expect",
        "schedule",
        "plan",
        "due",
        "set",
        "slate",
        "poise",
        "intend",
        "aim",
        "hope",
        "promise",
        "vow",
        "prepare",
    ]
)
"""Words whose participle or infinitive points ahead: "scheduled for Friday"."""

_SAYING = frozenset(["say", "tell", "report", "write", "announce", "add"])
_LONGEST_CLIMB = 12


def direction_of(tokens: Sequence[Token], index: int) -> Direction | None:
    """Tell whether what the token at ``index`` dates lies in the past or in the future.

    Climbs from the token to the verb that governs it and reads its tense (Penn Treebank tags)
    and auxiliaries. None where there is no verb that tells.
    """
    children = tokens[index]
    place, climbed = index, 0
    while climbed < _LONGEST_CLIMB:
        children = tokens[place]
        if children.lemma in _AWAITED and children.xpos in {"VBN", "JJ"}:
            return "future"
        if children.upos in {"VERB", "AUX"} or _has_copula(tokens, place):
            told = _tense(tokens, place)
            if told is not None:
                return told
        if children.head == place:
            return None
        place, climbed = children.head, climbed + 1
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


def _tense(tokens: Sequence[Token], verb: int) -> Direction | None:
    token = tokens[verb]
    helpers = _auxiliaries(tokens, verb)
    words = {helper.text.lower() for helper in helpers}
    tags = {helper.xpos for helper in helpers}
    if words & {"have", "has", "had", "'ve", "’ve", "having"}:
        return "past"
    if "MD" in tags or words & _FUTURE_AUXILIARIES:
        return "future"
    if token.xpos == "VBD" or "VBD" in tags:
        return "past"
    if token.xpos == "VB" and "to" in words:
        return "future"
    if token.xpos in {"VBZ", "VBP"} or tags & {"VBZ", "VBP"}:
        return "past" if token.lemma in _SAYING else "future"
    if token.xpos == "VBN" and token.relation in {"acl", "amod", "advcl"}:
        return "past"
    return None
