"""Who can be the speaker at a reporting verb, and the words for them."""

from stemma.extract.lexicon import find_verb, words
from stemma.extract.predicates.predicate import Predicate
from stemma.extract.sources import can_speak, is_person
from stemma.extract.text import Syntax, find_subject, noun_phrase

_NOMINAL = frozenset(("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"))
_SPEAKING = frozenset(
    ("say", "add", "tell", "write", "reply", "answer", "recall", "explain", "remark", "go on")
)
_SHARES = frozenset(("percent", "%", "share", "third", "quarter", "half", "portion"))
_SHOWING = frozenset(("suggest", "mean", "underline", "underscore", "highlight", "remind"))
_MAX_PHRASE = 12
_NEAR = 3
_CUE = 0.5
_SOURCE = 0.1
_NOBODY = frozenset(("i", "we", "you", "us", "'s")) | words("sources.times")


def find_speaker(predicate: Predicate) -> int | None:
    """Give the subject; of ``, saying X`` the one of the main clause, if that can speak."""
    syntax, at = predicate.syntax, predicate.at
    if syntax.tokens[at].xpos == "VBG" and syntax.words[predicate.cue[0] - 1] == ",":
        root = at
        for above in syntax.ancestors(at):
            root = above
            if syntax.relations[above] in ("conj", "parataxis"):
                break
        main = find_subject(syntax, root)
        nearer = _speaker_before(predicate)
        quoted = main is not None and predicate.quoted.speech_at(main) >= 0
        if quoted or (main is not None and nearer is not None and main < nearer):
            return nearer
        if main is not None and main < at and can_speak(predicate.reading.names, main):
            return main
    subject = find_subject(syntax, at)
    if subject is not None and predicate.quoted.speech_at(subject) >= 0:
        return _speaker_before(predicate)
    return _fronted(predicate) if subject is None else subject


def may_tell(predicate: Predicate, subject: int, frame: str) -> bool:
    """Tell speakers from things, and from the writer and the reader."""
    syntax, at, names = predicate.syntax, predicate.at, predicate.reading.names
    verb_class = predicate.verb.verb_class
    if _is_no_speaker(syntax, subject) or (frame == "whether" and verb_class == "think"):
        return False
    if syntax.words[subject] == "it" and (verb_class == "show" or predicate.verb.lemma in _SHOWING):
        return False
    above = syntax.tokens[syntax.tokens[at].head]
    bare = syntax.tokens[at].xpos == "VB" and not predicate.children("aux")
    purpose = syntax.relations[at] in ("acl", "advcl") and frame not in ("that", "quote")
    if bare and (frame == "object" or above.upos == "ADJ" or purpose):
        return False
    if "person" in predicate.verb.frames and frame != "quote":
        return is_person(names, subject)
    free = predicate.verb.lemma in _SPEAKING and syntax.relations[at] != "acl"
    told = [subject, *_shared(syntax, subject)]
    if free or frame == "quote" or any(can_speak(names, at) for at in told):
        return True
    showing = verb_class == "show" or predicate.verb.lemma in _SHOWING
    return frame == "that" and _is_tagged(predicate, subject) and not showing


def _is_tagged(predicate: Predicate, subject: int) -> bool:
    """Tell ``the chalk marks reveal that X``, where the network is sure of verb and speaker."""
    tagging = predicate.reading.tagging
    return (
        tagging is not None
        and tagging.cue(predicate.at) >= _CUE
        and tagging.source(subject) >= _SOURCE
    )


def speaker_phrase(predicate: Predicate, subject: int) -> list[int]:
    """Give the subject's phrase; a coordination that the parser split is put together."""
    syntax, at = predicate.syntax, predicate.at
    phrase = noun_phrase(syntax, subject, without={at})
    others = [child for child in predicate.children("nsubj") if subject < child < predicate.cue[0]]
    if others and phrase:
        rest = noun_phrase(syntax, others[-1], without={at})
        if rest and rest[0] <= phrase[-1] + 2:
            return list(range(phrase[0], rest[-1] + 1))
    return phrase


def phrase_before(predicate: Predicate) -> list[int]:
    """Give the words before the verb, back to a comma, where the parser sees no subject."""
    syntax, first = predicate.syntax, predicate.sentence.first
    if syntax.tokens[predicate.at].xpos not in ("VBD", "VBZ", "VBP"):
        return []
    start = predicate.cue[0]
    while start > first and syntax.words[start - 1] != "," and not syntax.is_finite(start - 1):
        start -= 1
    stopped = start > first and syntax.words[start - 1] != ","
    phrase = syntax.trim(range(start, predicate.cue[0]))
    if stopped or not phrase or len(phrase) > _MAX_PHRASE:
        return []
    nominal = syntax.tokens[phrase[-1]].upos in ("NOUN", "PROPN", "PRON")
    return phrase if nominal and syntax.tokens[phrase[0]].upos in _NOMINAL else []


def _speaker_before(predicate: Predicate) -> int | None:
    """Give who said the quotation that the parser takes for the main clause."""
    syntax = predicate.syntax
    for at in range(predicate.at - 1, predicate.sentence.first, -1):
        inserted = syntax.tokens[at].relation in ("root", "parataxis")
        if not inserted or find_verb(syntax.words, at) is None or predicate.quoted.of[at] >= 0:
            continue
        subjects = syntax.dependents(at, "nsubj")
        outside = [child for child in subjects if predicate.quoted.speech_at(child) < 0]
        if outside:
            return outside[0]
    return None


def _fronted(predicate: Predicate) -> int | None:
    """Give the subject that the parser hangs on the clause, though it stands before the verb."""
    syntax, at = predicate.syntax, predicate.at
    return next(
        (
            child
            for clause in predicate.right("ccomp")
            for child in syntax.dependents(clause, "nsubj")
            if child < at
        ),
        None,
    )


def _is_no_speaker(syntax: Syntax, subject: int) -> bool:
    """Tell times and amounts, the writer and the reader: ``two years``, ``more than``, ``we``."""
    if {syntax.words[subject], syntax.tokens[subject].lemma.lower()} & _NOBODY:
        return True
    behind = [at for at in noun_phrase(syntax, subject, without=set()) if at > subject]
    return any(syntax.words[at] == "than" for at in [*syntax.children[subject], *behind[:_NEAR]])


def _shared(syntax: Syntax, subject: int) -> list[int]:
    """Give ``voters`` of ``two percent of voters``."""
    return syntax.dependents(subject, "nmod") if syntax.words[subject] in _SHARES else []
