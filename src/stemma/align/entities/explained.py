"""Acronyms that a report explains: "Coastal Radar Missile System (CRADMS)"."""

import re
from collections.abc import Iterable

from stemma.align.entities.mentions import Mention
from stemma.align.spelling import acronym_of, words
from stemma.model import Report

_EXPLAINED = re.compile(
    r"((?:[A-Z][\w’'\-]*\s+(?:(?:of|and|the|for|on|in|&)\s+){0,2}){2,9})"
    r"\(\s*(?:the\s+)?([A-Z][A-Za-z.&\-]{1,11})\s*\)"
)


def with_explained(report: Report, mentions: Iterable[Mention]) -> list[Mention]:
    """Add the long forms that stand before an acronym in brackets, and the acronym.

    What was found inside a long form ("Army") is dropped: it is part of another name.
    """
    found: list[Mention] = []
    for match in _EXPLAINED.finditer(report.text):
        found += _pair(report, match)
    kept = [
        mention
        for mention in mentions
        if not any(mention.span.overlaps(other.span) for other in found)
    ]
    return sorted([*kept, *found], key=lambda mention: mention.span)


def _pair(report: Report, match: re.Match[str]) -> list[Mention]:
    short = words(match.group(2))
    starts = [found.start() for found in re.finditer(r"\b[A-Z]", match.group(1))]
    for offset in starts:
        spelled = match.group(1)[offset:].rstrip()
        long = words(spelled)
        if len(short) == 1 and len(long) > 1 and acronym_of(short[0], long, loosely=True):
            start = match.start(1) + offset
            return [
                _named(report, start, start + len(spelled)),
                _named(report, match.start(2), match.end(2)),
            ]
    return []


def _named(report: Report, start: int, end: int) -> Mention:
    spelled = report.text[start:end]
    return Mention(
        span=report.span(start, end),
        spelled=spelled,
        words=words(spelled),
        kind="organisation",
        score=0.5,
    )
