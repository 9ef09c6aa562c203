"""Content that is no clause: ``vowed to X``, ``denied X``, ``accused Y of X``, ``called for X``."""

from stemma.extract.lexicon import words
from stemma.extract.predicates.predicate import Content, Predicate

_SETTINGS = words("complements.settings")
_WITH_OBJECT = frozenset(("of", "for", "as", "with", "over", "against"))
_INFINITIVE = frozenset(("order", "vow", "stance", "refuse"))
_PURPOSE = frozenset(("order", "refuse"))
_NAMED = 2
_NEAR = 12
_SETTING_WORDS = 4


def read_infinitive(predicate: Predicate) -> Content | None:
    """Read ``urged Y to X``: whom and what."""
    syntax, at = predicate.syntax, predicate.at
    verbs = [
        child
        for child in predicate.right("xcomp", "ccomp", "advcl")
        if "to" in predicate.marks(child)
    ]
    if not verbs:
        return None
    purpose = syntax.relations[verbs[0]] == "advcl"
    if purpose and predicate.verb.frames["to"] not in _PURPOSE:
        return None
    heads = [verbs[0], *(child for child in predicate.right("obj", "iobj") if child < verbs[0])]
    without = {child for child in syntax.dependents(verbs[0], "conj") if syntax.is_finite(child)}
    places = {
        place for head in heads for place in syntax.subtree(head, without=without) if place > at
    }
    kept = syntax.trim(places)
    while kept and syntax.words[kept[-1]] in ("and", "but", "or"):
        kept = syntax.trim(kept[:-1])
    return Content("to", kept)


def read_object(predicate: Predicate) -> Content | None:
    """Read the object and what joins on to it without a comma."""
    syntax, at = predicate.syntax, predicate.at
    objects = predicate.right("obj", "iobj") or _gerunds(predicate) or _named(predicate)
    if not objects or not _is_judged(predicate):
        return None
    if "naming" in predicate.verb.frames and not _names(predicate, objects):
        return None
    places = {place for child in objects for place in syntax.subtree(child) if place > at}
    judged: set[int] = set()
    for child in sorted(predicate.right("obl", "advcl", "xcomp", "ccomp")):
        block = syntax.subtree(child)
        quotes = predicate.quoted.of[block[0]] >= 0
        joins = block[0] == max(places) + 1 and (quotes or not syntax.is_mark(block[0]))
        if joins and not _is_setting(predicate, child):
            places.update(predicate.quoted.widen(block) if quotes else block)
        elif "as" in predicate.verb.frames and "as" in predicate.marks(child):
            judged.update(predicate.quoted.widen(block))
    first, last = syntax.runs(places)[0]
    aside = (place for place in range(first, last) if _is_aside(predicate, place))
    kept = syntax.trim({*range(first, next(aside, last)), *judged})
    return Content("object", kept) if kept else None


def _gerunds(predicate: Predicate) -> list[int]:
    """Give the object of ``proposed closing the bridge``."""
    return [
        child
        for child in predicate.right("xcomp", "ccomp")
        if predicate.syntax.tokens[child].xpos == "VBG"
    ]


def _is_judged(predicate: Predicate) -> bool:
    """Tell ``saw the plan as a trick`` from ``saw the plan``."""
    behind = predicate.right("obl", "advcl", "xcomp")
    judged = any("as" in predicate.marks(child) for child in behind)
    return judged or "judged" not in predicate.verb.frames


def _named(predicate: Predicate) -> list[int]:
    """Give what gets a name, and the name: ``called the plan a trick``, where both are alike."""
    named = predicate.right("xcomp") if "naming" in predicate.verb.frames else []
    return named if len(named) >= _NAMED else []


def _names(predicate: Predicate, objects: list[int]) -> bool:
    """Tell ``called the plan a trick`` and ``called it “a trick”`` from ``called the police``."""
    if len(objects) >= _NAMED or predicate.right("xcomp"):
        return True
    window = range(predicate.at + 1, min(predicate.at + _NEAR, predicate.sentence.last))
    return any(predicate.quoted.of[at] >= 0 for at in window)


def _is_aside(predicate: Predicate, at: int) -> bool:
    """Tell the comma of ``blamed the council, raising fears``."""
    syntax = predicate.syntax
    following = at + 1
    return (
        syntax.words[at] == ","
        and following < predicate.sentence.last
        and syntax.tokens[following].xpos == "VBG"
    )


def _is_setting(predicate: Predicate, child: int) -> bool:
    """Tell when and where something was said from what was said."""
    syntax = predicate.syntax
    if syntax.relations[child] not in ("obl", "advcl"):
        return False
    block = syntax.subtree(child)[:_SETTING_WORDS]
    return syntax.tokens[child].relation == "obl:unmarked" or any(
        syntax.words[at] in _SETTINGS for at in block
    )


def read_preposition(predicate: Predicate) -> Content | None:
    """Read ``called for X``, ``warned of X`` and ``spoke at length to voters about X``."""
    syntax, frames = predicate.syntax, predicate.verb.frames
    for mark in _prepositions(predicate):
        frame, child = syntax.words[mark], syntax.tokens[mark].head
        if frame == "to" and frames["to"] in _INFINITIVE:
            continue
        if "object" in frames and frame in _WITH_OBJECT and predicate.right("obj"):
            continue
        behind = (*predicate.right("xcomp", "advcl"), *_as(predicate))
        heads = [child, *(later for later in behind if later > child)]
        places = {place for head in heads for place in syntax.subtree(head) if place > mark}
        if places:
            return Content(frame, syntax.trim(range(mark + 1, max(places) + 1)))
    return None


def _as(predicate: Predicate) -> list[int]:
    """Give the name of ``referred to the plan as a trick``."""
    return [child for child in predicate.right("obl") if "as" in predicate.marks(child)]


def _prepositions(predicate: Predicate) -> list[int]:
    """Give the prepositions that can bring what is said: right behind the verb or its adverbs.

    ``about`` may stand further off, behind those who are told.
    """
    syntax, found, told = predicate.syntax, list[int](), False
    for mark in predicate.behind[:_NEAR]:
        if syntax.is_mark(mark) or syntax.is_finite(mark):
            break
        brings = syntax.words[mark] in predicate.verb.frames and syntax.tokens[mark].head > mark
        near = not told or syntax.words[mark] == "about"
        if brings and near and syntax.relations[mark] in ("case", "mark"):
            found.append(mark)
        told = told or syntax.tokens[mark].upos != "ADV"
    return found


def read_so(predicate: Predicate) -> Content | None:
    """Read ``thinks so``."""
    so = [child for child in predicate.right("advmod") if predicate.syntax.words[child] == "so"]
    return Content("so", so) if so else None
