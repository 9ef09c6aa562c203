"""Speech told by syntax: ``NP said that X``, ``NP told Y X``, ``NP urged Y to X`` and the like.

Universal Dependencies: content stands in ``ccomp``, ``parataxis``, ``xcomp``, ``obj`` and
``obl``, according to the frames of the verb.
"""

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import find_verb
from stemma.extract.predicates.active import read_active
from stemma.extract.predicates.passive import is_passive, read_passive
from stemma.extract.predicates.predicate import Predicate
from stemma.extract.reading import Reading


def find_by_syntax(reading: Reading, first: int, last: int, *, used: set[int]) -> list[Attribution]:
    """Find the attributions of the sentence ``[first, last)`` whose verbs are not in ``used``."""
    syntax = reading.syntax
    found: list[Attribution] = []
    for at in range(first, last):
        verb = find_verb(syntax.words, at)
        if (
            verb is None
            or at in used
            or syntax.tokens[at].upos not in ("VERB", "AUX")
            or reading.quoted.speech_at(at) >= 0
        ):
            continue
        predicate = Predicate(reading, at, verb)
        told = read_passive(predicate) if is_passive(predicate) else read_active(predicate)
        if told is not None:
            found.append(told)
    return found
