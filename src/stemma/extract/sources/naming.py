"""Whom a phrase names: ``the engineer Ada Lovelace``, ``one insurer, Acme Mutual``."""

from collections.abc import Sequence

from stemma.extract.lexicon import speaker_kind
from stemma.extract.sources.counts import PLURAL_TAGS
from stemma.extract.sources.names import Names
from stemma.extract.sources.persons import Person
from stemma.model import Name

_PREPOSITIONS = frozenset(("of", "for", "to", "by", "with", "from", "in", "at", "and", "'s"))
_AGENTIVE = ("er", "or", "ist", "man", "ian", "star")
_ARTICLES = frozenset(("a", "an", "the", "who"))


def find_person(names: Names, places: list[int]) -> Person | None:
    """Give the person whom a phrase names, as its head or beside a role."""
    persons = names.persons
    head = names.head(places)
    if head in persons.at:
        return persons.at[head]
    name = names.at.get(head)
    if name is not None and name.last - name.first > 1:
        return persons.by_surname(name)
    inside = [at for at in places if at in persons.at and names.at[at].first == at]
    for at in inside:
        last = names.at[at].last
        owner = last in places and names.syntax.words[last] in ("'s", "'")
        token = names.syntax.tokens[at]
        apposed = token.head == head and names.syntax.relations[at] == "appos"
        if not owner and (apposed or _is_beside(names, places, head, at)):
            return persons.at[at]
    return None


def _is_beside(names: Names, places: Sequence[int], head: int, at: int) -> bool:
    """Tell ``Mayor of Tarn Ada Lovelace`` from ``spokesman for Ada Lovelace``."""
    if at < head:
        return False
    blocking = _PREPOSITIONS - ({"and"} if _are_one(names, places, head) else set())
    words = names.syntax.words
    if all(words[place] not in blocking for place in places if head <= place < at):
        return True
    if not _is_somebody(words[head]) or any(_is_somebody(word) for word in words[head + 1 : at]):
        return False
    before = names.at.get(at - 1)
    if before is not None:
        return before.kind != "person" and before.first > head
    tokens = names.syntax.tokens
    listed = tokens[at - 1].xpos == "NN" and words[at - 2] == "the"
    return words[at - 1] == "," or (listed and not words[at - 1].endswith(_AGENTIVE))


def _is_somebody(word: str) -> bool:
    return (speaker_kind(word) or "").startswith("unnamed")


def _are_one(names: Names, places: Sequence[int], head: int) -> bool:
    """Tell ``chairman and chief executive Ada Lovelace``, who is one."""
    syntax = names.syntax
    others = [child for child in syntax.dependents(head, "conj") if child in places]
    people = {id(names.persons.at[at]) for at in places if at in names.persons.at}
    return len(people) == 1 and all(
        _is_titled(names, head, child)
        or (syntax.tokens[child].xpos == "NN" and not syntax.dependents(child, "det", "nummod"))
        for child in others
    )


def _is_titled(names: Names, head: int, at: int) -> bool:
    """Tell ``and chief executive Ada Lovelace`` from ``and Ada Lovelace``."""
    syntax = names.syntax
    return (
        at in names.persons.at
        and syntax.words[at - 1] != "and"
        and not syntax.is_mark(at - 1)
        and head not in names.persons.at
        and not syntax.dependents(head, "det", "nummod")
        and syntax.tokens[head].xpos in ("NN", "NNP")
    )


def is_several(names: Names, places: list[int], head: int) -> bool:
    """Tell a coordination from a name whose apposition the parser has split."""
    syntax = names.syntax
    name = names.at.get(head)
    if name is not None and name.last in places and syntax.words[name.last] == ",":
        following = name.last + 1
        if syntax.words[min(following, places[-1])] in _ARTICLES:
            return False
    joined = any(child in places for child in syntax.dependents(head, "conj"))
    return joined and not _are_one(names, places, head)


def apposed_body(names: Names, places: list[int], head: int) -> list[int] | None:
    """Give the name in ``one insurer, Acme Mutual``."""
    syntax = names.syntax
    at_end = names.at.get(places[-1])
    if at_end is not None and _is_last_of_two(names, places, at_end):
        return list(range(at_end.first, at_end.last))
    if head in names.at or syntax.tokens[head].upos != "NOUN":
        return None
    if syntax.tokens[head].xpos in PLURAL_TAGS or is_several(names, places, head):
        return None
    beside = names.at.get(head + 1)
    if beside is not None and beside.kind == "organisation" and places[-1] == beside.last - 1:
        return list(range(beside.first, beside.last))
    for child in syntax.dependents(head, "appos"):
        name = names.at.get(child)
        if name is not None and name.kind == "organisation" and head < name.first:
            body = [at for at in range(name.first, name.last) if at in places]
            if len(body) == name.last - name.first:
                return body
    return None


def _is_last_of_two(names: Names, places: Sequence[int], name: Name) -> bool:
    """Tell ``the operator, Acme`` by its comma alone."""
    before = [at for at in places if at < name.first - 1]
    return (
        name.kind == "organisation"
        and name.first - 1 in places
        and names.syntax.words[name.first - 1] == ","
        and not any(at in names.at or names.syntax.is_mark(at) for at in before)
        and [names.syntax.tokens[at].xpos for at in before[-1:]] == ["NN"]
    )
