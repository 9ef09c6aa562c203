"""Two things said at once: ``said that X, and that Y`` makes two statements."""

from collections.abc import Iterable
from dataclasses import replace

from stemma.extract.attribution import Attribution
from stemma.extract.reading import Reading
from stemma.extract.text import Syntax

_JOINTS = frozenset(("and", "but"))


def split_coordinated(reading: Reading, attributions: Iterable[Attribution]) -> list[Attribution]:
    """Give each ``that`` clause that hangs on a verb of saying an attribution of its own."""
    syntax = reading.syntax
    found: list[Attribution] = []
    for one in attributions:
        found.append(one)
        for that in [] if one.response or one.negated or one.continues else list(one.content):
            if reading.quoted.of[that] < 0 and _begins_another(syntax, one, that):
                rest = found[-1]
                before = syntax.trim(at for at in rest.content if at < that - 1)
                after = [at for at in rest.content if at > that]
                if _is_clause(syntax, before) and _is_clause(syntax, after):
                    rest.content = before
                    found.append(replace(rest, content=after))
    return found


def _begins_another(syntax: Syntax, attribution: Attribution, that: int) -> bool:
    """Tell the ``that`` of a second clause under the cue from one further down."""
    if (
        syntax.words[that] != "that"
        or syntax.relations[that] != "mark"
        or syntax.words[that - 1] not in _JOINTS
        or not attribution.cue
        or that < attribution.cue[-1]
    ):
        return False
    verb, clause = attribution.cue[-1], syntax.tokens[that].head
    while syntax.relations[clause] == "conj":
        clause = syntax.tokens[clause].head
    return syntax.relations[clause] == "ccomp" and syntax.tokens[clause].head == verb


def _is_clause(syntax: Syntax, places: list[int]) -> bool:
    return any(syntax.is_finite(at) for at in places)
