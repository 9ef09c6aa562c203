"""The words that a date belongs to: the noun phrase or the clause that it dates."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from stemma.model import Annotated, Span

_NOMINAL = frozenset({"NOUN", "PROPN"})
_TIMES = frozenset({"after", "at", "before", "during", "following", "in", "on", "since"})
_APART = frozenset({"acl:relcl", "advcl", "parataxis", "conj", "ccomp", "appos"})
_CLAUSE_HEADS = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", "root"})
_FEWEST_WORDS, _MOST_WORDS = 8, 60
_FEWEST_IN_PHRASE = 2
_CLOSING = {")": "(", "]": "[", "”": "“", "’": "‘", '"': '"'}
_SUBJECTS = ("nsubj", "csubj", "expl")
_POINTING = frozenset({"he", "it", "she", "that", "they", "this", "we", "which", "who"})


@dataclass(frozen=True, slots=True)
class Dated:
    """What a date dates: the words to show, and the lemmas that tell what happened."""

    span: Span
    lemmas: frozenset[str]


class Clauses:
    """Finds what the dates of one report belong to."""

    def __init__(self, annotated: Annotated) -> None:
        """Take a report with its syntax."""
        self._annotated = annotated
        self._tokens = annotated.tokens
        self._starts = [token.start for token in annotated.tokens]
        self._sentence_starts = [sentence.start for sentence in annotated.sentences]

    def dated_by(self, moment: Span) -> Dated | None:
        """Give what a date expression dates; None where it stands in no sentence.

        "Mary Roe's 5 May election victory" is dated as a noun phrase, "met on 5 May" as a
        clause. A year that only tells since when something lasts dates nothing.
        """
        inside = self._inside(moment)
        sentence = self._sentence(moment)
        if not inside or sentence is None:
            return None
        first, last = sentence
        head = next((at for at in inside if self._tokens[at].head not in inside), inside[0])
        if self._only_since(inside, head):
            return None
        top = self._top(head, inside)
        words = self._words(top, inside, first, last)
        narrow = words
        while (above := self._clause_above(top, words)) is not None:
            top = above
            wider = self._words(top, inside, first, last)
            if len(wider) > _MOST_WORDS:
                break
            words = wider
        if self._tokens[words[0]].text.lower() in _POINTING:
            words = self._trimmed(list(range(first, last)))
        lemmas = frozenset(
            self._tokens[at].lemma.casefold()
            for at in narrow
            if at not in inside and self._tokens[at].upos in {"ADJ", "NOUN", "PROPN", "VERB"}
        )
        return Dated(self._span(words), lemmas)

    def _inside(self, moment: Span) -> range:
        return range(bisect_left(self._starts, moment.start), bisect_left(self._starts, moment.end))

    def _sentence(self, moment: Span) -> tuple[int, int] | None:
        at = bisect_right(self._sentence_starts, moment.start) - 1
        if at < 0:
            return None
        sentence = self._annotated.sentences[at]
        return sentence.first, sentence.last

    def _only_since(self, inside: range, head: int) -> bool:
        before = inside.start - 1
        return (
            before >= 0
            and self._tokens[before].text.lower() == "since"
            and len(inside) == 1
            and self._tokens[head].text.isdigit()
        )

    def _top(self, head: int, inside: range) -> int:
        """Climb to the noun that the date narrows, or to the head of the clause."""
        at = head
        while self._tokens[at].head != at:
            above = self._tokens[at].head
            narrows = self._tokens[at].relation in {"compound", "nmod", "nmod:poss", "nummod"} or (
                self._tokens[at].relation in {"nmod:tmod", "nmod:unmarked"}
            )
            if above in inside or (narrows and self._tokens[above].upos in _NOMINAL):
                at = above
                if (
                    above not in inside
                    and not self._is_time(above)
                    and self._says_enough(above, inside)
                ):
                    return above
                continue
            if self._tokens[at].relation in {"acl", "acl:relcl"} and at != head:
                return above
            if self._tokens[at].relation in _CLAUSE_HEADS and at != head:
                return at
            at = above
        return at

    def _clause_above(self, top: int, words: list[int]) -> int | None:
        """Give the clause that says who did what, where this one does not: "..., bringing it to 9".

        Neither does "a ship had sunk on 3 May" tell who said so, and it is no fact without.
        """
        if self._tokens[top].upos in _NOMINAL or self._tokens[top].head == top:
            return None
        subject = any(
            self._tokens[at].head == top and self._tokens[at].relation.startswith(_SUBJECTS)
            for at in words
        )
        if subject and self._tokens[top].relation != "ccomp":
            return None
        at = self._tokens[top].head
        while self._tokens[at].head != at and self._tokens[at].relation not in _CLAUSE_HEADS:
            at = self._tokens[at].head
        return at

    def _is_time(self, at: int) -> bool:
        """Tell whether a noun only tells when: "during a 12 May call"."""
        token = self._tokens[at]
        if token.relation not in {"obl", "obl:tmod", "obl:unmarked"}:
            return False
        return any(
            self._tokens[child].head == at
            and self._tokens[child].relation == "case"
            and self._tokens[child].text.lower() in _TIMES
            for child in range(max(0, at - 12), at)
        )

    def _says_enough(self, at: int, inside: range) -> bool:
        """Tell whether a noun says by itself what happened: "the coalition's 5 May victory"."""
        around = range(max(0, at - 8), min(len(self._tokens), at + 8))
        return any(
            self._tokens[child].head == at
            and child not in inside
            and self._tokens[child].relation in {"nmod:poss", "nmod"}
            and self._tokens[child].upos in {"NOUN", "PROPN"}
            for child in around
        )

    def _words(self, top: int, inside: range, first: int, last: int) -> list[int]:
        """Give the tokens under ``top``, without clauses of their own that hold no date."""
        kept = {top, *inside}
        for at in inside:
            climb = at
            while climb != top and self._tokens[climb].head != climb:
                kept.add(climb)
                climb = self._tokens[climb].head
        path = set(kept)
        grown = True
        while grown:
            more = {
                at
                for at in range(first, last)
                if at not in kept
                and self._tokens[at].head in kept
                and not (
                    self._tokens[at].relation in _APART
                    and at not in path
                    and self._tokens[at].head not in inside
                )
            }
            kept |= more
            grown = bool(more)
        untrimmed = list(range(min(kept), max(kept) + 1))
        words = self._trimmed(untrimmed)
        whole = list(range(first, last))
        counted = untrimmed if self._tokens[top].upos in _NOMINAL else words
        if len(counted) < _FEWEST_WORDS and len(whole) <= _MOST_WORDS:
            return self._trimmed(whole)
        return self._without_preposition(words, top)

    def _trimmed(self, words: list[int]) -> list[int]:
        while len(words) > 1 and self._is_link(words[0]):
            words = words[1:]
        while len(words) > 1 and self._is_loose(words):
            words = words[:-1]
        return words

    def _without_preposition(self, words: list[int], top: int) -> list[int]:
        """Drop the "of" of "of the uprising in May", but not the "On" of "On Sunday, she …"."""
        first = self._tokens[words[0]]
        leads = first.upos == "ADP" and first.head == top
        return words[1:] if leads and len(words) > _FEWEST_IN_PHRASE else words

    def _is_link(self, at: int) -> bool:
        """Tell whether a word only ties a clause to what stands before it."""
        token = self._tokens[at]
        tying = token.upos in {"CCONJ", "SCONJ"} or token.xpos == "WRB"
        return tying or (token.upos == "PUNCT" and token.text not in _CLOSING.values())

    def _is_loose(self, words: list[int]) -> bool:
        """Tell whether the last word is a mark or a conjunction that closes nothing."""
        last = self._tokens[words[-1]]
        if last.text in _CLOSING:
            opened = {self._tokens[at].text for at in words[:-1]}
            return _CLOSING[last.text] not in opened
        return last.upos in {"PUNCT", "CCONJ"}

    def _span(self, words: list[int]) -> Span:
        return self._annotated.report.span(
            self._tokens[words[0]].start, self._tokens[words[-1]].end
        )
