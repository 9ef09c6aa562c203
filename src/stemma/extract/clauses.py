"""Speech told by syntax: ``NP said that X``, ``NP told Y X``, ``NP urged Y to X`` and the like.

Universal Dependencies: content stands in ``ccomp``, ``parataxis``, ``xcomp``, ``obj`` and
``obl``, according to the frames of the verb.
"""

from collections.abc import Callable

from stemma.extract.attribution import Attribution
from stemma.extract.clausal import read_clause, read_direct, read_quotation, read_rest
from stemma.extract.complements import (
    read_infinitive,
    read_object,
    read_preposition,
    read_so,
)
from stemma.extract.passives import is_passive, read_passive
from stemma.extract.predicate import Content, Predicate
from stemma.extract.reading import Reading
from stemma.extract.subjects import find_subject, noun_phrase
from stemma.extract.syntax import Syntax
from stemma.extract.verbs import find_verb
from stemma.extract.words import words

_CLAUSES = frozenset(("that", "whether"))
_ASSERTED = frozenset(("that", "whether", "quote", "direct", "so", "to"))
_NOMINAL = frozenset(("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"))
_SPEAKING = frozenset(
    ("say", "add", "tell", "write", "reply", "answer", "recall", "explain", "remark", "go on")
)
_SHARES = frozenset(("percent", "%", "share", "third", "quarter", "half", "portion"))
_SHOWING = frozenset(("suggest", "mean", "underline", "underscore", "highlight", "remind"))
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "'d", "'s"))
_MAX_PHRASE = 12
_NEAR = 3
_NOBODY = frozenset(("i", "we", "you")) | words("sources.times")
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
        told = read_passive(predicate) if is_passive(predicate) else _read_active(predicate)
        if told is not None:
            found.append(told)
    return found


def _read_active(predicate: Predicate) -> Attribution | None:
    """Give the attribution, if the verb has content and somebody to say it."""
    content = _find_content(predicate)
    if content is None or (content.frame != "quote" and _is_participle(predicate)):
        return None
    subject = _find_speaker(predicate)
    if subject is None:
        phrase = _phrase_before(predicate) if content.frame in _CLAUSES else []
        if not phrase and content.frame != "quote":
            return None
    else:
        phrase = _phrase(predicate, subject)
    head = subject if subject is not None or not phrase else predicate.reading.sources.head(phrase)
    if head is not None and not _may_tell(predicate, head, content.frame):
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


def _find_speaker(predicate: Predicate) -> int | None:
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
        if main is not None and main < at and predicate.reading.sources.can_speak(main):
            return main
    subject = find_subject(syntax, at)
    if subject is not None and predicate.quoted.speech_at(subject) >= 0:
        return _speaker_before(predicate)
    return _fronted(predicate) if subject is None else subject


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


def _may_tell(predicate: Predicate, subject: int, frame: str) -> bool:
    """Tell speakers from things, and from the writer and the reader."""
    syntax, at, sources = predicate.syntax, predicate.at, predicate.reading.sources
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
        return sources.is_person(subject)
    free = predicate.verb.lemma in _SPEAKING and syntax.relations[at] != "acl"
    told = [subject, *_shared(syntax, subject)]
    return free or frame == "quote" or any(sources.can_speak(at) for at in told)


def _is_no_speaker(syntax: Syntax, subject: int) -> bool:
    """Tell times and amounts, the writer and the reader: ``two years``, ``more than``, ``we``."""
    if {syntax.words[subject], syntax.tokens[subject].lemma.lower()} & _NOBODY:
        return True
    behind = [at for at in noun_phrase(syntax, subject, without=set()) if at > subject]
    return any(syntax.words[at] == "than" for at in [*syntax.children[subject], *behind[:_NEAR]])


def _shared(syntax: Syntax, subject: int) -> list[int]:
    """Give ``voters`` of ``two percent of voters``."""
    return syntax.dependents(subject, "nmod") if syntax.words[subject] in _SHARES else []


def _phrase(predicate: Predicate, subject: int) -> list[int]:
    """Give the subject's phrase; a coordination that the parser split is put together."""
    syntax, at = predicate.syntax, predicate.at
    phrase = noun_phrase(syntax, subject, without={at})
    others = [child for child in predicate.children("nsubj") if subject < child < predicate.cue[0]]
    if others and phrase:
        rest = noun_phrase(syntax, others[-1], without={at})
        if rest and rest[0] <= phrase[-1] + 2:
            return list(range(phrase[0], rest[-1] + 1))
    return phrase


def _phrase_before(predicate: Predicate) -> list[int]:
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
