"""The words for a speaker to a source: name, kind, description, count."""

import re

from stemma.extract.lexicon import speaker_kind, words
from stemma.extract.sources.counts import PLURAL_TAGS, QUANTIFIERS, count_people
from stemma.extract.sources.media import is_outlet
from stemma.extract.sources.naming import apposed_body, find_person, is_several
from stemma.extract.sources.persons import Person, Persons
from stemma.extract.text import Syntax
from stemma.model import Name, Source, Span
from stemma.model.statement import SourceKind

_FEW = 12
_SPEAKS_FOR = words("sources.speaks_for")
_SPEAKING_PRONOUNS = frozenset(("he", "she", "they", "it", "everyone", "everybody", "others"))
_ARTICLES = frozenset(("a", "an", "the"))
_ON_BEHALF = frozenset(("for", "of", "at", "with", "from"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_AGENTIVE = re.compile(r"(?:ist|ian|eer|crat|man|men|woman|women|person|ists|ians|eers|crats)$")
_NOT_PART_OF_NAME = frozenset(("acl:relcl", "parataxis", "dep"))


class SourceReader:
    """Reads the speakers of one report."""

    def __init__(self, syntax: Syntax, persons: Persons) -> None:
        """Take the trees and people of a report."""
        self.syntax = syntax
        self.persons = persons
        self.media = persons.media
        self.names: dict[int, Name] = {
            place: name for name in syntax.annotated.names for place in range(name.first, name.last)
        }

    def spans(self, places: list[int]) -> tuple[Span, ...]:
        """Give the words of a speaker as spans."""
        tokens = self.syntax.tokens
        report = self.syntax.annotated.report
        return tuple(
            report.span(tokens[first].start, tokens[last - 1].end)
            for first, last in self.syntax.runs(places)
        )

    def whole(self, places: list[int], outside: set[int]) -> list[int]:
        """Add the rest of a name that the phrase begins or ends within."""
        if not places:
            return places
        first, last = self.names.get(places[0]), self.names.get(places[-1])
        start = places[0] if first is None else first.first
        end = places[-1] + 1 if last is None else last.last
        added = [*range(start, places[0]), *range(places[-1] + 1, end)]
        return places if outside.intersection(added) else sorted({*places, *added})

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

    def person(self, places: list[int]) -> Person | None:
        """Give the person whom a phrase names, as its head or beside a role."""
        return find_person(self, places)

    def split_names(self, places: list[int]) -> list[list[int]]:
        """Split ``the Fenland Times and Reuters`` into its names; other phrases stay whole."""
        parts: list[list[int]] = [[]]
        for at in places:
            if at not in self.names and self.syntax.words[at] in ("and", ","):
                parts.append([])
            else:
                parts[-1].append(at)
        named = all(any(at in self.names for at in part) for part in parts)
        return parts if named else [places]

    def read(self, places: list[int]) -> Source:
        """Read a phrase that is no pronoun."""
        head = self.head(places)
        kind, count = self._kind(places, head)
        description: str | None = None
        person = None if is_several(self, places, head) else find_person(self, places)
        name = self._name(places)
        if person is not None and kind != "outlet":
            kind, count = "person", None
            description = self._person_description(places, person)
            name = person.name
        elif (body := apposed_body(self, places, head)) is not None:
            name = self.syntax.text(body)
            kind = "outlet" if is_outlet(name, self.media) else "organisation"
            count, description = None, self._words_before(places, body[0])
        elif kind in ("organisation", "outlet") and self._is_described(places, head):
            name, description = self._bare_name(places, head)
        elif kind == "organisation" and self.syntax.words[head] in _SPEAKS_FOR:
            description = self.syntax.text(places)
            name = self._speaks_for(places, head)
        elif kind in ("unnamed", "crowd", "document"):
            description = self.syntax.text(places)
        return Source(
            name=name,
            kind=kind,
            spans=self.spans(places),
            description=description,
            count=count,
        )

    def _is_described(self, places: list[int], head: int) -> bool:
        """Tell ``insurer Acme Mutual`` from ``Acme Mutual`` and ``South Acme Mutual``."""
        name = self.names.get(head)
        if name is None or name.first - 1 not in places or is_several(self, places, head):
            return False
        before = self.syntax.tokens[name.first - 1]
        return before.upos == "NOUN" and before.text.islower()

    def _bare_name(self, places: list[int], head: int) -> tuple[str, str | None]:
        """Give the name and what stands before it."""
        first = self.names[head].first
        name = self._name([at for at in places if at >= first])
        return name, self._words_before(places, first)

    def _words_before(self, places: list[int], name: int) -> str | None:
        """Give the words before a name, without article."""
        before = self.syntax.trim(at for at in places if at < name)
        if before and self.syntax.words[before[0]] in ("a", "an", "the"):
            before = before[1:]
        return self.syntax.text(before) if before else None

    def _name(self, places: list[int]) -> str:
        """Give the words without relative clauses, leading article and apposition."""
        head = self.head(places)
        drop = {
            child
            for child in places
            if child != head
            and (
                self.syntax.tokens[child].relation in _NOT_PART_OF_NAME
                or (self.syntax.relations[child] == "appos" and (head in self.names))
            )
        }
        dropped = {below for child in drop for below in self.syntax.subtree(child)}
        kept = self.syntax.trim(at for at in places if at not in dropped) or places
        if len(kept) > 1 and self.syntax.words[kept[0]] in ("the", "both"):
            kept = kept[1:]
        first, last = kept[0], kept[-1]
        return self.syntax.text([at for at in range(first, last + 1) if at in set(places)])

    def _kind(self, places: list[int], head: int) -> tuple[SourceKind, int | None]:
        name = self.names.get(head)
        if name is not None and self.syntax.tokens[head].text[:1].isupper():
            text = self.syntax.annotated.report.text[name.start : name.end]
            outlet = is_outlet(text, self.media) or is_outlet(self._name(places), self.media)
            if outlet and head not in self.persons.at:
                return "outlet", None
            return ("person" if name.kind == "person" else "organisation"), None
        if is_outlet(self._name(places), self.media):
            return "outlet", None
        kind = self._common(places, head)
        count = count_people(self.syntax, places, head) if kind in ("unnamed", "crowd") else None
        if kind == "crowd" and count is not None and count <= _FEW:
            return "unnamed", count
        return kind, count

    def can_speak(self, at: int) -> bool:
        """Tell whether the word at ``at`` can be a speaker: a name, a pronoun, a speaking noun."""
        word = self.syntax.words[at]
        if word in _RELATIVE:
            noun = self._antecedent(at)
            return noun is None or word == "who" or self.can_speak(noun)
        return (
            word in _SPEAKING_PRONOUNS
            or word in QUANTIFIERS
            or at in self.names
            or self.syntax.tokens[at].upos == "PROPN"
            or self.is_speaker_noun(at)
            or _AGENTIVE.search(word) is not None
        )

    def is_person(self, at: int) -> bool:
        """Tell whether the word at ``at`` is a person's name or stands for people."""
        word = self.syntax.words[at]
        if word in ("he", "she", "who"):
            return True
        kind = speaker_kind(word) or ""
        return at in self.persons.at or kind.startswith(("unnamed", "crowd"))

    def _antecedent(self, at: int) -> int | None:
        for above in self.syntax.ancestors(at):
            if self.syntax.tokens[above].relation == "acl:relcl":
                return self.syntax.tokens[above].head
        return None

    def is_speaker_noun(self, at: int) -> bool:
        """Tell whether the noun is one of those that speak."""
        return speaker_kind(self.syntax.words[at]) is not None

    def _common(self, places: list[int], head: int) -> SourceKind:
        word = self.syntax.words[head]
        if word in QUANTIFIERS or self.syntax.tokens[head].upos in ("NUM", "DET"):
            for child in self.syntax.dependents(head, "nmod", "obl"):
                if child in places:
                    return self._plural_kind(child)
            return "unnamed" if word in ("one", "another", "two", "three") else "crowd"
        if word in _SPEAKS_FOR:
            principal = self._speaks_for(places, head)
            whole = self.syntax.text(places)
            people = any(at in self.persons.at for at in places)
            return "unnamed" if principal == whole or people else "organisation"
        if self._is_capital(head):
            return "organisation"
        return self._plural_kind(head)

    def _plural_kind(self, at: int) -> SourceKind:
        kind = speaker_kind(self.syntax.words[at])
        plural = self.syntax.tokens[at].xpos in PLURAL_TAGS
        match kind:
            case "unnamed/crowd":
                return "crowd" if plural else "unnamed"
            case "unnamed" | "document" | "organisation" | "crowd" | "outlet":
                return kind
            case _:
                return "crowd" if plural else "unnamed"

    def _is_capital(self, at: int) -> bool:
        """Tell a name that the name finder missed from the first word of a sentence."""
        token = self.syntax.tokens[at]
        first = self.syntax.sentence(at).first == at
        return token.text[:1].isupper() and not (first and token.upos != "PROPN")

    def _speaks_for(self, places: list[int], head: int) -> str:
        """Give the organisation that a spokesperson speaks for, the whole phrase for none."""
        before = [at for at in places if at < head and self.syntax.words[at] not in _ARTICLES]
        bodies = [at for at in before if self._is_body_word(at)]
        if any(self._is_capital(at) for at in bodies):
            first, last = bodies[0], bodies[-1]
            while first - 1 in before and (
                self.syntax.tokens[first - 1].head == first
                or self.syntax.tokens[first - 1].text[:1].isupper()
            ):
                first -= 1
            return self.syntax.text(range(first, last + 1))
        for child in self.syntax.dependents(head, "nmod"):
            phrase = [at for at in self.syntax.subtree(child) if at in places]
            known = any(at in self.names or self._is_capital(at) for at in phrase)
            if not known or not phrase or self.syntax.words[phrase[0]] not in _ON_BEHALF:
                continue
            while phrase and self.syntax.words[phrase[0]] in _ON_BEHALF | _ARTICLES:
                phrase.pop(0)
            if phrase:
                return self.syntax.text(phrase)
        return self.syntax.text(places)

    def _is_body_word(self, at: int) -> bool:
        """Tell ``ministry`` and ``NATO`` from ``German`` and ``senior``."""
        if speaker_kind(self.syntax.words[at]) == "organisation":
            return True
        return self._is_capital(at) and self.syntax.tokens[at].upos != "ADJ"

    def _person_description(self, places: list[int], person: Person) -> str | None:
        """Give the role beside a name: what stands before it, or else the apposition."""
        mention = [at for at in places if self.persons.at.get(at) is person]
        before = self.syntax.trim(at for at in places if at < mention[0])
        while before and self.syntax.words[before[0]] in (
            "the",
            "a",
            "an",
            "mr",
            "mr.",
            "ms.",
            "mrs.",
        ):
            before = before[1:]
        if before and not any(at in self.persons.at for at in before):
            return self.syntax.text(before)
        return person.description
