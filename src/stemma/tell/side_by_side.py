"""Reports side by side: the passages that neighbours share, and what they differ on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from stemma.model import Finding, Report, Span, Story
from stemma.tell.marking import Paragraph, paragraphs

_WORD = re.compile(r"\w+(?:[’'.,]\w+)*")
_SHORTEST = 6
"""Fewer words in a row are shared by chance."""

_DIFFERENCES = frozenset(
    {
        "altered_quote",
        "changed_after_publication",
        "changed_response",
        "date_conflict",
        "denial",
        "drifted_attribution",
        "figure_conflict",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that two neighbours share: ``key`` marks them in both texts."""

    key: str
    left: Span
    right: Span
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A finding that is about at least two of the reports: ``key`` marks its evidence."""

    key: str
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One report: its text in paragraphs whose segments know passages and differences."""

    report: Report
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Reports in the order asked for."""

    columns: tuple[Column, ...]
    passages: tuple[Passage, ...]
    differences: tuple[Difference, ...]


def compare(reports: Sequence[Report], story: Story | None) -> SideBySide:
    """Put reports side by side; ``story`` is the one that they are in, where they share one."""
    passages = tuple(
        Passage(key=f"p{at}-{number}", left=left, right=right, words=words)
        for at, (first, second) in enumerate(pairwise(reports))
        for number, (left, right, words) in enumerate(find_shared(first, second))
    )
    chosen = {report.id for report in reports}
    differences = tuple(
        Difference(key=f"d{number}", finding=finding)
        for number, finding in enumerate(story.findings if story else ())
        if finding.kind in _DIFFERENCES
        and len(chosen & {span.report for span in finding.evidence}) > 1
    )
    return SideBySide(
        columns=tuple(_column(report, passages, differences) for report in reports),
        passages=passages,
        differences=differences,
    )


def find_shared(left: Report, right: Report) -> Iterator[tuple[Span, Span, int]]:
    """Give the runs of six or more words that two reports have in the same order.

    Case and marks make no difference. Each is a span in either report, and the number of words.
    (Ratcliff and Metzener, 1988.)
    """
    lefts, rights = list(_WORD.finditer(left.text)), list(_WORD.finditer(right.text))
    matcher = SequenceMatcher(
        None,
        [word[0].casefold() for word in lefts],
        [word[0].casefold() for word in rights],
        autojunk=False,
    )
    for block in matcher.get_matching_blocks():
        if block.size >= _SHORTEST:
            yield (
                left.span(lefts[block.a].start(), lefts[block.a + block.size - 1].end()),
                right.span(rights[block.b].start(), rights[block.b + block.size - 1].end()),
                block.size,
            )


def _column(
    report: Report, passages: Sequence[Passage], differences: Sequence[Difference]
) -> Column:
    shared = [(one.key, span) for one in passages for span in (one.left, one.right)]
    disputed = [(one.key, span) for one in differences for span in one.finding.evidence]
    pointers = [(key, span) for key, span in (*shared, *disputed) if span.report == report.id]
    return Column(report=report, paragraphs=paragraphs(report, pointers))
