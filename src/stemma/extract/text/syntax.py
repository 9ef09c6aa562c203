"""A report's trees, ready to be walked."""

from collections.abc import Collection, Iterable
from functools import cached_property

from stemma.model import Annotated, Sentence

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Penn tags of verbs that make a clause."""

_MARKS_THAT_STAY = frozenset("“”\"'‘’«»()[]$£€%")


class Syntax:
    """The tokens of one report as trees: children, subtrees and runs of token indices."""

    def __init__(self, annotated: Annotated) -> None:
        """Index the trees of ``annotated``."""
        self.annotated = annotated
        self.tokens = annotated.tokens
        self.words = [token.text.lower().replace("’", "'") for token in annotated.tokens]
        self.relations = [token.relation.partition(":")[0] for token in annotated.tokens]
        self.children: list[list[int]] = [[] for _ in annotated.tokens]
        for at, token in enumerate(annotated.tokens):
            if token.head != at:
                self.children[token.head].append(at)

    @cached_property
    def sentence_of(self) -> list[int]:
        """Index of the sentence of each token."""
        found = [0] * len(self.tokens)
        for number, sentence in enumerate(self.annotated.sentences):
            found[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
        return found

    def sentence(self, at: int) -> Sentence:
        """Give the sentence of the token at index ``at``."""
        return self.annotated.sentences[self.sentence_of[at]]

    def dependents(self, at: int, *relations: str) -> list[int]:
        """Give the children of a token that have one of these relations, subtypes or not."""
        return [
            child
            for child in self.children[at]
            if self.relations[child] in relations or self.tokens[child].relation in relations
        ]

    def subtree(self, at: int, *, without: Collection[int] = ()) -> list[int]:
        """Give the indices of a token and all below it, in text order.

        Subtrees under the tokens of ``without`` are left out.
        """
        found: list[int] = []
        waiting = [at]
        while waiting:
            here = waiting.pop()
            if here not in without:
                found.append(here)
                waiting += self.children[here]
        return sorted(found)

    def ancestors(self, at: int) -> Iterable[int]:
        """Give the heads above a token, nearest first."""
        while self.tokens[at].head != at:
            at = self.tokens[at].head
            yield at

    def is_mark(self, at: int) -> bool:
        """Tell whether a token is punctuation."""
        return not any(letter.isalnum() for letter in self.tokens[at].text)

    def is_finite(self, at: int) -> bool:
        """Tell whether a token is a finite verb or auxiliary."""
        return self.tokens[at].xpos in FINITE

    def tells(self, at: int) -> bool:
        """Tell a verb from prepositions that look like one ("following the vote")."""
        token = self.tokens[at]
        if token.xpos == "VBN" and not self.dependents(at, "aux"):
            return False
        return token.upos in ("VERB", "AUX") and self.relations[at] not in ("case", "mark", "amod")

    def trim(self, places: Iterable[int]) -> list[int]:
        """Sort token indices and drop marks at both ends, but not quotation marks or brackets."""
        kept = sorted(set(places))
        while kept and self._is_loose(kept[0]):
            kept.pop(0)
        while kept and self._is_loose(kept[-1]):
            kept.pop()
        return kept

    def _is_loose(self, at: int) -> bool:
        return self.is_mark(at) and self.tokens[at].text not in _MARKS_THAT_STAY

    def runs(self, places: Iterable[int]) -> list[tuple[int, int]]:
        """Group token indices into half-open runs ``[first, last)``."""
        found: list[tuple[int, int]] = []
        for at in sorted(set(places)):
            if found and found[-1][1] == at:
                found[-1] = (found[-1][0], at + 1)
            else:
                found.append((at, at + 1))
        return found

    def text(self, places: Iterable[int]) -> str:
        """Quote tokens, runs joined by a blank."""
        text = self.annotated.report.text
        return " ".join(
            text[self.tokens[first].start : self.tokens[last - 1].end]
            for first, last in self.runs(places)
        )
