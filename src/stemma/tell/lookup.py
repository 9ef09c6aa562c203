"""Finding what a coverage's ids stand for, and calling reports by names that tell them apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from stemma.model import Claim, Coverage, Finding, Report, Span, Statement, Story
from stemma.tell import wording

_LONG = 60
"""Spans of so many code points are understood by themselves."""

_AROUND = 70
_NEAR = 60
"""A cue stands right before its words where no more code points part them."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Answers questions about one coverage; renderers ask it instead of searching."""

    coverage: Coverage
    _reports: dict[str, Report] = field(init=False, default_factory=dict[str, Report])
    _labels: dict[str, str] = field(init=False, default_factory=dict[str, str])
    _successors: dict[str, str] = field(init=False, default_factory=dict[str, str])
    _numbers: dict[str, int] = field(init=False, default_factory=dict[str, int])
    _statements: dict[str, Statement] = field(init=False, default_factory=dict[str, Statement])
    _claims: dict[str, Claim] = field(init=False, default_factory=dict[str, Claim])

    def __post_init__(self) -> None:
        """Index the coverage."""
        self._reports.update((report.id, report) for report in self.coverage.reports)
        told = {name: story for story in self.coverage.stories for name in story.reports}
        for _, reports in groupby(
            sorted(self.coverage.reports, key=lambda report: _story_of(report, told)),
            key=lambda report: _story_of(report, told),
        ):
            self._labels.update(_labels(reports))
        for story in self.coverage.stories:
            self._successors.update((one.earlier, one.later) for one in story.revisions)
        self._labels.update(self._version_labels())
        for story in self.coverage.stories:
            self._numbers.update(
                (report.id, number) for number, report in enumerate(self.texts(story), start=1)
            )
            self._statements.update((one.id, one) for one in story.statements)
            self._claims.update((one.id, one) for one in story.claims)

    def evidence(self, finding: Finding) -> tuple[Span, ...]:
        """Give the words to show: of several claims of one origin, those of the one it quotes."""
        if finding.kind != "single_origin" or not finding.claims:
            return finding.evidence
        quoted = self._claims[finding.claims[0]]
        shown = {span for one in quoted.appearances for span in self.statement(one).content}
        return tuple(span for span in finding.evidence if span in shown)

    def heading(self, finding: Finding) -> str:
        """Name the kind of a finding; what may have several origins has perhaps one."""
        heading = wording.FINDINGS[finding.kind]
        if finding.kind != "single_origin" or not finding.claims:
            return heading
        certain = self._claims[finding.claims[0]].counts.origins.high <= 1
        return heading if certain else heading.replace("one origin", "perhaps one origin")

    def report(self, report: str) -> Report:
        """Give the report with this id."""
        return self._reports[report]

    def statement(self, statement: str) -> Statement:
        """Give the statement with this id."""
        return self._statements[statement]

    def label(self, report: str) -> str:
        """Call a report by its outlet, numbered where the outlet has several in one story."""
        return self._labels[report]

    def number(self, report: str) -> int:
        """Number a report by its place among the texts of its story, from 1."""
        return self._numbers[report]

    def quote(self, span: Span) -> str:
        """Give the words of a span."""
        return span.of(self._reports[span.report].text)

    def around(self, span: Span) -> tuple[str, str, str]:
        """Give the words of a span with those before and after it in its line.

        A figure or a name alone says little; whole words up to a few dozen code points on
        either side say what it is about. Long spans stand alone.
        """
        text = self._reports[span.report].text
        if len(span) >= _LONG:
            return "", span.of(text), ""
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        before = text[start : span.start]
        after = text[span.end : end if end >= 0 else len(text)]
        if len(before) > _AROUND:
            before = "… " + before[-_AROUND:].partition(" ")[2]
        if len(after) > _AROUND:
            after = after[:_AROUND].rpartition(" ")[0] + " …"
        return before, span.of(text), after

    def said(self, statement: Statement) -> str:
        """Give a statement's words with its cue, where the cue stands right before them.

        "declined to comment" tells an editor more than "to comment" does.
        """
        first, cue = statement.content[0], statement.cue
        if cue is None or statement.voice == "direct" or statement.act == "assertion":
            return statement.text
        if not 0 <= first.start - cue.end <= _NEAR:
            return statement.text
        led = replace(first, start=cue.start)
        return " … ".join(self.quote(span) for span in (led, *statement.content[1:]))

    def oldest_first(self, reports: Iterable[str]) -> list[Report]:
        """Give reports, each once, by date of publication, the undated last."""
        return sorted(
            (self._reports[report] for report in set(reports)),
            key=lambda one: (one.published.universal if one.published else "~", one.id),
        )

    def appearances(self, claim: Claim) -> dict[str, tuple[Statement, ...]]:
        """Give a claim's statements by the id of the report that makes them."""
        found: dict[str, list[Statement]] = {}
        for name in claim.appearances:
            statement = self._statements[name]
            found.setdefault(statement.report, []).append(statement)
        return {report: tuple(statements) for report, statements in found.items()}

    def labels(self, claim: Claim) -> tuple[str, ...]:
        """Name the reports that make a claim, each once."""
        return tuple(self.label(report) for report in self.appearances(claim))

    def _version_labels(self) -> dict[str, str]:
        """Call versions that are superseded after the latest, numbered from the first."""
        followers = set(self._successors.values())
        labels: dict[str, str] = {}
        for first in sorted(self._successors.keys() - followers):
            report, number = first, 1
            while report in self._successors:
                labels[report] = f"{self._labels[self.latest(report)]}, version {number}"
                report, number = self._successors[report], number + 1
        return labels

    def story_reports(self, story: Story) -> tuple[Report, ...]:
        """Give the reports of a story in its order."""
        return tuple(self._reports[report] for report in story.reports)

    def by_family(self, story: Story) -> tuple[Report, ...]:
        """Give the reports of a story, those of one family side by side."""
        families = enumerate(story.stemma.families)
        places = {report: place for place, family in families for report in family}
        reports = self.story_reports(story)
        return tuple(sorted(reports, key=lambda report: places.get(report.id, -1)))

    def texts(self, story: Story) -> tuple[Report, ...]:
        """Give the reports by family, behind each the earlier versions of its article."""
        reports = self.by_family(story)
        places = {report.id: place for place, report in enumerate(reports)}
        earlier = (self._reports[one.earlier] for one in story.revisions)
        several = (*reports, *earlier)
        return tuple(sorted(several, key=lambda report: places[self.latest(report.id)]))

    def latest(self, report: str) -> str:
        """Give the latest version of a report's article."""
        while report in self._successors:
            report = self._successors[report]
        return report

    def left_out(self) -> tuple[Report, ...]:
        """Give the reports in no story: those that are not in English."""
        told = {report for story in self.coverage.stories for report in story.reports}
        told |= self._successors.keys()
        return tuple(
            report
            for report in self.coverage.reports
            if report.id not in told and report.language != "en"
        )


def _story_of(report: Report, told: dict[str, Story]) -> str:
    return told[report.id].id if report.id in told else ""


def _labels(reports: Iterable[Report]) -> dict[str, str]:
    """Name the reports of a story so that no two share a name, numbered in their order."""
    reports = tuple(reports)
    shared = Counter(report.name for report in reports)
    seen = Counter[str]()
    labels: dict[str, str] = {}
    for report in reports:
        seen[report.name] += 1
        number = f" ({seen[report.name]})" if shared[report.name] > 1 else ""
        labels[report.id] = report.name + number
    return labels
