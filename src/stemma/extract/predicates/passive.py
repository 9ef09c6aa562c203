"""``NP is accused of X``, ``it is believed that X``, ``NP was quoted as saying X``."""

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import words
from stemma.extract.predicates.predicate import Predicate
from stemma.extract.sources import can_speak
from stemma.extract.text import noun_phrase

_OPINIONS = words("passive.opinions")
_BE = frozenset(("is", "are", "was", "were", "be", "been", "'s", "'re"))
_JUDGING = frozenset(("attitude", "stance", "deny", "think", "order"))
_RELAYING = frozenset(("quote", "cite", "reference", "invoke"))
_NAMING = frozenset(("judged", "naming"))
_DEEDS = frozenset(("person", "deed"))
_PREPOSITIONS = frozenset(("of", "for", "as", "with", "over", "against"))


def is_passive(predicate: Predicate) -> bool:
    """Tell whether the verb is a passive."""
    syntax = predicate.syntax
    if syntax.tokens[predicate.at].xpos != "VBN":
        return False
    if predicate.children("aux:pass", "nsubj:pass"):
        return True
    auxiliaries = {syntax.words[child] for child in predicate.children("aux", "cop")}
    return bool(auxiliaries & _BE) and predicate.verb.lemma in _OPINIONS


def read_passive(predicate: Predicate) -> Attribution | None:
    """Give what is said of the subject; the speaker, if any, stands behind ``by``.

    "It is believed that X" says X; "the fire is believed to have spread" is one clause with its
    hedge, and stays whole.
    """
    judged: list[int] = []
    clauses = [child for child in predicate.right("ccomp") if _is_finite(predicate, child)]
    agent = _agent(predicate)
    if clauses:
        places = {at for clause in clauses for at in predicate.syntax.subtree(clause)}
        content = predicate.drop_that(sorted(places - {*agent, *predicate.cue}))
    elif predicate.verb.lemma in _OPINIONS:
        content = _whole(predicate)
    else:
        content = judged = _judged(predicate, agent)
    if not content:
        return None
    return Attribution(
        cue=predicate.cue,
        source=agent,
        content=content,
        verb_class=predicate.verb.verb_class,
        negated=predicate.negated,
        topic=bool(judged),
        embedded=bool(judged) and predicate.verb.verb_class != "deny",
    )


def _is_finite(predicate: Predicate, clause: int) -> bool:
    """Tell ``told that it was safe`` from ``told to leave``."""
    syntax = predicate.syntax
    verbs = [clause, *syntax.dependents(clause, "aux", "cop")]
    return any(syntax.is_finite(at) for at in verbs)


def _agent(predicate: Predicate) -> list[int]:
    """Give ``the council`` of ``is blamed by the council``."""
    agents = [child for child in predicate.right("obl") if "by" in predicate.marks(child)]
    return noun_phrase(predicate.syntax, agents[0], without=set()) if agents else []


def _judged(predicate: Predicate, agent: list[int]) -> list[int]:
    """Give ``the plan … as too dear`` of ``the plan was described by the council as too dear``."""
    subjects = predicate.children("nsubj:pass", "nsubj")
    names = predicate.reading.names
    frames = predicate.verb.frames.keys()
    judges = predicate.verb.verb_class in _JUDGING and predicate.verb.lemma not in _RELAYING
    if not (agent and subjects and judges and "object" in frames) or frames & _DEEDS:
        return []
    pronoun = predicate.syntax.tokens[subjects[-1]].upos == "PRON"
    if pronoun or not can_speak(names, names.head(agent)):
        return []
    heads = [
        child
        for child in predicate.right("xcomp", "obl", "advcl")
        if "as" in predicate.marks(child) or predicate.syntax.relations[child] == "xcomp"
    ]
    said = {at for head in heads for at in predicate.syntax.subtree(head)}
    if frames & _NAMING and not said:
        return []
    named = noun_phrase(predicate.syntax, subjects[-1], without={predicate.at})
    return predicate.syntax.trim({*named, *said} - {*agent, *predicate.cue})


def _whole(predicate: Predicate) -> list[int]:
    """Give the clause from its subject to what is said of it, without a hole."""
    syntax = predicate.syntax
    heads = predicate.right("xcomp", "ccomp")
    if predicate.verb.verb_class == "attitude":
        heads += [
            child
            for child in predicate.right("obl", "advcl")
            if _PREPOSITIONS.intersection(predicate.marks(child))
        ]
    subjects = predicate.children("nsubj:pass", "nsubj")
    if not heads or not subjects:
        return []
    said = {at for head in heads for at in syntax.subtree(head)}
    named = {at for head in subjects for at in noun_phrase(syntax, head, without={predicate.at})}
    first, last = min(named), max(said, default=0)
    return syntax.trim(range(first, last + 1)) if last > predicate.at else []
