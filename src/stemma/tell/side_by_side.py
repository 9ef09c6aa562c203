"""Reports side by side: the passages that neighbours share, and what they differ on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from stemma.model import Change, Claim, Finding, Report, Revision, Span, Statement, Story
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

_OF_SPEAKERS = frozenset({"drifted_attribution", "denial", "changed_response"})
"""Findings that tell already that reports have something from different people."""


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
class Attributed:
    """A claim that the reports give on different authority: the first statement of each."""

    key: str
    claim: Claim
    said: tuple[Statement, ...]


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
    attributed: tuple[Attributed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Two versions of an article, with what changed: keys mark the words in both texts."""

    earlier: Column
    later: Column
    changes: tuple[tuple[str, Change], ...]


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
    attributed = tuple(_find_attributed(story, chosen)) if story else ()
    pointers = [
        *((one.key, span) for one in passages for span in (one.left, one.right)),
        *((one.key, span) for one in differences for span in one.finding.evidence),
        *((one.key, span) for one in attributed for span in _words(one.said)),
    ]
    return SideBySide(
        columns=tuple(_column(report, pointers) for report in reports),
        passages=passages,
        differences=differences,
        attributed=attributed,
    )


def compare_versions(earlier: Report, later: Report, revision: Revision | None) -> Versions:
    """Put two versions of an article side by side; without a revision nothing is marked."""
    changes = revision.changes if revision else ()
    keyed = tuple((f"c{number}", change) for number, change in enumerate(changes))
    pointers = [(key, span) for key, one in keyed for span in (one.earlier, one.later) if len(span)]
    return Versions(
        earlier=_column(earlier, pointers), later=_column(later, pointers), changes=keyed
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


def _find_attributed(story: Story, chosen: set[str]) -> Iterator[Attributed]:
    """Find claims of at least two of the reports that do not have them from the same source."""
    known = {name for one in story.findings if one.kind in _OF_SPEAKERS for name in one.claims}
    statements = {one.id: one for one in story.statements if one.report in chosen}
    number = 0
    for claim in story.claims:
        firsts: dict[str, Statement] = {}
        for name in claim.appearances:
            if name in statements:
                firsts.setdefault(statements[name].report, statements[name])
        if claim.id not in known and len({_authority(one) for one in firsts.values()}) > 1:
            yield Attributed(key=f"a{number}", claim=claim, said=tuple(firsts.values()))
            number += 1


def _authority(statement: Statement) -> str:
    source = statement.source
    return "" if source is None else source.entity or source.name.casefold()


def _words(said: Sequence[Statement]) -> Iterator[Span]:
    for statement in said:
        yield from statement.content
        yield from statement.source.spans if statement.source else ()


def _column(report: Report, pointers: Sequence[tuple[str, Span]]) -> Column:
    own = [(key, span) for key, span in pointers if span.report == report.id]
    return Column(report=report, paragraphs=paragraphs(report, own))
