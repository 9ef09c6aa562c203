"""``NP said that X``, ``NP told Y X``, ``NP urged Y to X`` and the like."""

from collections.abc import Callable

from stemma.extract.attribution import Attribution
from stemma.extract.predicates.clauses import read_clause, read_rest
from stemma.extract.predicates.complements import (
    read_infinitive,
    read_object,
    read_preposition,
    read_so,
)
from stemma.extract.predicates.predicate import Content, Predicate
from stemma.extract.predicates.quotations import read_direct, read_quotation
from stemma.extract.predicates.speaker import find_speaker, may_tell, phrase_before, speaker_phrase

_CLAUSES = frozenset(("that", "whether"))
_ASSERTED = frozenset(("that", "whether", "quote", "direct", "so", "to"))
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "'d", "'s"))
_FRAMES: tuple[tuple[frozenset[str], Callable[[Predicate], Content | None]], ...] = (
    (frozenset(("that", "whether")), read_clause),
    (frozenset(("quote",)), read_quotation),
    (frozenset(("direct",)), read_direct),
    (frozenset(("to",)), read_infinitive),
    (frozenset(), read_preposition),
    (frozenset(("object",)), read_object),
    (frozenset(("so",)), read_so),
    (frozenset(), read_rest),
)
"""In order of how sure they are; an empty set of frames means that the reading looks itself."""


def read_active(predicate: Predicate) -> Attribution | None:
    """Give the attribution, if the verb has content and somebody to say it."""
    content = _find_content(predicate)
    if content is None or (content.frame != "quote" and _is_participle(predicate)):
        return None
    subject = find_speaker(predicate)
    if subject is None:
        phrase = phrase_before(predicate) if content.frame in _CLAUSES else []
        if not phrase and content.frame != "quote":
            return None
    else:
        phrase = speaker_phrase(predicate, subject)
    head = subject if subject is not None or not phrase else predicate.reading.names.head(phrase)
    if head is not None and not may_tell(predicate, head, content.frame):
        return None
    left_out = {*content.places, *predicate.cue}
    source = [at for at in phrase if at not in left_out]
    places = [at for at in content.places if at not in source and at not in predicate.cue]
    if not places:
        return None
    return Attribution(
        cue=predicate.cue,
        source=source,
        content=places,
        verb_class=predicate.verb.frames.get(content.frame, predicate.verb.verb_class),
        negated=predicate.negated,
        topic=_is_topic(predicate, content),
    )


def _is_topic(predicate: Predicate, content: Content) -> bool:
    """Tell ``spoke about the bridge`` and ``fears a war`` from what is asserted."""
    if content.frame in _ASSERTED:
        return False
    return content.frame != "object" or predicate.verb.verb_class == "think"


def _is_participle(predicate: Predicate) -> bool:
    """Tell ``Asked about the bridge, she …`` from ``has asked``."""
    tag, relation = (
        predicate.syntax.tokens[predicate.at].xpos,
        predicate.syntax.relations[predicate.at],
    )
    if tag == "VBD" and relation == "advcl" and not predicate.children("nsubj"):
        return True
    if tag != "VBN":
        return False
    auxiliaries = {predicate.syntax.words[child] for child in predicate.children("aux")}
    return not auxiliaries & _HAVE


def _find_content(predicate: Predicate) -> Content | None:
    for frames, read in _FRAMES:
        if not frames or frames & predicate.verb.frames.keys():
            content = read(predicate)
            if content is not None and content.places:
                return content
    return None
