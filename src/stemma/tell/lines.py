"""A report's text line by line, as pages show it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Part, Report
from stemma.model.report import PartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a report: it begins at code point ``start``; ``kind`` is its weightiest part's.

    A page that knows where each line begins finds the words of any span by itself.
    """

    kind: PartKind
    start: int
    text: str


def lines(report: Report) -> Iterator[Line]:
    """Give the lines of a report that are not blank, in order."""
    start = 0
    for text in report.text.split("\n"):
        end = start + len(text)
        if text.strip():
            yield Line(kind=kind_of(report.parts, start, end), start=start, text=text)
        start = end + 1


def kind_of(parts: Sequence[Part], start: int, end: int) -> PartKind:
    """Tell what a line ``[start, end)`` is: the longest of the parts that it touches."""
    inside = [part for part in parts if part.start < end and start < part.end]
    longest = max(inside, key=lambda part: part.end - part.start, default=None)
    return longest.kind if longest else "body"
