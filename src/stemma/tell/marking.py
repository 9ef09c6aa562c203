"""A report's text in segments, each knowing which answers point at it.

The page lights up words when somebody picks a claim or a finding. Splitting the text here, at
code points, spares the browser from counting in UTF-16.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.model import Part, Report, Span
from stemma.model.report import PartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words that the same answers point at: ``keys`` are theirs, joined by blanks."""

    text: str
    keys: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One line of a report; ``kind`` is that of its weightiest part."""

    kind: PartKind
    segments: tuple[Segment, ...]


def paragraphs(report: Report, pointers: Iterable[tuple[str, Span]]) -> tuple[Paragraph, ...]:
    """Split a report into paragraphs of segments.

    Args:
        report: The report.
        pointers: Keys of answers with the spans they point at, all in this report.
    """
    pointers = tuple(pointers)
    found: list[Paragraph] = []
    start = 0
    for line in report.text.split("\n"):
        end = start + len(line)
        near = [(key, span) for key, span in pointers if span.start < end and start < span.end]
        if line.strip():
            segments = _segments(report.text, start, end, near)
            found.append(Paragraph(kind=_kind(report.parts, start, end), segments=segments))
        start = end + 1
    return tuple(found)


def _segments(
    text: str, start: int, end: int, pointers: Sequence[tuple[str, Span]]
) -> tuple[Segment, ...]:
    edges = {start, end}
    for _, span in pointers:
        edges |= {max(start, span.start), min(end, span.end)}
    bounds = sorted(edges)
    return tuple(
        Segment(
            text=text[left:right],
            keys=" ".join(sorted({key for key, span in pointers if span.start <= left < span.end})),
        )
        for left, right in pairwise(bounds)
    )


def _kind(parts: Sequence[Part], start: int, end: int) -> PartKind:
    inside = [part for part in parts if part.start < end and start < part.end]
    longest = max(inside, key=lambda part: part.end - part.start, default=None)
    return longest.kind if longest else "body"
