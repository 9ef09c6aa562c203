"""Content that is a bare phrase: ``praised the crew``, ``spoke of the strike``."""

from collections.abc import Iterable

from stemma.extract.attribution import Attribution
from stemma.extract.quoted import Quoted
from stemma.extract.syntax import Syntax

_FUNCTION = frozenset(("DET", "ADP", "PRON", "CCONJ", "SCONJ", "PART", "PUNCT", "SYM", "AUX"))
_CLAUSES = frozenset(("acl:relcl", "advcl"))
_LEAST = 3


def tell_phrases(
    syntax: Syntax, quoted: Quoted, attributions: Iterable[Attribution]
) -> list[Attribution]:
    """Mark what is no clause and no quotation, and drop what tells too little.

    A phrase is what somebody speaks about or does, and it asserts nothing: the report tells the
    whole sentence in its own voice.
    """
    found: list[Attribution] = []
    for one in attributions:
        if _is_phrase(syntax, quoted, one):
            if not _tells(syntax, quoted, one.content):
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
    tops = [at for at in content if syntax.tokens[at].head not in inside]
    return not any(_is_clause(syntax, at) for at in [*content[:1], *tops])


def _is_clause(syntax: Syntax, at: int) -> bool:
    """Tell whether a token heads a clause or an infinitive, or opens one."""
    if syntax.is_finite(at) or syntax.words[at] in ("to", "so", "that", "whether"):
        return True
    if syntax.dependents(at, "nsubj", "cop", "aux", "csubj", "expl"):
        return True
    return syntax.tokens[at].upos == "VERB" and syntax.tokens[at].xpos in ("VB", "VBG")


def _tells(syntax: Syntax, quoted: Quoted, content: list[int]) -> bool:
    """Tell more than ``his retirement``: three words of meaning, a number, or a quotation."""
    meant = [at for at in content if syntax.tokens[at].upos not in _FUNCTION]
    return len(meant) >= _LEAST or any(
        quoted.of[at] >= 0 or syntax.tokens[at].upos == "NUM" for at in content
    )
