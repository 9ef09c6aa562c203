"""The words for a speaker, resolved within the report."""

from dataclasses import replace

from stemma.extract.coreference import Coreference, Speaker
from stemma.extract.persons import Person
from stemma.extract.reading import Reading
from stemma.extract.subjects import noun_phrase
from stemma.model import Source
from stemma.model.statement import SourceKind

_PERSON_PRONOUNS = frozenset(("he", "she", "his", "her", "him"))
_PLURAL_PRONOUNS = frozenset(("they", "their", "them", "both"))
_BODY_PRONOUNS = frozenset(("it", "its"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_BODIES = frozenset(("organisation", "outlet", "document"))
_PLURAL_TAGS = frozenset(("NNS", "NNPS"))


class SpeakerReader:
    """Turns the words at a statement into a speaker; "he" gets the name he has elsewhere."""

    def __init__(self, reading: Reading) -> None:
        """Begin with nobody having spoken."""
        self.syntax = reading.syntax
        self.persons = reading.persons
        self.reader = reading.sources
        self.coreference = Coreference(reading.syntax, reading.quoted, reading.persons)

    def read(self, places: list[int], content: set[int]) -> Speaker | None:
        """Give the speaker whom the words at ``places`` mean, None for no words."""
        if not places:
            return None
        head = self.reader.head(places)
        if len(places) == 1:
            return self._read_word(head, content)
        person = self.coreference.role_person(places)
        if person is not None:
            return self._known(head, places, person)
        return self._phrase(head, places)

    def _read_word(self, at: int, content: set[int]) -> Speaker:
        word = self.syntax.words[at]
        if word in _RELATIVE:
            return self._relative(at, content)
        if word in _PERSON_PRONOUNS:
            person = self.coreference.person_for(at, outside=content)
            if person is None:
                return self._unknown(at, "person")
            return self._known(at, [at], person)
        if word in _PLURAL_PRONOUNS:
            earlier = self.coreference.last_several(at)
            return self._taken_over(at, earlier) if earlier else self._unknown(at, "crowd")
        if word in _BODY_PRONOUNS:
            return self._body(at)
        return self._phrase(at, [at])

    def _phrase(self, head: int, places: list[int]) -> Speaker:
        source = self.reader.read(places)
        named = self.reader.person(places) if source.kind == "person" else None
        plural = (
            source.kind == "crowd"
            or self.syntax.tokens[head].xpos in _PLURAL_TAGS
            or bool(self.syntax.dependents(head, "conj"))
        )
        return Speaker(place=places[0], person=named, source=source, plural=plural)

    def _relative(self, at: int, content: set[int]) -> Speaker:
        """Read "who": the noun that the clause describes."""
        noun = self.coreference.antecedent(at)
        if noun is None:
            return self._unknown(at, "unnamed")
        clause = next(
            above
            for above in self.syntax.ancestors(at)
            if self.syntax.tokens[above].relation == "acl:relcl"
        )
        phrase = self._up_to(at, noun_phrase(self.syntax, noun, without={clause}))
        before = at - 1 if not self.syntax.is_mark(at - 1) else at - 2
        if self.syntax.words[at] == "who" and before in self.persons.at:
            name = self.reader.names[before]
            if self.reader.person(phrase) is not self.persons.at[before]:
                phrase = list(range(name.first, name.last))
        inner = self.read(phrase, content)
        if inner is None:
            return self._unknown(at, "unnamed")
        spans = self.reader.spans([at]) + inner.source.spans
        return Speaker(
            place=at,
            person=inner.person,
            source=replace(inner.source, spans=spans),
            plural=inner.plural,
        )

    def _up_to(self, at: int, phrase: list[int]) -> list[int]:
        """Let the noun before "who" reach up to it: ``the engineer Ada Lovelace, who``."""
        gap = [place for place in range(phrase[-1] + 1, at) if not self.syntax.is_mark(place)]
        named = all(place in self.reader.names for place in gap)
        return list(range(phrase[0], gap[-1] + 1)) if gap and named else phrase

    def _unknown(self, at: int, kind: SourceKind) -> Speaker:
        """Keep the word as the name: nobody is guessed at."""
        source = Source(name=self.syntax.text([at]), kind=kind, spans=self.reader.spans([at]))
        return Speaker(place=at, person=None, source=source, plural=kind == "crowd")

    def _known(self, head: int, places: list[int], person: Person) -> Speaker:
        earlier = [mention for mention in person.mentions if mention.first < head]
        fullest = max(earlier or person.mentions, key=lambda mention: mention.end - mention.start)
        report = self.syntax.annotated.report
        source = Source(
            name=person.name,
            kind="person",
            spans=(*self.reader.spans(places), report.span(fullest.start, fullest.end)),
            description=person.description,
        )
        return Speaker(place=places[0], person=person, source=source, plural=False)

    def _taken_over(self, at: int, earlier: Speaker) -> Speaker:
        spans = self.reader.spans([at]) + earlier.source.spans
        source = replace(earlier.source, spans=spans)
        return Speaker(place=at, person=earlier.person, source=source, plural=earlier.plural)

    def _body(self, at: int) -> Speaker:
        """Read "it": the subject of the same sentence, else the last organisation that spoke."""
        first = self.syntax.sentence(at).first
        subject = next(
            (
                place
                for place in range(first, at)
                if self.syntax.relations[place] == "nsubj"
                and self.syntax.tokens[place].upos in ("NOUN", "PROPN")
            ),
            None,
        )
        if subject is not None:
            phrase = noun_phrase(self.syntax, subject, without=set())
            source = self.reader.read([place for place in phrase if place < at])
            if source.kind in _BODIES:
                source = replace(source, spans=self.reader.spans([at]) + source.spans)
                return Speaker(place=at, person=None, source=source, plural=False)
        earlier = self.coreference.last_body(at)
        return self._taken_over(at, earlier) if earlier else self._unknown(at, "organisation")
