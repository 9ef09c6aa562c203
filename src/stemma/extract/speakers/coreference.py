"""Who "he", "she", "they" and "who" are, within one report.

Recency and subjecthood decide (after Hobbs 1978 and centering theory: the last speaker, named
or not, else the subject of the nearest sentence). When two people tie, nobody is chosen: a wrong
name is worse than "he".
"""

from stemma.extract.lexicon import Gender, speaker_kind, told_gender
from stemma.extract.sources import Person, Persons
from stemma.extract.speakers.speaker import Speaker
from stemma.extract.text import Quoted, Syntax

_SINGULAR: dict[str, Gender] = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_BODIES = frozenset(("organisation", "outlet", "document"))
_WINDOW = 6
_FARTHEST = 40


class Coreference:
    """Resolves pronouns for speakers, one after the other in text order."""

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

    def somebody_for(self, at: int, *, outside: set[int]) -> Person | Speaker | None:
        """Give whom "he" or "she" at ``at`` means: a person, or a speaker without a name.

        People named in ``outside`` are not asked. The search ends at the nearest sentence that
        has a speaker or a human subject.
        """
        gender = _SINGULAR.get(self.syntax.words[at])
        if gender is None:
            return None
        number = self.syntax.sentence_of[at]
        here = self._candidates(self.syntax.sentence(at).first, at, gender, outside)
        if here:
            return self._choose(here)
        steps = 0
        for back in range(number, max(number - _FARTHEST, -1), -1):
            speaker = self._spoke(back, at, gender)
            if speaker is not None:
                unknown = speaker.source.name.lower() in _SINGULAR
                return speaker.person or (None if unknown else speaker)
            if back == number or self._is_quotation(back):
                continue
            steps += 1
            sentence = self.syntax.annotated.sentences[back]
            found = self._candidates(sentence.first, sentence.last, gender, outside)
            if found:
                return self._choose(found)
            if steps == _WINDOW or self._has_human_subject(sentence.first, sentence.last, gender):
                return None
        return None

    def _spoke(self, number: int, at: int, gender: Gender) -> Speaker | None:
        """Give the last human speaker of a sentence whom a pronoun of this gender can mean."""
        sentence = self.syntax.annotated.sentences[number]
        fitting = [
            speaker
            for speaker in self.told[-_FARTHEST:]
            if speaker.place < at
            and speaker.is_somebody
            and (
                sentence.first <= speaker.place < sentence.last
                or sentence.first <= speaker.end < sentence.last
            )
            and self._may_be(speaker, gender)
        ]
        named = {id(one.person): one for one in fitting if one.person is not None}
        if len(named) == len(fitting) == 1 or not fitting:
            return fitting[0] if fitting else None
        return fitting[-1]

    @staticmethod
    def _may_be(speaker: Speaker, gender: Gender) -> bool:
        if speaker.person is not None:
            return speaker.person.gender in (None, gender)
        source = speaker.source
        if source.kind == "person":
            return _SINGULAR.get(source.name.lower()) in (None, gender)
        return told_gender((source.description or source.name).lower().split()) in (None, gender)

    def _is_quotation(self, number: int) -> bool:
        """Tell whether a sentence is nothing but quotation."""
        sentence = self.syntax.annotated.sentences[number]
        return self.quoted.speech_at(sentence.first) >= 0 and all(
            self.quoted.speech_at(at) >= 0
            for at in range(sentence.first, sentence.last)
            if not self.syntax.is_mark(at)
        )

    def _has_human_subject(self, first: int, last: int, gender: Gender) -> bool:
        """Tell whether somebody unnamed is the subject: ``the driver``."""
        return any(
            self.syntax.tokens[at].relation == "nsubj"
            and self.syntax.tokens[at].xpos == "NN"
            and (speaker_kind(self.syntax.words[at]) or "").startswith("unnamed")
            and told_gender([self.syntax.words[at]]) in (None, gender)
            and self.quoted.speech_at(at) < 0
            for at in range(first, last)
        )

    def sentence_before(self, number: int) -> int:
        """Give the nearest sentence before that is not all quotation, -1 for none."""
        number -= 1
        while number >= 0 and self._is_quotation(number):
            number -= 1
        return number

    def _candidates(
        self, first: int, last: int, gender: Gender, outside: set[int]
    ) -> list[tuple[int, Person]]:
        return [
            (place, person)
            for place, person in self._mentions
            if first <= place < last
            and place not in outside
            and self.quoted.speech_at(place) < 0
            and person.gender in (None, gender)
        ]

    def _choose(self, found: list[tuple[int, Person]]) -> Person | None:
        """Choose the one person, or else the one subject, or else the one of known gender."""
        people = {id(person): person for _, person in found}
        if len(people) == 1:
            return next(iter(people.values()))
        subjects = {id(person): person for place, person in found if self.is_subject(place)}
        if len(subjects) == 1:
            return next(iter(subjects.values()))
        sure = {id(person): person for _, person in found if person.gender is not None}
        if len(sure) == 1 and not subjects:
            return next(iter(sure.values()))
        return None

    def is_subject(self, place: int) -> bool:
        """Tell whether a name that starts at ``place`` is a subject."""
        token = self.syntax.tokens[place]
        if self.syntax.relations[place] == "nsubj":
            return True
        above = token.head
        return self.syntax.relations[place] in ("flat", "appos", "compound") and (
            self.syntax.relations[above] == "nsubj"
        )

    def last_several(self, at: int) -> Speaker | None:
        """Give the last speaker that "they" at ``at`` can mean."""
        return self._near(at, [speaker for speaker in self.told[-_FARTHEST:] if speaker.plural])

    def last_body(self, at: int) -> Speaker | None:
        """Give the last organisation that "it" at ``at`` can mean."""
        return self._near(at, [one for one in self.told[-_FARTHEST:] if one.source.kind in _BODIES])

    def _near(self, at: int, told: list[Speaker]) -> Speaker | None:
        before = [speaker for speaker in told if speaker.place < at]
        if not before:
            return None
        apart = self.syntax.sentence_of[at] - self.syntax.sentence_of[before[-1].place]
        return before[-1] if apart <= _WINDOW // 2 else None

    def last_person(self, here: int) -> Person | None:
        """Give the named person who spoke last before ``here``, if that is near."""
        number = self.syntax.sentence_of[here]
        for speaker in reversed(self.told):
            if speaker.person is not None:
                place = max(speaker.place, min(speaker.end, here))
                near = 0 <= number - self.syntax.sentence_of[place] <= _WINDOW
                return speaker.person if near else None
        return None

    def subject_person(self, here: int) -> Person | None:
        """Give the one person who is a subject in the sentence before ``here``."""
        number = self.sentence_before(self.syntax.sentence_of[here])
        if number < 0:
            return None
        sentence = self.syntax.annotated.sentences[number]
        found = {
            id(person): person
            for place, person in self._mentions
            if sentence.first <= place < sentence.last and self.quoted.speech_at(place) < 0
        }
        subjects = [
            person
            for place, person in self._mentions
            if sentence.first <= place < sentence.last and self.is_subject(place)
        ]
        return subjects[0] if len(found) == 1 and subjects else None
