"""Content that is a clause: ``said that X``, ``said X``, ``asked whether X``."""

from stemma.extract.lexicon import find_verb, words
from stemma.extract.predicates.predicate import QUESTION_WORDS, Content, Predicate
from stemma.extract.sources import is_outlet

_SKIPPED = words("complements.settings") | frozenset(("on",))
_NEW_CLAUSE = frozenset(("while", "although", "though", "but", "according"))
_OPENERS = frozenset(("that", "if", "whether"))
_CLAUSAL = frozenset(("say", "claim", "show", "think", "ask", "deny"))
_NOMINAL = frozenset(("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"))
_DAYS = words("own_voice.times")
_MIN_WORDS = 3


def read_clause(predicate: Predicate) -> Content | None:
    """Read ``ccomp``, and ``but that X`` behind it."""
    syntax, at = predicate.syntax, predicate.at
    clauses = predicate.right("ccomp")
    if not clauses:
        return None
    clauses += [child for child in predicate.right("conj") if "that" in predicate.marks(child)]
    kept = sorted({place for clause in clauses for place in syntax.subtree(clause) if place > at})
    if not kept:
        return None
    if "quote" in predicate.verb.frames:
        kept = predicate.quoted.widen(kept)
    that = _find_that(predicate)
    if that is not None:
        kept = [place for place in kept if place > that]
    elif _starts_at_once(predicate, kept[0]):
        kept = sorted({*range(at + 1, kept[0]), *kept})
    if not kept:
        return None
    kept = _after_setting(predicate, _fill(predicate, _from_quotation(predicate, kept)))
    frame = "whether" if syntax.words[kept[0]] in QUESTION_WORDS else "that"
    return Content(frame, predicate.drop_that(kept))


def _after_setting(predicate: Predicate, kept: list[int]) -> list[int]:
    """Drop the day of ``said Friday the bridge is shut``, and ``said during a walk, …``."""
    syntax = predicate.syntax
    if len(kept) < _MIN_WORDS or kept[0] != predicate.at + 1:
        return kept
    told = predicate.reading.names.at.get(kept[0])
    if predicate.verb.lemma == "tell" and told is not None:
        behind = [at for at in kept if at >= told.last]
        name = syntax.text(range(told.first, told.last))
        if is_outlet(name, predicate.reading.names.media) and behind:
            return behind
    if syntax.words[kept[0]] == "during":
        comma = next((at for at in kept if syntax.words[at] == ","), kept[-1])
        clear = not any(syntax.is_finite(at) for at in range(kept[0], comma))
        return [at for at in kept if at > comma] if clear and comma < kept[-1] else kept
    second = kept[1]
    if syntax.words[kept[0]] not in _DAYS or syntax.is_finite(second):
        return kept
    return kept if syntax.words[second] == "'s" else kept[1:]


def _find_that(predicate: Predicate) -> int | None:
    """Give the ``that`` of ``said in an interview that X``, before any verb of X."""
    syntax = predicate.syntax
    for place in predicate.behind:
        if syntax.words[place] == "that" and syntax.relations[place] == "mark":
            return place
        if syntax.is_finite(place) or predicate.quoted.opens_speech(place):
            return None
    return None


def _from_quotation(predicate: Predicate, kept: list[int]) -> list[int]:
    """Drop whom it is told to, where a quotation follows: ``said to the crowd, “X”``."""
    syntax = predicate.syntax
    opening = next((at for at in kept if predicate.quoted.opens_speech(at)), None)
    if opening is None or kept[0] == opening:
        return kept
    before = [at for at in kept if at < opening]
    clause = any(syntax.is_finite(at) for at in before)
    if syntax.words[before[-1]] not in (",", ":") or clause:
        return kept
    return [at for at in kept if at >= opening]


def _starts_at_once(predicate: Predicate, start: int) -> bool:
    """Tell whether a clause before the one found belongs to it as well."""
    syntax, at = predicate.syntax, predicate.at
    between = range(at + 1, min(start, predicate.sentence.last))
    if syntax.words[at + 1] == "that":
        return True
    if predicate.verb.lemma != "say" or not between:
        return False
    begins = syntax.tokens[at + 1].upos in _NOMINAL and not predicate.right("obj", "iobj")
    return begins or any(syntax.is_finite(place) for place in between)


def _fill(predicate: Predicate, kept: list[int]) -> list[int]:
    """Close the gaps that the parser leaves inside a clause."""
    sentence = predicate.sentence
    inside = [at for at in kept if sentence.first <= at < sentence.last]
    if not inside:
        return kept
    filled = [at for at in range(inside[0], inside[-1] + 1) if at not in predicate.cue]
    return sorted({*kept, *filled})


def read_rest(predicate: Predicate) -> Content | None:
    """Read what stands behind the verb where the parser ties nothing to it."""
    syntax, at, last = predicate.syntax, predicate.at, predicate.sentence.last
    takes_clause = {"that", "whether"} & predicate.verb.frames.keys()
    if predicate.verb.verb_class not in _CLAUSAL or not takes_clause:
        return None
    start = at + 1 + predicate.verb.lemma.count(" ")
    that = _find_that(predicate)
    if that is not None:
        start = that
    while start < last and syntax.words[start] in _SKIPPED:
        start += 1
    end = next((place for place in range(start, last) if _stops(predicate, place)), last)
    if start >= end:
        return None
    opener = syntax.words[start]
    if opener not in _OPENERS | QUESTION_WORDS and not _is_clause(predicate, start, end):
        return None
    frame = "whether" if opener in QUESTION_WORDS else "that"
    places = range(start + (opener == "that"), end)
    kept = syntax.trim(predicate.quoted.widen(list(places)))
    return Content(frame, kept) if kept else None


def _is_clause(predicate: Predicate, start: int, end: int) -> bool:
    syntax = predicate.syntax
    if syntax.is_finite(start) and start == predicate.at + 1:
        return predicate.syntax.tokens[predicate.at].relation == "acl:relcl"
    return (
        not predicate.right("obj", "iobj")
        and syntax.tokens[start].upos in _NOMINAL
        and syntax.tokens[predicate.at].xpos != "VBN"
        and any(syntax.is_finite(at) for at in range(start, end))
    )


def _stops(predicate: Predicate, at: int) -> bool:
    """Tell whether another speaker's words, or the report's own, begin at a comma."""
    listed = predicate.syntax.words
    if listed[at] == ";":
        return True
    if listed[at] != "," or at + 1 >= predicate.sentence.last:
        return False
    return listed[at + 1] in _NEW_CLAUSE or find_verb(listed, at + 1) is not None
