"""The words for a speaker, resolved within the report."""

from dataclasses import replace

from stemma.extract.coreference import Coreference, Speaker
from stemma.extract.persons import Person, Persons
from stemma.extract.sources import SourceReader
from stemma.extract.subjects import noun_phrase
from stemma.extract.syntax import Syntax
from stemma.model import Source
from stemma.model.statement import SourceKind

_PERSON_PRONOUNS = frozenset(("he", "she", "his", "her", "him"))
_PLURAL_PRONOUNS = frozenset(("they", "their", "them", "both"))
_BODY_PRONOUNS = frozenset(("it", "its"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_PLURAL_TAGS = frozenset(("NNS", "NNPS"))


class SpeakerReader:
    """Turns the words at a statement into a speaker; "he" gets the name he has elsewhere."""

    def __init__(
        self, syntax: Syntax, persons: Persons, reader: SourceReader, coreference: Coreference
    ) -> None:
        """Take the report's trees, people, and what was said so far."""
        self.syntax = syntax
        self.persons = persons
        self.reader = reader
        self.coreference = coreference

    def read(self, places: list[int], content: set[int]) -> Speaker | None:
        """Give the speaker whom the words at ``places`` mean, None for no words."""
        if not places:
            return None
        head = self.reader.head(places)
        word = self.syntax.words[head]
        if len(places) == 1 and word in _RELATIVE:
            return self._relative(places, head, content)
        if len(places) == 1 and word in _PERSON_PRONOUNS:
            person = self.coreference.person_for(head, outside=content)
            return self._pronoun(places, head, person, "person")
        if len(places) == 1 and word in _PLURAL_PRONOUNS:
            return self._taken_over(places, self.coreference.last_several(head), "crowd")
        if len(places) == 1 and word in _BODY_PRONOUNS:
            return self._body(places, head)
        person = self.coreference.role_person(places)
        if person is not None:
            return self._pronoun(places, head, person, "person")
        source = self.reader.read(places)
        named = self.reader.person(places) if source.kind == "person" else None
        plural = source.kind == "crowd" or self.syntax.tokens[head].xpos in _PLURAL_TAGS
        plural = plural or bool(self.syntax.dependents(head, "conj"))
        return Speaker(places[0], named, source, plural)

    def _relative(self, places: list[int], head: int, content: set[int]) -> Speaker:
        noun = self.coreference.antecedent(head)
        if noun is None:
            return self._pronoun(places, head, None, "unnamed")
        above = next(
            at
            for at in self.syntax.ancestors(head)
            if self.syntax.tokens[at].relation == "acl:relcl"
        )
        phrase = noun_phrase(self.syntax, noun, without={above})
        if self.syntax.words[noun] in _PERSON_PRONOUNS | _PLURAL_PRONOUNS:
            inner = self.read([noun], content)
        else:
            inner = self.read(phrase, content) if phrase else None
        if inner is None:
            return self._pronoun(places, head, None, "unnamed")
        source = replace(inner.source, spans=self.reader.spans(places) + inner.source.spans)
        return Speaker(places[0], inner.person, source, inner.plural)

    def _pronoun(
        self, places: list[int], head: int, person: Person | None, kind: SourceKind
    ) -> Speaker:
        spans = self.reader.spans(places)
        if person is None:
            name = self.syntax.text(places)
            return Speaker(places[0], None, Source(name=name, kind=kind, spans=spans), False)
        earlier = [mention for mention in person.mentions if mention.first < head]
        fullest = max(earlier or person.mentions, key=lambda mention: mention.end - mention.start)
        report = self.syntax.annotated.report
        source = Source(
            name=person.name,
            kind="person",
            spans=(*spans, report.span(fullest.start, fullest.end)),
            description=person.description,
        )
        return Speaker(places[0], person, source, False)

    def _taken_over(self, places: list[int], earlier: Speaker | None, kind: SourceKind) -> Speaker:
        if earlier is None:
            return self._pronoun(places, places[0], None, kind)
        spans = self.reader.spans(places) + earlier.source.spans
        source = replace(earlier.source, spans=spans)
        return Speaker(places[0], earlier.person, source, earlier.plural)

    def _body(self, places: list[int], head: int) -> Speaker:
        """Read "it": the subject of the same sentence, else the last organisation that spoke."""
        first = self.syntax.sentence(head).first
        subjects = [
            at
            for at in range(first, head)
            if self.syntax.relations[at] == "nsubj"
            and self.syntax.tokens[at].upos in ("NOUN", "PROPN")
        ]
        if subjects:
            phrase = [
                at for at in noun_phrase(self.syntax, subjects[0], without=set()) if at < head
            ]
            source = self.reader.read(phrase)
            if source.kind in ("organisation", "outlet", "document"):
                source = replace(source, spans=self.reader.spans(places) + source.spans)
                return Speaker(places[0], None, source, False)
        return self._taken_over(places, self.coreference.last_body(head), "organisation")
