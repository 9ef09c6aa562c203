"""Quotations that reports give to different speakers."""

from collections.abc import Iterator, Sequence

from stemma.align.findings.quoting import quoted
from stemma.align.findings.said import Said, find_same_words
from stemma.align.findings.story_view import StoryView, called
from stemma.align.spelling import words
from stemma.model import Finding, digest

_TWO_PEOPLE, _ONE_BODY = 0.76, 0.5


def find_changed_speakers(view: StoryView) -> Iterator[Finding]:
    """Find quotations that one report gives to a person, another to somebody else or to a body.

    What one report gives to both, or to a speaker whose name holds the other's ("police", "the
    river police"), is left out.
    """
    told: set[frozenset[str]] = set()
    for one, other, same in find_same_words(view):
        key = frozenset({one.speaker, other.speaker})
        if key not in told and _is_changed(one, other, same):
            told.add(key)
            yield _finding(view, one, other)


def _is_changed(one: Said, other: Said, same: Sequence[Said]) -> bool:
    left, right = one.source, other.source
    if one.speaker == other.speaker or {left.kind, right.kind} == {"organisation"}:
        return False
    if set(words(left.name)) <= set(words(right.name)):
        return False
    if set(words(right.name)) <= set(words(left.name)):
        return False
    given = {(said.report, said.speaker) for said in same}
    return (one.report, other.speaker) not in given and (
        other.report,
        one.speaker,
    ) not in given


def _finding(view: StoryView, one: Said, other: Said) -> Finding:
    sides = sorted((one, other), key=lambda said: (said.source.kind, said.quote.span))
    told = ", ".join(
        f"{view.name(said.report)} gives it to {called(said.source)}" for said in reversed(sides)
    )
    claims = {view.claim_of(said.appearance.statement) for said in sides}
    people = all(said.source.kind == "person" for said in sides)
    return Finding(
        id=digest("finding", "drifted_attribution", *(str(said.quote.span) for said in sides)),
        kind="drifted_attribution",
        message=f"One quotation, two speakers: {told}: {quoted(one.quote.text)}",
        weight=_TWO_PEOPLE if people else _ONE_BODY,
        evidence=tuple(said.quote.span for said in sides),
        values=tuple(called(said.source) for said in sides),
        claims=tuple(sorted(claim for claim in claims if claim is not None)),
    )
