"""Sentences of two versions, laid beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from stemma.model import Span
from stemma.revise.sides import Side
from stemma.revise.words import Word, find_words

_REWORDED = 0.5
_PART_OF = 0.8
_FEWEST_WORDS = 8
"""A sentence of fewer words is no part of a longer one by chance alone."""

Pairs = set[tuple[int, int]]
"""Places in the earlier and in the later version's list of sentences."""

_COMPARED = frozenset({"headline", "standfirst", "subhead", "body"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one version, with its words."""

    span: Span
    words: tuple[Word, ...]
    is_headline: bool

    @property
    def folded(self) -> tuple[str, ...]:
        """The words without case and marks."""
        return tuple(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Beside:
    """A sentence in two versions; one side is None where it was put in or taken out.

    ``place`` is an empty span where the missing side would stand, or that of the side itself.
    """

    earlier: Sentence | None
    later: Sentence | None
    place: Span


def lay_beside(earlier: Side, later: Side) -> tuple[Beside, ...]:
    """Lay the sentences of two versions beside each other; those that did not change are left out.

    A sentence that only moved did not change.
    """
    left = _sentences(earlier)
    right = _sentences(later)
    matched = _match_same(left, right)
    matched |= _match_headlines(left, right, matched)
    matched |= _match_reworded(left, right, matched)
    there, back = dict(matched), {other: one for one, other in matched}
    changed = [
        Beside(left[one], right[other], right[other].span)
        for one, other in matched
        if left[one].folded != right[other].folded
    ]
    put_in = [
        Beside(None, sentence, _gap(at, back, left, earlier))
        for at, sentence in enumerate(right)
        if at not in back
    ]
    taken_out = [
        Beside(sentence, None, _gap(at, there, right, later))
        for at, sentence in enumerate(left)
        if at not in there
    ]
    return tuple(sorted([*changed, *put_in, *taken_out], key=_rank))


def _rank(one: Beside) -> tuple[int, bool]:
    """Order by the later text; what was taken out comes where it would stand."""
    return (one.later.span.start, True) if one.later else (one.place.start, False)


def _sentences(side: Side) -> list[Sentence]:
    """Give the sentences, or the lines of a report that is not in English."""
    report = side.report
    spans = [
        (report.span(one.start, one.end), report.parts[one.part].kind)
        for one in side.extracted.annotated.sentences
    ] or [(report.span(part.start, part.end), part.kind) for part in report.parts]
    return [
        Sentence(span, words, kind == "headline")
        for span, kind in spans
        if kind in _COMPARED and not any(notice.span.overlaps(span) for notice in side.notices)
        if (words := find_words(report.text, span))
    ]


def _match_same(left: Sequence[Sentence], right: Sequence[Sentence]) -> Pairs:
    """Match sentences with the same words, in order; of repeated ones, the first with the first."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at, sentence in enumerate(right):
        places.setdefault(sentence.folded, []).append(at)
    return {
        (at, places[sentence.folded].pop(0))
        for at, sentence in enumerate(left)
        if places.get(sentence.folded)
    }


def _match_headlines(left: Sequence[Sentence], right: Sequence[Sentence], matched: Pairs) -> Pairs:
    """Match headline with headline, however they were reworded, sentence by sentence."""
    ones, others = _left_over(left, right, matched)
    one = [at for at in ones if left[at].is_headline]
    other = [at for at in others if right[at].is_headline]
    return set(zip(one, other, strict=False))


def _left_over(
    left: Sequence[Sentence], right: Sequence[Sentence], matched: Pairs
) -> tuple[list[int], list[int]]:
    ones = sorted(set(range(len(left))) - {one for one, _ in matched})
    others = sorted(set(range(len(right))) - {other for _, other in matched})
    return ones, others


def _match_reworded(left: Sequence[Sentence], right: Sequence[Sentence], matched: Pairs) -> Pairs:
    """Match what is left by likeness, the likest first, of equals the nearest."""
    ones, others = _left_over(left, right, matched)
    scores = sorted(
        (-likeness, abs(one - other), one, other)
        for one in ones
        for other in others
        if (likeness := _likeness(left[one].folded, right[other].folded)) >= _REWORDED
    )
    found: Pairs = set()
    for _, _, one, other in scores:
        if all(one != taken and other != used for taken, used in found):
            found.add((one, other))
    return found


def _likeness(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Give how alike two sentences are, 0 to 1; one that the other only adds to is alike."""
    alike = Indel.normalized_similarity(left, right)
    shorter = min(len(left), len(right))
    if shorter < _FEWEST_WORDS:
        return alike
    shared = (len(left) + len(right)) * alike / 2
    contained = shared / shorter
    return max(alike, _REWORDED) if contained >= _PART_OF else alike


def _gap(at: int, matched: Mapping[int, int], others: Sequence[Sentence], other: Side) -> Span:
    """Give the place in the other version where a sentence would stand: behind its neighbour."""
    before = next((matched[near] for near in range(at - 1, -1, -1) if near in matched), None)
    end = 0 if before is None else others[before].span.end
    return other.report.span(end, end)
