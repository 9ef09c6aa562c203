"""ClearNLP trees to Universal Dependencies.

ClearNLP (Choi & Palmer 2012) hangs a phrase under its preposition, a predicate under its copula,
and each conjunct under the one before; Universal Dependencies (version 2) hangs function words
under content words, and all conjuncts under the first.
"""

from functools import cache

from stemma.language.adapters.trees import ROOT, Tree
from stemma.tables import read_table

SCHEME = "clearnlp"

_OBJECTS = ("pobj", "pcomp")
_INNER = "pobj"
"""What an object is called until the outer preposition takes it: "from behind the mill"."""

_COPULAS = frozenset(
    ("be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m")
)
_PLACES = frozenset(
    ("here", "there", "away", "home", "abroad", "up", "down", "over", "out", "back")
)
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"))
_VERBAL = frozenset(("VERB", "AUX"))
_FIXED = frozenset(
    (
        ("according", "to"),
        ("because", "of"),
        ("due", "to"),
        ("instead", "of"),
        ("prior", "to"),
        ("rather", "than"),
        ("such", "as"),
        ("as", "of"),
        ("as", "to"),
    )
)


@cache
def relations(scheme: str) -> dict[str, str]:
    """Map the labels of a scheme to ours (``tables/relations.tsv``)."""
    rows = read_table("stemma.language", "relations.tsv")
    return {theirs: ours for name, theirs, ours in rows if name == scheme}


@cache
def own_labels() -> frozenset[str]:
    """Give the labels that ClearNLP has and Universal Dependencies has not."""
    return frozenset(relations(SCHEME))


def to_universal(tree: Tree) -> None:
    """Rewrite a settled tree with ClearNLP's labels."""
    tree.rename(lambda at: "compound" if tree.relations[at] == "nmod" else tree.relations[at])
    for at in tree.bottom_up():
        _lower_preposition(tree, at)
    for at in tree.bottom_up():
        _lower_copula(tree, at)
    _join_fixed(tree)
    tree.rename(lambda at: _relation(tree, at))
    _level_conjuncts(tree)


def _lower_preposition(tree: Tree, at: int) -> None:
    """Hang a preposition under its object, and the object where the preposition hung."""
    objects = [child for child in tree.children(at) if tree.relations[child] in _OBJECTS]
    if not objects:
        return
    inner = objects[0]
    clause = tree.relations[inner] == "pcomp" and tree.upos[inner] in _VERBAL
    relation = _object_relation(tree, at, clause=clause)
    tree.promote(inner, as_relation=relation, leaving="mark" if clause else "case")


def _object_relation(tree: Tree, at: int, *, clause: bool) -> str:
    head, relation = tree.heads[at], tree.relations[at]
    if head == at:
        return ROOT
    if relation == "conj":
        return relation
    if relation == "pcomp" or _awaits_object(tree, head):
        return _INNER
    if relation == "agent":
        return "obl:agent"
    nominal = tree.upos[head] in _NOMINAL
    if clause:
        return "acl" if nominal else "advcl"
    return "nmod" if nominal else "obl"


def _awaits_object(tree: Tree, at: int) -> bool:
    """Tell whether a word is a preposition with no object but the prepositions below it."""
    return tree.relations[at] in ("prep", "agent") and not any(
        tree.relations[child] in _OBJECTS for child in tree.children(at)
    )


def _lower_copula(tree: Tree, at: int) -> None:
    """Hang "is" under what someone or something is."""
    if tree.words[at] not in _COPULAS or tree.relations[at] in ("aux", "auxpass"):
        return
    below = tree.children(at)
    predicates = [child for child in below if tree.relations[child] in ("attr", "acomp")]
    if any(tree.relations[child] == "expl" and tree.words[child] == "there" for child in below):
        for child in predicates:
            tree.relations[child] = "nsubj"
        return
    after = [child for child in predicates or _places(tree, at, below) if child > at]
    chosen = next(iter([*after, *predicates]), None)
    if chosen is not None:
        tree.promote(chosen, as_relation=tree.relations[at], leaving="cop")


def _places(tree: Tree, at: int, below: list[int]) -> list[int]:
    """Give the phrases that say where, what for or with whom someone is."""
    if any(tree.relations[child] in ("ccomp", "xcomp") for child in below):
        return []
    return [
        child
        for child in below
        if child > at
        and (tree.relations[child] == "obl" or tree.words[child] in _PLACES)
        and tree.upos[child] not in _VERBAL
    ]


def _join_fixed(tree: Tree) -> None:
    """Make "according to" one preposition."""
    for at in range(1, len(tree)):
        pair = (tree.words[at - 1], tree.words[at])
        if pair in _FIXED and tree.heads[at] == tree.heads[at - 1] and tree.relations[at] == "case":
            tree.relations[at - 1] = "case"
            tree.attach(at, at - 1, "fixed")


def _relation(tree: Tree, at: int) -> str:
    label = tree.relations[at]
    if label == "aux" and tree.xpos[at] == "TO":
        return "mark"
    return relations(SCHEME).get(label, label)


def _level_conjuncts(tree: Tree) -> None:
    """Hang all conjuncts under the first, "and" and the comma under the conjunct that follows."""
    first = list(tree.heads)
    for at in tree.bottom_up()[::-1]:
        if tree.relations[at] == "conj" and tree.relations[tree.heads[at]] == "conj":
            first[at] = first[tree.heads[at]]
    for at, relation in enumerate(list(tree.relations)):
        if relation in ("cc", "punct"):
            following = next(
                (
                    child
                    for child in tree.children(tree.heads[at])
                    if child > at and tree.relations[child] == "conj"
                ),
                None,
            )
            between = tree.heads[at] < at
            if following is not None and between:
                first[at] = following
    tree.heads[:] = first
