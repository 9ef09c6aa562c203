"""Content that is a bare phrase: ``praised the crew``, ``spoke of the strike``."""

from collections.abc import Iterable

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import find_verb
from stemma.extract.reading import Reading
from stemma.extract.sources import is_person
from stemma.extract.text import Quoted, Syntax

_RELATIVE = frozenset(("who", "which", "that", "whom", "whose", "where", "when"))
_ABOUT = frozenset(("on", "to", "about", "of"))


def tell_phrases(reading: Reading, attributions: Iterable[Attribution]) -> list[Attribution]:
    """Mark what is no clause and no quotation, and drop what somebody does and does not say.

    A phrase is what somebody speaks about or does, and it asserts nothing: the report tells the
    whole sentence in its own voice.
    """
    syntax, quoted = reading.syntax, reading.quoted
    found: list[Attribution] = []
    for one in attributions:
        if _is_phrase(syntax, quoted, one):
            if _is_empty(syntax, one.content) or _is_deed(syntax, quoted, one):
                continue
            if _is_setting(syntax, one) or _acts(reading, one):
                continue
            one.phrase = one.topic = True
        found.append(one)
    return found


def _is_phrase(syntax: Syntax, quoted: Quoted, attribution: Attribution) -> bool:
    if (
        attribution.response
        or attribution.negated
        or not attribution.cue
        or attribution.continues is not None
        or attribution.nominal
        or attribution.content[0] < attribution.cue[-1]
        or syntax.tokens[attribution.cue[-1]].upos != "VERB"
    ):
        return False
    content = attribution.content
    inside = set(content)
    if any(quoted.opens_speech(at) for at in content):
        return False
    heads = ((at, syntax.tokens[at].head) for at in content)
    tops = {content[0], *(at for at, head in heads if head == at or head not in inside)}
    tops.update(
        at for at in content if syntax.tokens[at].head in tops and _is_finite_aside(syntax, at)
    )
    if not any(_is_clause(syntax, at) for at in tops):
        return True
    scene = all(_is_participle(syntax, at) for at in tops if _is_clause(syntax, at))
    return scene and _is_deed(syntax, quoted, attribution)


def _is_participle(syntax: Syntax, at: int) -> bool:
    """Tell ``reported shots ringing out`` from ``reported that shots were ringing out``."""
    return syntax.tokens[at].xpos == "VBG" and not syntax.dependents(at, "aux")


def _is_finite_aside(syntax: Syntax, at: int) -> bool:
    """Tell the verb of ``confirmed shots had been fired``, hung on its subject by mistake."""
    if syntax.relations[at] != "acl":
        return False
    verbs = [at, *syntax.dependents(at, "aux", "cop")]
    below = [*syntax.dependents(at, "nsubj"), *syntax.children[at]]
    bare = not syntax.dependents(at, "nsubj") or syntax.tokens[at].relation == "acl"
    relative = any(syntax.words[child] in _RELATIVE for child in below)
    return bare and not relative and any(syntax.is_finite(verb) for verb in verbs)


def _is_clause(syntax: Syntax, at: int) -> bool:
    """Tell whether a token heads a clause or an infinitive, or opens one."""
    if syntax.is_finite(at) or syntax.words[at] in ("to", "so", "that", "whether"):
        return True
    if syntax.dependents(at, "nsubj", "cop", "aux", "csubj", "expl"):
        return True
    return syntax.tokens[at].upos == "VERB" and syntax.tokens[at].xpos in ("VB", "VBG")


def _is_deed(syntax: Syntax, quoted: Quoted, attribution: Attribution) -> bool:
    """Tell ``announced her retirement`` and ``posted a clip`` from ``announced “a new start”``."""
    verb = find_verb(syntax.words, attribution.cue[-1])
    if verb is None or "deed" not in verb.frames:
        return False
    return not any(quoted.of[at] >= 0 for at in attribution.content)


def _is_empty(syntax: Syntax, content: list[int]) -> bool:
    """Tell ``thanked her`` and ``considered building``, which tell nothing alone."""
    told = {syntax.tokens[at].upos for at in content if not syntax.is_mark(at)}
    return told <= {"PRON", "DET"} or told == {"VERB"}


def _is_setting(syntax: Syntax, attribution: Attribution) -> bool:
    """Tell ``Commenting on the strike, she …`` and ``a word referring to X`` from speech."""
    at = attribution.cue[-1]
    participle = syntax.tokens[at].xpos == "VBG" and not syntax.dependents(at, "aux")
    return participle and syntax.words[at + 1] in _ABOUT


def _acts(reading: Reading, attribution: Attribution) -> bool:
    """Tell ``the crew showed courage`` from ``the figures show a fall``."""
    if attribution.verb_class != "show" or not attribution.source:
        return False
    return is_person(reading.names, reading.names.head(attribution.source))
