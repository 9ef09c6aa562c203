"""Quotations that reports give to different speakers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from stemma.align.findings.comparison import content
from stemma.align.findings.quotes import Quote
from stemma.align.findings.story_view import Appearance, StoryView, called, quoted
from stemma.align.spelling import words
from stemma.model import Finding, Source, digest

_TWO_PEOPLE, _ONE_BODY = 0.76, 0.5
_RUN = 8
"""Words in a row by which two quotations are one."""

_LEAST_CONTENT = 3
_NAMED = frozenset({"organisation", "person"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation with the speaker to whom its report gives it."""

    quote: Quote
    appearance: Appearance
    source: Source

    @property
    def report(self) -> str:
        return self.quote.span.report


def find_changed_speakers(view: StoryView) -> Iterator[Finding]:
    """Find quotations that one report gives to a person, another to somebody else or to a body.

    Two quotations are one where they have eight words in a row in common. What one report gives
    to both, or to a speaker whose name holds the other's ("police", "the river police"), is left
    out, and so are quotations of nobody known.
    """
    by_run: defaultdict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for said in _all_said(view):
        for run in sorted(_runs(said.quote.words)):
            by_run[run].append(said)
    told: set[frozenset[str]] = set()
    for same in by_run.values():
        for one, other in combinations(same, 2):
            key = frozenset({_speaker(one.source), _speaker(other.source)})
            if one.report != other.report and key not in told and _is_changed(one, other, same):
                told.add(key)
                yield _finding(view, one, other)


def _all_said(view: StoryView) -> Iterator[_Said]:
    """Give the quotations of people and bodies that are known in the story."""
    for appearance in view.all_appearances():
        statement = appearance.statement
        source = statement.source
        if source is None or source.entity is None or statement.via:
            continue
        if source.kind not in _NAMED or statement.voice not in {"direct", "mixed"}:
            continue
        for quote in view.quotes_in(statement.report):
            if any(span.overlaps(quote.span) for span in statement.content):
                yield _Said(quote, appearance, source)


def _runs(said: tuple[str, ...]) -> set[tuple[str, ...]]:
    runs = {said[at : at + _RUN] for at in range(len(said) - _RUN + 1)}
    return {run for run in runs if all(run) and len(content(run)) >= _LEAST_CONTENT}


def _speaker(source: Source) -> str:
    return source.entity or source.name


def _is_changed(one: _Said, other: _Said, same: Sequence[_Said]) -> bool:
    left, right = one.source, other.source
    if _speaker(left) == _speaker(right) or {left.kind, right.kind} == {"organisation"}:
        return False
    if set(words(left.name)) <= set(words(right.name)):
        return False
    if set(words(right.name)) <= set(words(left.name)):
        return False
    given = {(said.report, _speaker(said.source)) for said in same}
    return (one.report, _speaker(right)) not in given and (
        other.report,
        _speaker(left),
    ) not in given


def _finding(view: StoryView, one: _Said, other: _Said) -> Finding:
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
