"""The people whom one report names: full names, gender where it is told, and roles."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from stemma.extract.lexicon import MEN, WOMEN, Gender, gender_of_first_name, told_gender, words
from stemma.extract.sources.media import find_media, is_outlet
from stemma.extract.text import Syntax, noun_phrase
from stemma.model import Name

_TITLES = words("persons.titles")
_OWNS: tuple[tuple[str, Gender], ...] = (("his", "m"), ("her", "f"))
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_NEAR = 6


@dataclass(slots=True, eq=False)
class Person:
    """One person of one report.

    ``name`` is the fullest form; ``mentions`` are token ranges; ``roles`` are the lower-case
    nouns that stand beside the name ("senator", "lecturer"), ``description`` the longest
    apposition.
    """

    name: str
    mentions: list[Name] = field(default_factory=list[Name])
    gender: Gender | None = None
    roles: set[str] = field(default_factory=set[str])
    description: str | None = None


def bare_words(text: str) -> list[str]:
    """Give the words of a name without titles, suffixes and possessive endings."""
    words = [word.strip(".,") for word in text.replace("’", "'").split()]
    words = [word.removesuffix("'s").removesuffix("'") for word in words]
    kept = [word for word in words if word and word.lower() not in _TITLES | _SUFFIXES]
    return kept or words


class Persons:
    """The people of one report, and who stands where."""

    def __init__(self, syntax: Syntax) -> None:
        """Group the mentions of each person by surname, or first name where that tells."""
        self.syntax = syntax
        text = syntax.annotated.report.text
        self.media = find_media(syntax.annotated.report)
        named = [
            (name, text[name.start : name.end])
            for name in syntax.annotated.names
            if name.kind == "person"
        ]
        surnames = {written.split()[-1] for _, written in named if " " in written}
        names = [
            name
            for name, written in named
            if written in surnames or not is_outlet(written, self.media)
        ]
        words = [bare_words(text[name.start : name.end]) for name in names]
        full = _full_names(words)
        found: dict[str, Person] = {}
        self.at: dict[int, Person] = {}
        for name, bare in zip(names, words, strict=True):
            key = full[" ".join(bare)]
            person = found.setdefault(key, Person(name=key))
            person.mentions.append(name)
            for place in range(name.first, name.last):
                self.at[place] = person
        self.all: Sequence[Person] = tuple(found.values())
        for person in self.all:
            self._learn(person)

    def by_surname(self, name: Name) -> Person | None:
        """Give the person whose name ends a name that was taken for something else."""
        text = self.syntax.annotated.report.text[name.start : name.end]
        bare = bare_words(text)
        found = [
            person for person in self.all if len(bare) > 1 and bare[-2:] == person.name.split()[-2:]
        ]
        return found[0] if len(found) == 1 else None

    def _learn(self, person: Person) -> None:
        """Read roles and gender from the words beside the mentions."""
        for name in person.mentions:
            person.roles |= self._roles_before(name)
            for place in range(name.first, name.last):
                person.roles.add(self.syntax.words[place].strip("."))
                for child in self.syntax.dependents(place, "appos"):
                    person.roles.add(self.syntax.words[child])
                    phrase = self._apposition(child)
                    if phrase[:1].isalpha() and len(phrase) > len(person.description or ""):
                        person.description = phrase
        person.gender = told_gender(person.roles)
        if person.gender is None and " " in person.name and not person.roles & MEN:
            person.gender = gender_of_first_name(person.name.split()[0])
        if person.gender is None and not person.roles & (MEN | WOMEN):
            person.gender = self._owner_gender(person)

    def _owner_gender(self, person: Person) -> Gender | None:
        """Give the gender that ``NAME mourns her cousin`` tells, if all such words agree."""
        votes: set[Gender] = set()
        for name in person.mentions:
            top = self._subject_of(name)
            owned = [] if top is None else self.syntax.subtree(top)
            for at in owned:
                between = range(name.last, at)
                alone = not any(place in self.at for place in between)
                if at > name.first and alone and self.syntax.relations[at] == "nmod":
                    votes |= {gender for word, gender in _OWNS if word == self.syntax.words[at]}
        return votes.pop() if len(votes) == 1 else None

    def _subject_of(self, name: Name) -> int | None:
        """Give the verb whose subject a name is."""
        for at in range(name.first, name.last):
            if self.syntax.relations[at] == "nsubj":
                return self.syntax.tokens[at].head
        return None

    def _roles_before(self, name: Name) -> set[str]:
        """Give the words before a name that hang on it, and the last one in any case."""
        first = self.syntax.sentence(name.first).first
        near = range(max(first, name.first - _NEAR), name.first)
        inside = range(name.first, name.last)
        found = [
            place
            for place in near
            if not self.syntax.is_mark(place)
            and (self.syntax.tokens[place].head in inside or place == name.first - 1)
        ]
        return {self.syntax.words[place].strip(".") for place in found}

    def _apposition(self, child: int) -> str:
        """Quote an apposition without its relative clauses."""
        clauses = {
            below
            for below in self.syntax.subtree(child)
            if self.syntax.tokens[below].relation == "acl:relcl"
        }
        return self.syntax.text(noun_phrase(self.syntax, child, without=clauses))


def _full_names(words: Sequence[Sequence[str]]) -> dict[str, str]:
    """Give the fullest name of each form, where one alone fits."""
    forms = sorted({" ".join(bare) for bare in words})
    full = [form for form in forms if " " in form]
    found: dict[str, str] = {}
    for form in forms:
        parts = form.split()
        longer = [other for other in full if other != form and _fits(parts, other.split())]
        firsts = {(other.split()[0], other.split()[-1]) for other in longer}
        found[form] = max(longer, key=len) if len(firsts) == 1 else form
    return found


def _fits(parts: Sequence[str], longer: Sequence[str]) -> bool:
    """Tell whether a form can be short for a longer one: surname, or first and last name."""
    if len(parts) >= len(longer):
        return False
    if len(parts) == 1:
        return parts[0] in (longer[-1], longer[0])
    return parts[0] == longer[0] and parts[-1] == longer[-1]
