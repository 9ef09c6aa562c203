"""A report's text in segments, each knowing which answers point at it.

Reports that stand side by side light up words in all of them at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.model import Report, Span
from stemma.model.report import PartKind
from stemma.tell.lines import lines


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
    for line in lines(report):
        end = line.start + len(line.text)
        near = [(key, span) for key, span in pointers if span.start < end and line.start < span.end]
        segments = _segments(report.text, line.start, end, near)
        found.append(Paragraph(kind=line.kind, segments=segments))
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
