"""One version of an article without its notices, which tell of the text and are no part of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stemma.model import Extracted, Notice, Report, Span
from stemma.revise.notices import find_notices
from stemma.revise.words import find_words

_SET_ASIDE = frozenset({"retraction", "correction", "clarification"})


@dataclass(frozen=True, slots=True)
class Side:
    """A version, with all words that it prints outside its notices, between blanks."""

    extracted: Extracted
    notices: tuple[Notice, ...]
    printed: str

    @property
    def report(self) -> Report:
        """The report."""
        return self.extracted.annotated.report

    def quote(self, span: Span) -> str:
        """Give the words of a span."""
        return span.of(self.report.text)


def read_side(extracted: Extracted) -> Side:
    """Part a version from its notices."""
    report = extracted.annotated.report
    notices = find_notices(report)
    places = [notice.span for notice in notices]
    words = find_words(report.text, report.span(0, len(report.text)))
    printed = [word.text for word in words if not _is_in(word.span, places)]
    return Side(_without(extracted, places), notices, f" {' '.join(printed)} ")


def set_notices_aside(extracted: Extracted) -> Extracted:
    """Leave out what a correction or retraction says: it tells of the report, not of the event.

    Else an outlet that takes a figure back would be taken to give it.
    """
    notices = find_notices(extracted.annotated.report)
    places = [notice.span for notice in notices if notice.kind in _SET_ASIDE]
    return _without(extracted, places) if places else extracted


def _without(extracted: Extracted, places: Iterable[Span]) -> Extracted:
    places = tuple(places)
    return replace(
        extracted,
        statements=tuple(one for one in extracted.statements if not _is_in(one.content[0], places)),
        figures=tuple(one for one in extracted.figures if not _is_in(one.span, places)),
        moments=tuple(one for one in extracted.moments if not _is_in(one.span, places)),
    )


def _is_in(span: Span, places: Iterable[Span]) -> bool:
    return any(place.overlaps(span) for place in places)
