"""``NP is accused of X``, ``it is believed that X``, ``NP was quoted as saying X``."""

from stemma.extract.attribution import Attribution
from stemma.extract.predicate import Predicate
from stemma.extract.subjects import noun_phrase
from stemma.extract.words import words

_OPINIONS = words("passives.opinions")
_PREPOSITIONS = frozenset(("of", "for", "as", "with", "over", "against"))


def is_passive(predicate: Predicate) -> bool:
    """Tell whether the verb is a passive."""
    tag = predicate.syntax.tokens[predicate.at].xpos
    return tag == "VBN" and bool(predicate.children("aux:pass", "nsubj:pass"))


def read_passive(predicate: Predicate) -> Attribution | None:
    """Give what is said of the subject; the speaker, if any, stands behind ``by``."""
    syntax = predicate.syntax
    if predicate.verb.lemma not in _OPINIONS and not predicate.right("ccomp"):
        return None
    heads = predicate.right("ccomp", "xcomp")
    heads += [
        child
        for child in predicate.right("obl", "advcl")
        if _PREPOSITIONS.intersection(predicate.marks(child))
    ]
    if not heads:
        return None
    heads += predicate.children("nsubj:pass", "nsubj")
    agents = [child for child in predicate.right("obl") if "by" in predicate.marks(child)]
    source = noun_phrase(syntax, agents[0], without=set()) if agents else []
    left_out = {*source, *predicate.cue}
    places = {at for head in heads for at in syntax.subtree(head)} - left_out
    content = predicate.drop_that(sorted(places))
    if not content:
        return None
    return Attribution(
        cue=predicate.cue,
        source=source,
        content=content,
        verb_class=predicate.verb.verb_class,
        negated=predicate.negated,
    )
