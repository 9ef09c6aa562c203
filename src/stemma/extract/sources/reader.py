"""The words for a speaker to a source: name, kind, description, count."""

from stemma.extract.sources.kinds import SPEAKS_FOR, find_kind, speaks_for
from stemma.extract.sources.media import is_outlet
from stemma.extract.sources.names import Names
from stemma.extract.sources.naming import apposed_body, find_person, is_several
from stemma.extract.sources.persons import Person
from stemma.model import Source, Span


class SourceReader:
    """Reads the speakers of one report."""

    def __init__(self, names: Names) -> None:
        """Take the names of a report."""
        self.names = names
        self.syntax = names.syntax
        self.persons = names.persons
        self.media = names.media

    def spans(self, places: list[int]) -> tuple[Span, ...]:
        """Give the words of a speaker as spans."""
        tokens = self.syntax.tokens
        report = self.syntax.annotated.report
        return tuple(
            report.span(tokens[first].start, tokens[last - 1].end)
            for first, last in self.syntax.runs(places)
        )

    def read(self, places: list[int]) -> Source:
        """Read a phrase that is no pronoun."""
        head = self.names.head(places)
        kind, count = find_kind(self.names, places, head)
        description: str | None = None
        person = None if is_several(self.names, places, head) else find_person(self.names, places)
        name = self.names.bare(places)
        if person is not None and kind != "outlet":
            kind, count = "person", None
            description = self._person_description(places, person)
            name = person.name
        elif (body := apposed_body(self.names, places, head)) is not None:
            name = self.syntax.text(body)
            kind = "outlet" if is_outlet(name, self.media) else "organisation"
            count, description = None, self._words_before(places, body[0])
        elif kind in ("organisation", "outlet") and self._is_described(places, head):
            name, description = self._bare_name(places, head)
        elif kind == "organisation" and self.syntax.words[head] in SPEAKS_FOR:
            description = self.syntax.text(places)
            name = speaks_for(self.names, places, head)
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
        name = self.names.at.get(head)
        if name is None or name.first - 1 not in places or is_several(self.names, places, head):
            return False
        before = self.syntax.tokens[name.first - 1]
        return before.upos == "NOUN" and before.text.islower()

    def _bare_name(self, places: list[int], head: int) -> tuple[str, str | None]:
        """Give the name and what stands before it."""
        first = self.names.at[head].first
        name = self.names.bare([at for at in places if at >= first])
        return name, self._words_before(places, first)

    def _words_before(self, places: list[int], name: int) -> str | None:
        """Give the words before a name, without article."""
        before = self.syntax.trim(at for at in places if at < name)
        if before and self.syntax.words[before[0]] in ("a", "an", "the"):
            before = before[1:]
        return self.syntax.text(before) if before else None

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
