"""Whether the rest of a sentence, beside what others say in it, can stand alone."""

from stemma.extract.lexicon import find_verb, words
from stemma.extract.text import Syntax
from stemma.model import Sentence

_SUBJECTS = ("nsubj", "csubj", "expl")
_MAIN = frozenset(("root", "conj", "parataxis", "ccomp", "dep", "list", "discourse"))
_GIVEN = frozenset(("because", "although", "though", "while", "whereas", "after", "since"))
_BINDING = frozenset(
    ("when", "if", "as", "unless", "until", "once", "before", "where", "whether", "how", "what")
)
_RELATIVE = frozenset(("who", "which"))
_PRONOUNS = frozenset(("who", "which", "that", "whom", "after", "because", "although", "while"))
_LOOSE_TAGS = frozenset(("ADP", "SCONJ", "CCONJ", "DET"))
_LOOSE_RELATIONS = frozenset(("case", "mark", "cc", "det"))
_LOOSE_ENDS = words("own_voice.loose_ends")
_MARKS = frozenset("“”\"«»'‘’")
_LEAST = 4
_REACH = 3


def settle_rest(syntax: Syntax, sentence: Sentence, run: list[int]) -> list[int]:
    """Give the rest as a clause of its own, the whole sentence, or nothing.

    A clause of its own has a finite verb with its subject. Where the rest is no such clause but
    holds the sentence's main verb, the report says the whole sentence. Other rests are pieces
    of what somebody says.
    """
    kept = _without_openers(syntax, _without_severed(syntax, trim_end(syntax, run)))
    told = [at for at in kept if not syntax.is_mark(at)]
    if len(told) >= _LEAST and any(_stands(syntax, at, {*kept}) for at in told):
        return kept
    whole = list(range(sentence.first, sentence.last))
    quotes = any(syntax.tokens[at].text in _MARKS for at in whole)
    main = any(syntax.tokens[at].head == at for at in run)
    return syntax.trim(whole) if main and not quotes and _has_clause(syntax, whole) else []


def _without_severed(syntax: Syntax, run: list[int]) -> list[int]:
    """Cut off what leads to a clause that is not there: ``in May when, at the lake``."""
    inside = {*run}
    for place, at in enumerate(run):
        opens = syntax.words[at] in _BINDING | _PRONOUNS and syntax.relations[at] != "det"
        if place and opens and _hangs_behind(syntax, at, inside):
            run = trim_end(syntax, syntax.trim(run[:place]))
            break
    comma = next((at for at in reversed(run) if syntax.words[at] == ","), None)
    tail = [at for at in run if comma is not None and at > comma]
    tops = [at for at in tail if syntax.tokens[at].head == at or syntax.tokens[at].head not in tail]
    severed = all(_hangs_behind(syntax, at, inside) for at in tops)
    if tops and (severed or _counts_to_next(syntax, tail)):
        run = trim_end(syntax, syntax.trim(at for at in run if at not in tail))
    return run


def _counts_to_next(syntax: Syntax, tail: list[int]) -> bool:
    """Tell ``one day`` before ``after Ida Noll said …``."""
    following = tail[-1] + 1
    leads = following < len(syntax.words) and syntax.words[following] in ("after", "before")
    return leads and len(tail) <= _REACH and syntax.tokens[tail[0]].upos in ("NUM", "DET", "ADJ")


def _hangs_behind(syntax: Syntax, at: int, inside: set[int]) -> bool:
    """Tell whether the head of a token stands after the rest, in what somebody says."""
    return syntax.tokens[at].head > max(inside)


def trim_end(syntax: Syntax, run: list[int]) -> list[int]:
    """Drop conjunctions, prepositions and articles that lead to nothing."""
    kept = list(run)
    while kept and _is_loose_end(syntax, kept[-1]):
        kept = syntax.trim(kept[:-1])
    return kept


def _is_loose_end(syntax: Syntax, at: int) -> bool:
    if syntax.words[at] in _BINDING:
        return True
    loose = syntax.tokens[at].upos in _LOOSE_TAGS and syntax.relations[at] in _LOOSE_RELATIONS
    soon = syntax.words[at] == "soon" and syntax.words[at - 1] == "as"
    return loose or soon or syntax.words[at] in _LOOSE_ENDS


def _without_openers(syntax: Syntax, run: list[int]) -> list[int]:
    """Drop ``because`` of a clause that is given as a fact."""
    kept = list(run)
    while kept and syntax.words[kept[0]] in _GIVEN and syntax.relations[kept[0]] == "mark":
        kept = syntax.trim(kept[1:])
    return kept


def _has_clause(syntax: Syntax, places: list[int]) -> bool:
    inside = {*places}
    return any(_stands(syntax, at, inside) for at in places)


def _stands(syntax: Syntax, at: int, inside: set[int]) -> bool:
    """Tell whether the token heads a clause with a finite verb and a subject, both inside."""
    if not _is_finite(syntax, at, inside) or _is_bound(syntax, at, inside):
        return False
    if is_bare_cue(syntax, at, max(inside)):
        return False
    if syntax.tokens[at].relation == "acl:relcl":
        return _is_of_first(syntax, at, inside)
    if not _is_main(syntax, at, inside):
        return False
    head = at
    while not any(child in inside for child in syntax.dependents(head, *_SUBJECTS)):
        if syntax.relations[head] != "conj" or syntax.tokens[head].head not in inside:
            return False
        head = syntax.tokens[head].head
    return True


def _is_finite(syntax: Syntax, at: int, inside: set[int]) -> bool:
    verbs = [at, *syntax.dependents(at, "aux", "cop")]
    return any(syntax.is_finite(verb) and verb in inside for verb in verbs)


def _is_bound(syntax: Syntax, at: int, inside: set[int]) -> bool:
    """Tell ``When the council met``, which waits for another clause."""
    marks = syntax.dependents(at, "mark", "advmod")
    return any(syntax.words[mark] in _BINDING and mark == min(inside) for mark in marks)


def is_bare_cue(syntax: Syntax, at: int, last: int) -> bool:
    """Tell ``the agency reported`` of ``X, the agency reported``."""
    verb = find_verb(syntax.words, at)
    return at == last and verb is not None and "quote" in verb.frames


def _is_main(syntax: Syntax, at: int, inside: set[int]) -> bool:
    head = syntax.tokens[at].head
    if syntax.relations[at] == "ccomp" and head in inside:
        return _stands(syntax, head, inside)
    if head == at or syntax.relations[at] in _MAIN:
        return True
    marks = syntax.dependents(at, "mark")
    given = all(syntax.words[mark] in _GIVEN and mark not in inside for mark in marks)
    return syntax.relations[at] == "advcl" and given


def _is_of_first(syntax: Syntax, at: int, inside: set[int]) -> bool:
    """Tell ``the firm, which shut the plant``, where the firm speaks in the main clause."""
    noun = syntax.tokens[at].head
    subjects = {syntax.words[child] for child in syntax.dependents(at, "nsubj")}
    if noun not in inside or not subjects & _RELATIVE:
        return False
    phrase = syntax.subtree(noun, without={at})
    return min(inside) in phrase and syntax.tokens[min(inside)].upos != "ADP"
