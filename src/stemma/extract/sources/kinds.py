"""What kind of source a phrase is, and for whom a spokesperson speaks."""

from stemma.extract.lexicon import speaker_kind, words
from stemma.extract.sources.counts import PLURAL_TAGS, QUANTIFIERS, count_people
from stemma.extract.sources.media import is_outlet
from stemma.extract.sources.names import Names
from stemma.extract.text import Syntax
from stemma.model.statement import SourceKind

_FEW = 12
SPEAKS_FOR = words("sources.speaks_for")
_ON_BEHALF = frozenset(("for", "of", "at", "with", "from"))
_ARTICLES = frozenset(("a", "an", "the"))


def find_kind(names: Names, places: list[int], head: int) -> tuple[SourceKind, int | None]:
    """Give the kind of a phrase with this head, and how many people it is where it tells."""
    syntax = names.syntax
    name = names.at.get(head)
    if name is not None and syntax.tokens[head].text[:1].isupper():
        text = syntax.annotated.report.text[name.start : name.end]
        outlet = is_outlet(text, names.media) or is_outlet(names.bare(places), names.media)
        if outlet and head not in names.persons.at:
            return "outlet", None
        return ("person" if name.kind == "person" else "organisation"), None
    if is_outlet(names.bare(places), names.media):
        return "outlet", None
    kind = _common(names, places, head)
    count = count_people(syntax, places, head) if kind in ("unnamed", "crowd") else None
    if kind == "crowd" and count is not None and count <= _FEW:
        return "unnamed", count
    return kind, count


def _common(names: Names, places: list[int], head: int) -> SourceKind:
    """Give the kind of a phrase that is no name."""
    syntax = names.syntax
    word = syntax.words[head]
    if word in QUANTIFIERS or syntax.tokens[head].upos in ("NUM", "DET"):
        for child in syntax.dependents(head, "nmod", "obl"):
            if child in places:
                return _plural_kind(syntax, child)
        return "unnamed" if word in ("one", "another", "two", "three") else "crowd"
    if word in SPEAKS_FOR:
        principal = speaks_for(names, places, head)
        whole = syntax.text(places)
        people = any(at in names.persons.at for at in places)
        return "unnamed" if principal == whole or people else "organisation"
    if _is_capital(syntax, head):
        return "organisation"
    return _plural_kind(syntax, head)


def speaks_for(names: Names, places: list[int], head: int) -> str:
    """Give the organisation that a spokesperson speaks for, the whole phrase for none."""
    syntax = names.syntax
    before = [at for at in places if at < head and syntax.words[at] not in _ARTICLES]
    bodies = [at for at in before if _is_body_word(syntax, at)]
    if any(_is_capital(syntax, at) for at in bodies):
        first, last = bodies[0], bodies[-1]
        while first - 1 in before and (
            syntax.tokens[first - 1].head == first or syntax.tokens[first - 1].text[:1].isupper()
        ):
            first -= 1
        return syntax.text(range(first, last + 1))
    for child in syntax.dependents(head, "nmod"):
        phrase = [at for at in syntax.subtree(child) if at in places]
        known = any(at in names.at or _is_capital(syntax, at) for at in phrase)
        if not known or not phrase or syntax.words[phrase[0]] not in _ON_BEHALF:
            continue
        while phrase and syntax.words[phrase[0]] in _ON_BEHALF | _ARTICLES:
            phrase.pop(0)
        if phrase:
            return syntax.text(phrase)
    return syntax.text(places)


def _plural_kind(syntax: Syntax, at: int) -> SourceKind:
    kind = speaker_kind(syntax.words[at])
    plural = syntax.tokens[at].xpos in PLURAL_TAGS
    match kind:
        case "unnamed/crowd":
            return "crowd" if plural else "unnamed"
        case "unnamed" | "document" | "organisation" | "crowd" | "outlet":
            return kind
        case _:
            return "crowd" if plural else "unnamed"


def _is_body_word(syntax: Syntax, at: int) -> bool:
    """Tell ``ministry`` and ``NATO`` from ``German`` and ``senior``."""
    if speaker_kind(syntax.words[at]) == "organisation":
        return True
    return _is_capital(syntax, at) and syntax.tokens[at].upos != "ADJ"


def _is_capital(syntax: Syntax, at: int) -> bool:
    """Tell a name that the name finder missed from the first word of a sentence."""
    token = syntax.tokens[at]
    first = syntax.sentence(at).first == at
    return token.text[:1].isupper() and not (first and token.upos != "PROPN")
