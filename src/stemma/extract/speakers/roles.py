"""Who "the analyst", "the engineers" and "the 40-year-old" are, within one report."""

from functools import cache

from stemma.extract.lexicon import speaker_kind, told_gender, words
from stemma.extract.sources import PLURAL_TAGS, Person
from stemma.extract.speakers.coreference import Coreference
from stemma.extract.speakers.speaker import Speaker
from stemma.tables import read_lines

_DEMONSTRATIVE = frozenset(("the", "this", "that", "these", "those"))
_LATEST = 60
_MAX_ROLE = 3
_MAX_AGED = 7
_AGED_TOKENS = 8
_OFFICES = words("roles.offices")
_UNSAID = frozenset(("mr", "mrs", "ms", "miss"))


@cache
def _role_families() -> tuple[frozenset[str], ...]:
    lines = read_lines("stemma.extract", "role_families.txt")
    return tuple(frozenset(line.split()) for line in lines)


class Roles:
    """Resolves roles of speakers by who has been described so, and who spoke last."""

    def __init__(self, coreference: Coreference) -> None:
        """Share what is known of the speakers so far."""
        self.coreference = coreference
        self.syntax = coreference.syntax
        self.persons = coreference.persons
        self._first: dict[str, int] = {}
        for at, word in enumerate(self.syntax.words):
            self._first.setdefault(word, at)

    def find(self, places: list[int]) -> Person | Speaker | None:
        """Give whom a role means: a person, or an earlier speaker without a name."""
        core = self._core(places)
        age = self._age(core)
        if age is not None:
            return self._aged(core[0], age)
        if not self._is_role(core):
            return None
        earlier = self._same_role(core)
        person = self._person(core)
        if earlier is not None and person is None:
            return earlier
        return person

    def _core(self, places: list[int]) -> list[int]:
        """Give the words without relative clauses: ``the mayor, who was there,``."""
        clauses = {
            below
            for at in places
            if self.syntax.tokens[at].relation == "acl:relcl"
            for below in self.syntax.subtree(at)
        }
        return self.syntax.trim(at for at in places if at not in clauses) or places

    def _is_role(self, places: list[int]) -> bool:
        """Tell "the analyst" from "the analyst in Rome" and "the Acme analyst"."""
        return (
            self.syntax.words[places[0]] in _DEMONSTRATIVE
            and 1 < len(places) <= _MAX_ROLE
            and all(self.syntax.tokens[at].upos != "PROPN" for at in places)
        )

    def _person(self, places: list[int]) -> Person | None:
        """Give who is described so, else the last speaker whose roles go with it."""
        role, here = self.syntax.words[places[-1]], places[0]
        if self.syntax.tokens[places[-1]].xpos in PLURAL_TAGS:
            return None
        described = [
            person
            for person in self.persons.all
            if role in person.roles and person.mentions[0].first < here
        ]
        if len(described) == 1:
            return described[0]
        last = self.coreference.last_person(here)
        if last is not None and last in described:
            return last
        if described:
            return None
        if last is not None:
            families = [family for family in _role_families() if role in family]
            if any(family & self._role_words(last) for family in families):
                return last
        return self._only_one(role, here)

    def _only_one(self, role: str, here: int) -> Person | None:
        """Give the person just told of, where no role of theirs is known and nobody else has it.

        Offices that one person holds ("the mayor") need nobody told of before, and prove nothing.
        """
        told = self.coreference.told
        last = self._spoke_just_before(here) if told else None
        person = last.person if last is not None else self.coreference.subject_person(here)
        kind = speaker_kind(role) or ""
        if person is None or role in _OFFICES or not kind.startswith("unnamed"):
            return None
        gender = told_gender([role])
        if gender is not None and person.gender not in (None, gender):
            return None
        plural = {role + "s", role.removesuffix("y") + "ies", role.removesuffix("man") + "men"}
        named_before = any(self._first.get(word, here) < here for word in (role, *plural))
        known = {
            word
            for word in self._role_words(person) - set(person.name.lower().split()) - _UNSAID
            if (speaker_kind(word) or "").startswith("unnamed")
        }
        return None if named_before or known else person

    def _spoke_just_before(self, here: int) -> Speaker | None:
        """Give the speaker of the sentence before."""
        last = self.coreference.told[-1]
        number = self.syntax.sentence_of[here]
        spoken = {self.syntax.sentence_of[last.place], self.syntax.sentence_of[last.end]}
        near = spoken & {number, self.coreference.sentence_before(number)}
        return last if last.end < here and near else None

    def _same_role(self, places: list[int]) -> Speaker | None:
        """Give the nearest speaker without a name who was called the same."""
        role, here = self.syntax.words[places[-1]], places[0]
        for speaker in reversed(self.coreference.told[-_LATEST:]):
            if speaker.place >= here or speaker.person is not None:
                continue
            called = (speaker.source.description or speaker.source.name).lower().split()
            if speaker.source.kind == "unnamed" and role in called:
                return speaker
        return None

    def _age(self, places: list[int]) -> str | None:
        """Give the number of ``the 40-year-old singer``."""
        listed = [self.syntax.words[at] for at in places]
        if not 1 < len(listed) <= _MAX_AGED or listed[0] != "the":
            return None
        joined = "".join(listed[1:])
        number = joined.partition("-year-old")[0]
        return number if "-year-old" in joined and number.isdecimal() else None

    def _aged(self, here: int, age: str) -> Person | None:
        """Give the person of this age, else the one told of just before."""
        found = [
            person
            for person in self.persons.all
            if any(self._has_age(name.last, age) for name in person.mentions if name.last <= here)
        ]
        if found:
            return found[0] if len(found) == 1 else None
        last = self._spoke_just_before(here) if self.coreference.told else None
        if last is not None and last.person is not None:
            return last.person
        return self.coreference.subject_person(here)

    def _has_age(self, after: int, age: str) -> bool:
        """Tell ``NAME, 40,`` and ``NAME, the 40-year-old``."""
        return age in self.syntax.words[after + 1 : after + 3] or (
            "old" in self.syntax.words[after : after + _AGED_TOKENS]
            and age in self.syntax.words[after : after + _AGED_TOKENS]
        )

    def _role_words(self, person: Person) -> set[str]:
        described = (person.description or "").lower().replace(",", " ").split()
        return person.roles | set(described)
