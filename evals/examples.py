"""The invented examples: one run over them, and the truth that stands beside them."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from stemma import app
from stemma.model import Claim, Coverage, Finding, Report, Span, Story

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
MOSTLY = 0.5

Entry = dict[str, Any]
Truth = dict[str, list[Entry]]


def plain(name: str) -> str:
    """Give a name in lower case, without an article, apostrophes made straight."""
    return re.sub(r"^the\s+", "", " ".join(name.casefold().replace("’", "'").split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a run tells, found by the ids of a truth.

    A truth has the layout that ``examples/README.md`` gives: ``reports`` maps ids to reports
    that were read, and the other parts quote them.
    """

    truth: Truth
    reports: dict[str, Report]
    stories: tuple[Story, ...]

    def story_of(self, report: str) -> Story:
        """Give the story that a report is in."""
        key = self.reports[report].id
        return next(story for story in self.stories if key in story.reports)

    def story(self, reports: Iterable[str]) -> Story:
        """Give the story that holds most of these reports."""
        members = {self.reports[report].id for report in reports if report in self.reports}
        return max(self.stories, key=lambda story: len(members & set(story.reports)))

    def places(self, quote: Entry) -> list[Span]:
        """Give all the places where a report has the words of a quote, however blank."""
        report = self.reports.get(quote["report"])
        if report is None:
            return []
        pattern = r"\s+".join(re.escape(word) for word in quote["text"].split())
        return [report.span(*match.span()) for match in re.finditer(pattern, report.text)]

    def matches(self, finding: Finding, entry: Entry) -> bool:
        """Tell whether a finding is the one of the truth: its kind, evidence on every side."""
        return finding.kind == entry["kind"] and all(
            any(
                place.overlaps(span)
                for quote in side
                for place in self.places(quote)
                for span in finding.evidence
            )
            for side in entry["sides"]
        )

    def claims(self, quotes: Sequence[Entry]) -> list[Claim]:
        """Give the claims with a statement at every one of the quotes."""
        story = self.story_of(quotes[0]["report"])
        wanted = [self._holding(story, quote) for quote in quotes]
        return [
            claim
            for claim in story.claims
            if all(statements & set(claim.appearances) for statements in wanted)
        ]

    def _holding(self, story: Story, quote: Entry) -> set[str]:
        """Give the statements whose content holds most of these words."""
        found: set[str] = set()
        for place in self.places(quote):
            for statement in story.statements:
                shared = sum(
                    max(0, min(span.end, place.end) - max(span.start, place.start))
                    for span in statement.content
                    if span.report == place.report
                )
                if shared > MOSTLY * len(place):
                    found.add(statement.id)
        return found


@cache
def told() -> Told:
    """Run over the examples, once."""
    truth: Truth = json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))
    coverage = app.report([EXAMPLES / "coverage"])
    reports = {
        entry["id"]: found
        for entry in truth["reports"]
        for found in [_find(coverage, entry)]
        if found is not None
    }
    return Told(truth=truth, reports=reports, stories=coverage.stories)


def _find(coverage: Coverage, entry: Entry) -> Report | None:
    for report in coverage.reports:
        if any(
            path.endswith(f"/{entry['path']}") or f"/{entry['path']}" in path
            for path in report.paths
        ) and ("record" not in entry or plain(report.title or "") == plain(entry["title"])):
            return report
    return None
