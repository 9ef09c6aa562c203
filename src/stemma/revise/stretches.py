"""The words of a sentence that stand for other words in its next version."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA, Levenshtein

from stemma.language.rarity import rarity
from stemma.model import Span
from stemma.revise.sentences import Sentence
from stemma.revise.words import Word

_SMALL = 2.0
"""Words less rare than this tell a reader nothing by themselves: "the", "which", "had"."""

_SPELLING = 0.75
_DENIALS = frozenset(
    {"not", "no", "never", "neither", "nor", "without", "cannot", "nobody", "none"}
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the earlier version and those that stand for them; one side may be empty."""

    earlier: tuple[Word, ...]
    later: tuple[Word, ...]
    earlier_span: Span
    later_span: Span

    @property
    def reverses(self) -> bool:
        """Tell whether one side denies and the other does not."""
        left, right = (sum(map(_denies, words)) for words in (self.earlier, self.later))
        return left != right

    @property
    def is_slight(self) -> bool:
        """Tell whether only small words or the spelling of a word differ."""
        if self.reverses:
            return False
        if all(rarity(word.text) < _SMALL for word in (*self.earlier, *self.later)):
            return True
        one = "".join(word.text for word in self.earlier)
        other = "".join(word.text for word in self.later)
        if any(mark.isdigit() for mark in one + other):
            return False
        return OSA.normalized_similarity(one, other) >= _SPELLING and one[:1] == other[:1]

    @property
    def weight(self) -> int:
        """Count the words that tell something, on the longer side."""
        return max(
            sum(rarity(word.text) >= _SMALL for word in words)
            for words in (self.earlier, self.later)
        )


def find_stretches(earlier: Sentence, later: Sentence) -> tuple[Stretch, ...]:
    """Give where two versions of a sentence differ, in order."""
    left, right = earlier.words, later.words
    return tuple(
        Stretch(
            left[code.src_start : code.src_end],
            right[code.dest_start : code.dest_end],
            _cover(left, code.src_start, code.src_end, earlier.span),
            _cover(right, code.dest_start, code.dest_end, later.span),
        )
        for code in Levenshtein.opcodes(earlier.folded, later.folded)
        if code.tag != "equal"
    )


def _cover(words: Sequence[Word], first: int, last: int, sentence: Span) -> Span:
    """Cover words ``[first, last)``; an empty range is the place behind the word before it."""
    if first < last:
        start, end = words[first].span.start, words[last - 1].span.end
    else:
        start = end = words[first - 1].span.end if first else sentence.start
    return Span(report=sentence.report, start=start, end=end)


def _denies(word: Word) -> bool:
    return word.text in _DENIALS or word.text.endswith("n't")
