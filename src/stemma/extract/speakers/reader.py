"""The words for a speaker, resolved within the report."""

from dataclasses import replace

from stemma.extract.lexicon import speaker_kind
from stemma.extract.reading import Reading
from stemma.extract.sources import PLURAL_TAGS, Person, find_person
from stemma.extract.speakers.bare_media import BareMedia
from stemma.extract.speakers.coreference import Coreference
from stemma.extract.speakers.roles import Roles
from stemma.extract.speakers.speaker import Speaker
from stemma.extract.text import noun_phrase
from stemma.model import Source
from stemma.model.statement import SourceKind

_PERSON_PRONOUNS = frozenset(("he", "she", "his", "her", "him"))
_PLURAL_PRONOUNS = frozenset(("they", "their", "them", "both"))
_BODY_PRONOUNS = frozenset(("it", "its"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_BODIES = frozenset(("organisation", "outlet", "document"))


class SpeakerReader:
    """Turns the words at a statement into a speaker; "he" gets the name he has elsewhere."""

    def __init__(self, reading: Reading) -> None:
        """Begin with nobody having spoken."""
        self.syntax = reading.syntax
        self.persons = reading.persons
        self.names = reading.names
        self.reader = reading.sources
        self.quoted = reading.quoted
        self.coreference = Coreference(reading.syntax, reading.quoted, reading.persons)
        self.roles = Roles(self.coreference)
        self.bare_media = BareMedia(reading)

    def read(self, places: list[int], content: set[int]) -> Speaker | None:
        """Give the speaker whom the words at ``places`` mean, None for no words."""
        if not places:
            return None
        head = self.names.head(places)
        if len(places) == 1:
            return self._read_word(head, content)
        medium = self.bare_media.find(places)
        if medium is not None:
            return Speaker(place=places[0], person=None, source=medium, plural=False)
        meant = self.roles.find(places)
        if isinstance(meant, Speaker):
            return self._taken_over(places, meant)
        return self._phrase(head, places) if meant is None else self._known(head, places, meant)

    def _read_word(self, at: int, content: set[int]) -> Speaker:
        word = self.syntax.words[at]
        if word in _RELATIVE:
            return self._relative(at, content)
        if word in _PERSON_PRONOUNS:
            meant = self.coreference.somebody_for(at, outside=content)
            if isinstance(meant, Speaker):
                return self._taken_over([at], meant)
            return self._unknown(at, "person") if meant is None else self._known(at, [at], meant)
        if word in _PLURAL_PRONOUNS:
            earlier = self.coreference.last_several(at)
            return self._taken_over([at], earlier) if earlier else self._unknown(at, "crowd")
        if word in _BODY_PRONOUNS:
            return self._body(at)
        return self._phrase(at, [at])

    def _phrase(self, head: int, places: list[int]) -> Speaker:
        source = self.reader.read(places)
        named = find_person(self.names, places) if source.kind == "person" else None
        plural = (
            source.kind == "crowd"
            or self.syntax.tokens[head].xpos in PLURAL_TAGS
            or bool(self.syntax.dependents(head, "conj"))
        )
        return Speaker(place=places[0], person=named, source=source, plural=plural)

    def _relative(self, at: int, content: set[int]) -> Speaker:
        """Read "who": the noun that the clause describes."""
        noun = self.coreference.antecedent(at)
        before = at - 1 if not self.syntax.is_mark(at - 1) else at - 2
        if noun is None and self.syntax.words[at] == "who" and before in self.persons.at:
            return self._known(at, [at], self.persons.at[before])
        if noun is None:
            return self._unknown(at, "unnamed")
        clause = next(
            above
            for above in self.syntax.ancestors(at)
            if self.syntax.tokens[above].relation == "acl:relcl"
        )
        phrase = self._up_to(at, noun_phrase(self.syntax, noun, without={clause}))
        if self.syntax.words[at] == "who" and before in self.persons.at:
            name = self.names.at[before]
            if find_person(self.names, phrase) is not self.persons.at[before]:
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
        named = all(place in self.names.at for place in gap)
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

    def _taken_over(self, places: list[int], earlier: Speaker) -> Speaker:
        spans = self.reader.spans(places) + earlier.source.spans
        source = replace(earlier.source, spans=spans)
        return replace(earlier, place=places[0], source=source)

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
        written = self._written(at, earlier)
        if written is not None:
            return written
        return self._taken_over([at], earlier) if earlier else self._unknown(at, "organisation")

    def _written(self, at: int, earlier: Speaker | None) -> Speaker | None:
        """Read "it" as the note or diary just told of, unless a body has spoken since."""
        number = self.syntax.sentence_of[at]
        since = 0 if earlier is None else max(earlier.place, earlier.end)
        for sentence in reversed(self.syntax.annotated.sentences[max(0, number - 2) : number]):
            nouns = [
                place
                for place in range(sentence.first, sentence.last)
                if self._is_document(place) and place > since
            ]
            subjects = [place for place in nouns if self.syntax.relations[place] == "nsubj"]
            if nouns:
                noun = (subjects or nouns)[-1]
                phrase = noun_phrase(self.syntax, noun, without=set())
                source = self.reader.read(phrase)
                if source.kind == "document":
                    source = replace(source, spans=self.reader.spans([at]) + source.spans)
                    return Speaker(place=at, person=None, source=source, plural=False)
        return None

    def _is_document(self, at: int) -> bool:
        """Tell one thing with words in it, told of as subject or object."""
        return (
            self.syntax.tokens[at].xpos == "NN"
            and self.syntax.relations[at] in ("nsubj", "obj")
            and speaker_kind(self.syntax.words[at]) == "document"
            and self.quoted.speech_at(at) < 0
        )
