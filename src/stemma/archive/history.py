"""What was decided about something, and what speaks against it since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stemma import decide
from stemma.archive.deciding import Listed
from stemma.archive.decisions import find_latest
from stemma.archive.explaining import explain
from stemma.archive.naming import Place, locate
from stemma.archive.story_log import name_reports, read_log
from stemma.model import Finding, Span, Verdict
from stemma.stores import Ledger
from stemma.stores.stories import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What was decided about something, the latest first.

    ``questions`` are the findings that put a decision in question, by its id; ``log`` tells what
    became of a story, the latest first, and is empty for anything else; ``names`` are what the
    reports in it are called, by id.
    """

    verdicts: tuple[Listed, ...]
    questions: Mapping[str, tuple[Finding, ...]]
    log: tuple[Entry, ...]
    names: Mapping[str, str]


def find_history(ledger: Ledger, name: str, listed: Sequence[Listed]) -> History:
    """Give the decisions about a story, a report, a claim, a statement or a name, undone ones too.

    ``listed`` are all decisions, in order (``list_verdicts``).

    Raises:
        UsageError: Nothing is named so, or several things are.
    """
    place = locate(ledger, name)
    about = _Subject(ledger, place)
    chosen = {one.verdict.id for one in listed if about.has(one.verdict)}
    for one in listed:
        if one.verdict.undoes in chosen:
            chosen.add(one.verdict.id)
    verdicts = tuple(one for one in reversed(listed) if one.verdict.id in chosen)
    log = read_log(ledger, about.home) if place.kind == "story" and about.home else ()
    return History(
        verdicts=verdicts,
        questions=find_questions(ledger, verdicts),
        log=log[::-1],
        names=name_reports(ledger, log),
    )


def find_questions(ledger: Ledger, listed: Sequence[Listed]) -> dict[str, tuple[Finding, ...]]:
    """Give the findings that put decisions in force in question, by the id of the verdict."""
    questions: dict[str, tuple[Finding, ...]] = {}
    doubts: dict[str, tuple[Finding, ...]] = {}
    for one in listed:
        if one.state in {"undone", "without its words"}:
            continue
        found: dict[str, Finding] = {}
        for home in sorted(_homes(ledger, one.verdict)):
            if home not in doubts:
                doubts[home] = tuple(_doubts(ledger, home))
            found |= {
                each.id: each for each in doubts[home] if decide.is_against(each, one.verdict)
            }
        if found:
            questions[one.verdict.id] = tuple(found.values())
    return questions


def _homes(ledger: Ledger, verdict: Verdict) -> set[str]:
    latest = {find_latest(ledger, anchor.span.report) for anchor in verdict.subject}
    homes = {ledger.stories.of_report(report) for report in latest if report}
    return {home for home in homes if home}


def _doubts(ledger: Ledger, story: str) -> Iterator[Finding]:
    told = ledger.stories.find(story)
    for finding in told.findings if told else ():
        if finding.kind == "verdict_conflict":
            yield finding


class _Subject:
    """What decisions are asked for, as places in reports."""

    def __init__(self, ledger: Ledger, place: Place) -> None:
        self.ledger = ledger
        self.place = place
        self.home = ledger.stories.follow(place.story) if place.story else None

    def has(self, verdict: Verdict) -> bool:
        """Tell whether a verdict is about it."""
        decided = [anchor.span for anchor in verdict.subject]
        if self.place.kind in {"story", "report"}:
            latest = {find_latest(self.ledger, span.report) for span in decided}
            return bool(self.reports & (latest | {span.report for span in decided}))
        return any(one.overlaps(other) for one in decided for other in self.spans)

    @cached_property
    def reports(self) -> set[str]:
        """The reports of a story, or the one with the version that stands for it."""
        if self.place.kind == "report":
            latest = find_latest(self.ledger, self.place.id)
            return {self.place.id, *([latest] if latest else [])}
        return set(self.ledger.stories.members(self.home)) if self.home else set()

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The words of anything else."""
        if self.place.kind in {"story", "report"}:
            return ()
        return tuple(words.span for words in explain(self.ledger, self.place.id).words)
