"""One sentence in two versions, with where they differ and what was found in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from stemma.model import Change, Span
from stemma.model.quotation import shorten
from stemma.revise.sentences import Sentence
from stemma.revise.sides import Side
from stemma.revise.stretches import Stretch

_LONGEST = 180


class Spanned(Protocol):
    """Something that stands in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


Found = TypeVar("Found", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence before and after, the reports it stands in, and the stretches that differ."""

    earlier: Side
    later: Side
    before: Sentence
    after: Sentence
    stretches: tuple[Stretch, ...]

    def touched_before(self, found: Iterable[Found]) -> list[Found]:
        """Keep what the earlier sentence has, where a stretch touches it."""
        spans = [one.earlier_span for one in self.stretches]
        return list(_touched(found, self.before.span, spans))

    def touched_after(self, found: Iterable[Found]) -> list[Found]:
        """Keep what the later sentence has, where a stretch touches it."""
        spans = [one.later_span for one in self.stretches]
        return list(_touched(found, self.after.span, spans))

    def together(self, before: Span, after: Span) -> bool:
        """Tell whether one stretch touches both."""
        return any(
            touches(one.earlier_span, before) and touches(one.later_span, after)
            for one in self.stretches
        )

    def instead_of(self, before: Span) -> Span:
        """Give the later words of the stretch that touches a span; empty where it has none."""
        return next(one.later_span for one in self.stretches if touches(one.earlier_span, before))

    def formerly(self, after: Span) -> Span:
        """Give the earlier words of the stretch that touches a span; empty where it has none."""
        return next(one.earlier_span for one in self.stretches if touches(one.later_span, after))

    def said_before(self, span: Span) -> str:
        """Quote the earlier version."""
        return quoted(self.earlier.quote(span))

    def said_after(self, span: Span) -> str:
        """Quote the later version."""
        return quoted(self.later.quote(span))

    def became(self, noun: str, before: Span, after: Span) -> str:
        """Say what became of words: replaced, taken out or put in."""
        if not len(after):
            return f"the {noun} {self.said_before(before)} was taken out"
        if not len(before):
            return f"the {noun} {self.said_after(after)} was put in"
        return f"the {noun} {self.said_before(before)} became {self.said_after(after)}"


def touches(stretch: Span, span: Span) -> bool:
    """Tell whether a stretch overlaps a span; an empty one, whether it lies strictly inside."""
    if len(stretch):
        return stretch.overlaps(span)
    return stretch.report == span.report and span.start < stretch.start < span.end


def left_over(stretch: Stretch, changes: Sequence[Change]) -> Stretch | None:
    """Give a stretch without the words that changes show; None where they show all that tells."""
    earlier = [change.earlier for change in changes]
    later = [change.later for change in changes]
    rest = replace(
        stretch,
        earlier=tuple(one for one in stretch.earlier if not _is_in(one.span, earlier)),
        later=tuple(one for one in stretch.later if not _is_in(one.span, later)),
    )
    return rest if rest.weight or rest == stretch else None


def quoted(text: str) -> str:
    """Put words in quotation marks, on one line, cut between words where they are long."""
    words = " ".join(text.split()).strip('“”" ').rstrip(".,;")
    return f"“{shorten(words, _LONGEST)}”"


def _touched(found: Iterable[Found], sentence: Span, stretches: Sequence[Span]) -> Iterator[Found]:
    for one in found:
        if sentence.overlaps(one.span) and any(touches(part, one.span) for part in stretches):
            yield one


def _is_in(word: Span, shown: Iterable[Span]) -> bool:
    return any(word.overlaps(span) for span in shown)
