"""The answer as Markdown (CommonMark with tables), for notes, tickets and wikis."""

import re
from collections.abc import Iterator

from stemma.model import Claim, Coverage, Finding, Story
from stemma.tell import wording
from stemma.tell.lookup import Lookup
from stemma.tell.speakers import find_speakers

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def to_markdown(coverage: Coverage) -> str:
    """Write a coverage as Markdown text."""
    lookup = Lookup(coverage)
    lines = [
        line
        for story in coverage.stories
        for section in (
            _heading(story),
            _stemma(story, lookup),
            _findings(story, lookup),
            _claims(story, lookup),
            _timeline(story),
            _quotes(story, lookup),
        )
        for line in section
    ]
    return "\n".join([*lines, *_left_out(lookup)]).strip() + "\n"


def plain(text: str) -> str:
    """Write words of a report so that Markdown takes them as they are, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _heading(story: Story) -> Iterator[str]:
    yield f"# {plain(story.title)}"
    yield ""
    yield wording.counts(story.counts)
    yield ""
    for line in story.brief:
        yield f"- {plain(line.text)}"
    yield ""


def _stemma(story: Story, lookup: Lookup) -> Iterator[str]:
    names = {
        node.id: lookup.label(node.id) if node.kind == "report" else f"[{node.name}]"
        for node in story.stemma.nodes
    }
    yield "## Where the copies come from"
    yield ""
    yield "| report | published | takes from | how sure | why |"
    yield "| --- | --- | --- | --- | --- |"
    for report in lookup.story_reports(story):
        edges = [edge for edge in story.stemma.edges if edge.target == report.id]
        name, dated = plain(names[report.id]), wording.published(report)
        if not edges:
            yield f"| {name} | {dated} | nothing that shows | | |"
        for edge in edges:
            reasons = "; ".join(evidence.reason for evidence in edge.evidence)
            yield (
                f"| {name} | {dated} | {plain(names[edge.source])} "
                f"| {edge.strength} {edge.kind} | {plain(reasons)} |"
            )
    yield ""


def _findings(story: Story, lookup: Lookup) -> Iterator[str]:
    if not story.findings:
        return
    yield "## What to look at first"
    yield ""
    for finding in story.findings:
        yield from _finding(finding, lookup)
    yield ""


def _finding(finding: Finding, lookup: Lookup) -> Iterator[str]:
    yield f"- **{lookup.heading(finding)}.** {plain(finding.message)}"
    for span in lookup.evidence(finding):
        yield f"  - {plain(lookup.label(span.report))}: {plain(wording.quoted(lookup.quote(span)))}"


def _claims(story: Story, lookup: Lookup) -> Iterator[str]:
    if not story.claims:
        return
    yield "## Claims"
    yield ""
    yield "| claim | status | origins | reports |"
    yield "| --- | --- | --- | --- |"
    for claim in story.claims:
        yield _claim(claim, lookup)
    yield ""


def _claim(claim: Claim, lookup: Lookup) -> str:
    reports = ", ".join(plain(label) for label in lookup.labels(claim))
    status = wording.standing(claim)
    return f"| {plain(claim.text)} | {status} | {wording.span(claim.counts.origins)} | {reports} |"


def _timeline(story: Story) -> Iterator[str]:
    if not story.timeline:
        return
    yield "## What happened when"
    yield ""
    for event in story.timeline:
        yield f"- **{wording.date(event.date)}**: {plain(event.text)}"
    yield ""


def _quotes(story: Story, lookup: Lookup) -> Iterator[str]:
    speakers = find_speakers(story, lookup)
    if not speakers:
        return
    yield "## Who says what"
    yield ""
    for speaker in speakers:
        name = f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name
        for saying in speaker.sayings:
            yield f"- **{plain(name)}**: {plain(saying.words)} ({plain(saying.told_by)})"
    yield ""


def _left_out(lookup: Lookup) -> Iterator[str]:
    reports, failures = lookup.left_out(), lookup.coverage.failures
    if not reports and not failures:
        return
    yield "# Left out"
    yield ""
    for report in reports:
        yield f"- {plain(report.paths[0])}: not in English ({report.language}), kept, not compared"
    for failure in failures:
        yield f"- {plain(failure.message)}"
