"""A reporting verb in its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.extract.lexicon import ReportingVerb, words
from stemma.extract.reading import Reading
from stemma.extract.text import Quoted, Syntax, cue_tokens
from stemma.model import Sentence

_REACH = 25
_NEGATIONS = frozenset(("not", "n't", "never"))
QUESTION_WORDS = words("predicate.question_words")


@dataclass(frozen=True, slots=True)
class Content:
    """What a verb reports: the frame that gave it, and token indices."""

    frame: str
    places: list[int]


class Predicate:
    """The verb at index ``at`` of a report, with its dependents."""

    def __init__(self, reading: Reading, at: int, verb: ReportingVerb) -> None:
        """Take a verb."""
        self.reading = reading
        self.at = at
        self.verb = verb
        self.syntax: Syntax = reading.syntax
        self.quoted: Quoted = reading.quoted
        self.sentence: Sentence = reading.syntax.sentence(at)
        self.cue = cue_tokens(reading.syntax, at)

    @property
    def negated(self) -> bool:
        """Tell whether the verb is denied ("did not say")."""
        return any(
            self.syntax.words[child] in _NEGATIONS for child in self.syntax.children[self.at]
        )

    def children(self, *relations: str) -> list[int]:
        """Give the dependents that have one of these relations."""
        return self.syntax.dependents(self.at, *relations)

    def right(self, *relations: str) -> list[int]:
        """Give those of them that stand behind the verb."""
        return [child for child in self.children(*relations) if child > self.at]

    @property
    def behind(self) -> range:
        """The tokens right behind the verb, where a content that it brings can begin."""
        return range(self.at + 1, min(self.at + 1 + _REACH, self.sentence.last))

    def marks(self, child: int) -> list[str]:
        """Give the prepositions and conjunctions of a dependent."""
        found = self.syntax.dependents(child, "case", "mark")
        return [self.syntax.words[mark] for mark in found]

    def drop_that(self, places: Sequence[int]) -> list[int]:
        """Trim a clause and its ``that``."""
        kept = self.syntax.trim(places)
        while (
            len(kept) > 1
            and self.syntax.words[kept[0]] == "that"
            and self.syntax.relations[kept[0]] == "mark"
        ):
            kept = self.syntax.trim(kept[1:])
        return kept
