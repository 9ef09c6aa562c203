"""Finding again what a verdict is about, in the reports as they are now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from stemma.model import Anchor, Extracted, Report, Span, Statement

_ALIKE = 85.0
"""How alike words must be to be taken for those that were changed, of 100."""

_SHORTEST = 12
"""Shorter words are found as they are, or not at all: "Ann Lee" is not "Jan Lees"."""

_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where the words of an anchor stand now; ``changed`` where they read otherwise."""

    span: Span
    changed: bool


@dataclass(frozen=True, slots=True)
class Texts:
    """Reports in which to look; ``successors`` maps earlier versions to later ones, by id."""

    reports: Mapping[str, Report]
    successors: Mapping[str, str] = field(default_factory=dict[str, str])

    def latest(self, report: str) -> str:
        """Give the latest version of a report."""
        while report in self.successors:
            report = self.successors[report]
        return report

    def find_report(self, anchor: Anchor) -> str | None:
        """Give the report that an anchor is in now: itself, a later version, or its article's."""
        latest = self.latest(anchor.span.report)
        if latest in self.reports:
            return latest
        kin = [one.id for one in self.reports.values() if one.article_id == anchor.article]
        return min(kin, default=None)

    def find(self, anchor: Anchor) -> Found | None:
        """Give where its words stand now: at their place, elsewhere, or in other words nearly."""
        name = self.find_report(anchor)
        if name is None:
            return None
        report = self.reports[name]
        if name == anchor.span.report and anchor.span.of(report.text) == anchor.words:
            return Found(span=anchor.span, changed=False)
        places = _places(report.text, anchor.words)
        if places:
            start = max(places, key=lambda place: _nearness(anchor, report.text, place))
            return Found(span=report.span(start, start + len(anchor.words)), changed=False)
        return _find_changed(report, anchor)


def find_statement(found: Found, extracted: Extracted) -> Statement | None:
    """Give the statement that has most of the words found, if that is half of either's."""
    shares = [
        (_overlap(found.span, one.content), -place, one)
        for place, one in enumerate(extracted.statements)
    ]
    best = max(shares, key=lambda share: share[:2], default=None)
    if best is None:
        return None
    overlap, _, statement = best
    own = sum(map(len, statement.content))
    return statement if overlap >= _HALF * min(len(found.span), own) and overlap else None


def _overlap(span: Span, content: Iterable[Span]) -> int:
    return sum(
        max(0, min(span.end, part.end) - max(span.start, part.start))
        for part in content
        if part.report == span.report
    )


def _nearness(anchor: Anchor, text: str, place: int) -> tuple[float, int]:
    """Compare a place by what stands before it, then by how far off it is."""
    before = text[max(0, place - len(anchor.before)) : place]
    return fuzz.ratio(before, anchor.before), -abs(place - anchor.span.start)


def _places(text: str, words: str) -> list[int]:
    places: list[int] = []
    start = text.find(words) if words else -1
    while start >= 0:
        places.append(start)
        start = text.find(words, start + 1)
    return places


def _find_changed(report: Report, anchor: Anchor) -> Found | None:
    if len(anchor.words) < _SHORTEST:
        return None
    near = fuzz.partial_ratio_alignment(anchor.words, report.text, score_cutoff=_ALIKE)
    if near is None or near.dest_start >= near.dest_end:
        return None
    start, end = _whole_words(report.text, near.dest_start, near.dest_end)
    return Found(span=report.span(start, end), changed=True)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to whole words, and leave out the blanks around it."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
