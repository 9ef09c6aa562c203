"""Checking that a store still holds what it says it holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stemma import read
from stemma.errors import StoreError
from stemma.model import Report, Span, Statement, Story
from stemma.stores import Ledger
from stemma.stores.raws import name_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is not as it should be: the id or digest it is about, and what is wrong."""

    about: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """How much was checked, and what was found wrong."""

    raws: int
    reports: int
    stories: int
    spans: int
    problems: tuple[Problem, ...]


def verify(ledger: Ledger) -> Verified:
    """Hash all bytes anew, and look up all words that anything points at.

    A span must lie within its report; a statement's text and a claim's must be the words at
    their spans; a story that is not to be told anew must have the members that it tells of. It
    may have others: reports that could not be understood.
    """
    problems = [*_verify_raws(ledger), *_verify_reports(ledger)]
    spans = 0
    told = ledger.stories.told()
    stale = frozenset(ledger.stories.stale())
    for name in told:
        try:
            story = ledger.stories.find(name)
        except StoreError as error:
            problems.append(Problem(about=name, message=str(error)))
            continue
        if story is not None:
            problems += _verify_story(ledger, name, story)
            spans += sum(1 for _ in _spans(story))
            if name not in stale:
                problems += _verify_members(ledger, name, story)
    return Verified(
        raws=len(ledger.raws.digests()),
        reports=ledger.reports.count(),
        stories=len(told),
        spans=spans,
        problems=tuple(problems),
    )


def _verify_raws(ledger: Ledger) -> Iterator[Problem]:
    for digest in ledger.raws.digests():
        try:
            content = ledger.raws.content(digest)
        except StoreError as error:
            yield Problem(about=digest, message=str(error))
            continue
        if content is None or name_bytes(content) != digest:
            yield Problem(about=digest, message="the bytes are not those that were read")


def _verify_reports(ledger: Ledger) -> Iterator[Problem]:
    for name in ledger.reports.ids():
        try:
            held = ledger.reports.find(name)
        except StoreError as error:
            yield Problem(about=name, message=str(error))
            continue
        if held is None:
            continue
        report = held.report
        if read.name_report(url=report.url, outlet=report.outlet, text=report.text) != name:
            yield Problem(about=name, message="the text is not the one that was read")
        home = ledger.stories.of_report(name)
        if home is not None and ledger.stories.follow(home) != home:
            yield Problem(about=name, message=f"it belongs to {home}, which was merged away")


def _verify_story(ledger: Ledger, name: str, story: Story) -> Iterator[Problem]:
    reports = {one.report.id: one.report for one in ledger.reports.several(story.versions)}
    for missing in sorted(set(story.versions) - reports.keys()):
        yield Problem(about=name, message=f"it tells of {missing}, which is not held")
    for span in _spans(story):
        report = reports.get(span.report)
        if report is None or not 0 <= span.start < span.end <= len(report.text):
            yield Problem(about=name, message=f"{span} points at no words")
    for statement in story.statements:
        if _quote(statement, reports) != statement.text:
            yield Problem(about=statement.id, message="its words are not those of the report")
    yield from _verify_claims(story)


def _verify_members(ledger: Ledger, name: str, story: Story) -> Iterator[Problem]:
    for missing in sorted(set(story.reports) - set(ledger.stories.members(name))):
        yield Problem(about=name, message=f"it tells of {missing}, which does not belong to it")


def _verify_claims(story: Story) -> Iterator[Problem]:
    said = {statement.id: statement for statement in story.statements}
    for claim in story.claims:
        lost = [one for one in (*claim.appearances, claim.worded_by) if one not in said]
        if lost:
            yield Problem(about=claim.id, message=f"its statements are not held: {lost}")
        elif claim.text not in said[claim.worded_by].text:
            yield Problem(about=claim.id, message="its words are not those of its statement")


def _quote(statement: Statement, reports: Mapping[str, Report]) -> str | None:
    report = reports.get(statement.report)
    if report is None:
        return None
    return " … ".join(span.of(report.text) for span in statement.content)


def _spans(story: Story) -> Iterator[Span]:
    """Give every span that a story points at."""
    for statement in story.statements:
        yield from _spans_of_statement(statement)
    for entity in story.entities:
        yield from entity.mentions
    for figure in story.figures:
        yield figure.span
    for finding in story.findings:
        yield from finding.evidence
    for event in story.timeline:
        yield from event.spans
    for line in story.brief:
        yield from line.citations
    yield from _spans_between_reports(story)


def _spans_between_reports(story: Story) -> Iterator[Span]:
    for edge in story.stemma.edges:
        for evidence in edge.evidence:
            yield from evidence.spans
    for revision in story.revisions:
        for change in revision.changes:
            yield from (span for span in (change.earlier, change.later) if len(span))


def _spans_of_statement(statement: Statement) -> Iterator[Span]:
    yield from statement.content
    for source in (statement.source, *statement.via):
        yield from source.spans if source else ()
    if statement.cue:
        yield statement.cue
