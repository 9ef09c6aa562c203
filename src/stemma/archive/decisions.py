"""The decisions in force, and which reports they are about now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from stemma import decide, group
from stemma.model import Verdict
from stemma.stores import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Verdicts in force, in order of deciding.

    ``latest`` maps the reports that they name to the version that stands for each now.
    """

    verdicts: tuple[Verdict, ...] = ()
    latest: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def pins(self) -> group.Pins:
        """Give the reports that are to be of one story, and those that are not."""
        found = decide.find_pins(self.verdicts, self.latest)
        return group.Pins(
            together=frozenset(found.together),
            apart=frozenset(found.apart),
            taken_out=found.taken_out,
        )

    def about(self, reports: Iterable[str]) -> tuple[Verdict, ...]:
        """Give those about any of some reports, or about earlier versions of them."""
        wanted = set(reports)
        return tuple(one for one in self.verdicts if wanted.intersection(self.named(one)))

    def named(self, verdict: Verdict) -> list[str]:
        """Give the reports that a verdict is about now."""
        names = [anchor.span.report for anchor in verdict.subject]
        return [self.latest[name] for name in names if name in self.latest]

    def elsewhere(self, reports: Iterable[str]) -> list[str]:
        """Give the reports that verdicts keep apart from some."""
        wanted = set(reports)
        return sorted(
            {
                name
                for verdict in self.about(wanted)
                if verdict.kind == "different_story"
                for name in self.named(verdict)
                if name not in wanted
            }
        )


def read_decisions(ledger: Ledger) -> Decisions:
    """Look up what holds now."""
    verdicts = decide.in_force(ledger.verdicts.all())
    named = {anchor.span.report for verdict in verdicts for anchor in verdict.subject}
    found = {name: find_latest(ledger, name) for name in sorted(named)}
    return Decisions(
        verdicts=verdicts,
        latest={name: latest for name, latest in found.items() if latest is not None},
    )


def find_latest(ledger: Ledger, report: str) -> str | None:
    """Give the version of a report that stands now; None where there is no such report."""
    held = ledger.reports.find(report)
    while held is not None and held.superseded_by is not None:
        held = ledger.reports.find(held.superseded_by)
    return None if held is None else held.report.id
