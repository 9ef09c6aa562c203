"""The names of one report, and the phrases that hold them."""

from stemma.extract.sources.persons import Persons
from stemma.extract.text import Syntax
from stemma.model import Name

_NOT_PART_OF_NAME = frozenset(("acl:relcl", "parataxis", "dep"))


class Names:
    """Where names stand; ``at`` holds the name that each token stands in."""

    def __init__(self, syntax: Syntax, persons: Persons) -> None:
        """Take the trees and people of a report."""
        self.syntax = syntax
        self.persons = persons
        self.media = persons.media
        self.at: dict[int, Name] = {
            place: name for name in syntax.annotated.names for place in range(name.first, name.last)
        }

    def head(self, places: list[int]) -> int:
        """Give the head of a phrase: its first token that hangs outside."""
        inside = set(places)
        loose = [
            at
            for at in places
            if not self.syntax.is_mark(at)
            and (self.syntax.tokens[at].head == at or self.syntax.tokens[at].head not in inside)
        ]
        loose += [
            child
            for at in loose
            if self.syntax.tokens[at].upos == "VERB"
            for child in self.syntax.dependents(at, "nsubj")
            if child in inside
        ]
        nouns = [at for at in loose if self.syntax.tokens[at].upos in ("NOUN", "PROPN", "PRON")]
        return (nouns or loose or places)[0]

    def whole(self, places: list[int], outside: set[int]) -> list[int]:
        """Add the rest of a name that the phrase begins or ends within."""
        if not places:
            return places
        first, last = self.at.get(places[0]), self.at.get(places[-1])
        start = places[0] if first is None else first.first
        end = places[-1] + 1 if last is None else last.last
        added = [*range(start, places[0]), *range(places[-1] + 1, end)]
        return places if outside.intersection(added) else sorted({*places, *added})

    def split(self, places: list[int]) -> list[list[int]]:
        """Split ``the Fenland Times and Reuters`` into its names; other phrases stay whole."""
        parts: list[list[int]] = [[]]
        for at in places:
            if at not in self.at and self.syntax.words[at] in ("and", ","):
                parts.append([])
            else:
                parts[-1].append(at)
        named = all(any(at in self.at for at in part) for part in parts)
        return parts if named else [places]

    def bare(self, places: list[int]) -> str:
        """Give the words without relative clauses, leading article and apposition."""
        head = self.head(places)
        drop = {
            child
            for child in places
            if child != head
            and (
                self.syntax.tokens[child].relation in _NOT_PART_OF_NAME
                or (self.syntax.relations[child] == "appos" and (head in self.at))
            )
        }
        dropped = {below for child in drop for below in self.syntax.subtree(child)}
        kept = self.syntax.trim(at for at in places if at not in dropped) or places
        if len(kept) > 1 and self.syntax.words[kept[0]] in ("the", "both"):
            kept = kept[1:]
        first, last = kept[0], kept[-1]
        return self.syntax.text([at for at in range(first, last + 1) if at in set(places)])
