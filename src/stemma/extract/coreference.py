"""Who "he", "they", "who" and "the analyst" are, within one report.

Recency and subjecthood decide (after Hobbs 1978 and centering theory: the last speaker, else the
subject of the nearest sentence). When two people tie, nobody is chosen: a wrong name is worse
than "he".
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from stemma.extract.persons import Gender, Person, Persons
from stemma.extract.quoted import Quoted
from stemma.extract.syntax import Syntax
from stemma.model import Source

_SINGULAR: dict[str, Gender] = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_DEMONSTRATIVE = frozenset(("the", "this", "that"))
_WINDOW = 6
_MAX_ROLE = 3


@cache
def _role_families() -> tuple[frozenset[str], ...]:
    table = files("stemma.extract") / "tables" / "role_families.txt"
    lines = table.read_text("utf-8").splitlines()
    return tuple(frozenset(line.split()) for line in lines if line and not line.startswith("#"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A speaker already told: where, who, and as what source."""

    place: int
    person: Person | None
    source: Source
    plural: bool


class Coreference:
    """Resolves the words for speakers, one after the other in text order."""

    def __init__(self, syntax: Syntax, quoted: Quoted, persons: Persons) -> None:
        """Take the trees, quotations and people of a report."""
        self.syntax = syntax
        self.quoted = quoted
        self.persons = persons
        self.told: list[Speaker] = []
        self._mentions = sorted(
            ((name.first, person) for person in persons.all for name in person.mentions),
            key=lambda pair: pair[0],
        )

    def note(self, speaker: Speaker) -> None:
        """Remember who spoke."""
        self.told.append(speaker)

    def antecedent(self, at: int) -> int | None:
        """Give the noun that "who", "which" or "that" at ``at`` stands for."""
        if self.syntax.words[at] not in _RELATIVE:
            return None
        for above in self.syntax.ancestors(at):
            if self.syntax.tokens[above].relation == "acl:relcl":
                noun = self.syntax.tokens[above].head
                return noun if noun < at else None
        return None

    def person_for(self, at: int, *, outside: set[int]) -> Person | None:
        """Give whom "he" or "she" at ``at`` means; people named in ``outside`` are not asked."""
        gender = _SINGULAR.get(self.syntax.words[at])
        if gender is None:
            return None
        first = self.syntax.sentence(at).first
        here = self._candidates(first, at, gender, outside)
        if here:
            return self._choose(here)
        number = self.syntax.sentence_of[at]
        for back in range(number - 1, max(number - 1 - _WINDOW, -1), -1):
            sentence = self.syntax.annotated.sentences[back]
            speakers = [
                speaker for speaker in self.told if sentence.first <= speaker.place < sentence.last
            ]
            people = [
                speaker.person
                for speaker in speakers
                if speaker.person is not None and self._fits(speaker.person, gender)
            ]
            if people:
                return people[0] if len({id(one) for one in people}) == 1 else people[-1]
            found = self._candidates(sentence.first, sentence.last, gender, outside)
            if found:
                return self._choose(found)
        return None

    def _candidates(
        self, first: int, last: int, gender: Gender, outside: set[int]
    ) -> list[tuple[int, Person]]:
        return [
            (place, person)
            for place, person in self._mentions
            if first <= place < last
            and place not in outside
            and self.quoted.speech_at(place) < 0
            and self._fits(person, gender)
        ]

    def _choose(self, found: list[tuple[int, Person]]) -> Person | None:
        """Choose the one person, or else the one subject, or else the one of known gender."""
        people = {id(person): person for _, person in found}
        if len(people) == 1:
            return next(iter(people.values()))
        subjects = {id(person): person for place, person in found if self._is_subject(place)}
        if len(subjects) == 1:
            return next(iter(subjects.values()))
        sure = {id(person): person for _, person in found if person.gender is not None}
        if len(sure) == 1 and not subjects:
            return next(iter(sure.values()))
        return None

    def _is_subject(self, place: int) -> bool:
        token = self.syntax.tokens[place]
        if self.syntax.relations[place] == "nsubj":
            return True
        above = token.head
        return self.syntax.relations[place] in ("flat", "appos", "compound") and (
            self.syntax.relations[above] == "nsubj"
        )

    @staticmethod
    def _fits(person: Person, gender: Gender) -> bool:
        return person.gender in (None, gender)

    def last_several(self, at: int) -> Speaker | None:
        """Give the last speaker that "they" at ``at`` can mean."""
        return self._last(at, plural=True)

    def last_body(self, at: int) -> Speaker | None:
        """Give the last organisation that "it" at ``at`` can mean."""
        number = self.syntax.sentence_of[at]
        for speaker in reversed(self.told):
            if speaker.place < at and speaker.source.kind in ("organisation", "outlet", "document"):
                near = number - self.syntax.sentence_of[speaker.place] <= _WINDOW // 2
                return speaker if near else None
        return None

    def _last(self, at: int, *, plural: bool) -> Speaker | None:
        number = self.syntax.sentence_of[at]
        for speaker in reversed(self.told):
            if speaker.place < at and speaker.plural == plural:
                near = number - self.syntax.sentence_of[speaker.place] <= _WINDOW // 2
                return speaker if near else None
        return None

    def role_person(self, places: list[int]) -> Person | None:
        """Give whom "the analyst" means: who is so described, else the last fitting speaker."""
        if not self._is_role(places):
            return None
        role, here = self.syntax.words[places[-1]], places[0]
        described = [
            person
            for person in self.persons.all
            if role in person.roles and person.mentions[0].first < here
        ]
        if len(described) == 1:
            return described[0]
        last = self._last_person(here)
        if last is None or last in described:
            return last
        families = [family for family in _role_families() if role in family]
        fits = any(family & self._role_words(last) for family in families)
        return last if fits and not described else None

    def _is_role(self, places: list[int]) -> bool:
        """Tell "the analyst" from "the analyst who left" and "the Acme analyst"."""
        return (
            self.syntax.words[places[0]] in _DEMONSTRATIVE
            and len(places) <= _MAX_ROLE
            and all(self.syntax.tokens[at].upos != "PROPN" for at in places)
        )

    def _last_person(self, here: int) -> Person | None:
        number = self.syntax.sentence_of[here]
        for speaker in reversed(self.told):
            if speaker.person is not None:
                near = 0 <= number - self.syntax.sentence_of[speaker.place] <= _WINDOW
                return speaker.person if near else None
        return None

    def _role_words(self, person: Person) -> set[str]:
        words = (person.description or "").lower().replace(",", " ").split()
        return person.roles | set(words)
