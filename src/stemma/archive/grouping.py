"""Finding the stories of new reports, and giving stories ids that last."""

from collections import Counter
from collections.abc import Sequence

from stemma import group
from stemma.archive.held import find_extracted
from stemma.model import Run, digest
from stemma.stores import Ledger
from stemma.stores.stories import Entry


def place(ledger: Ledger, reports: Sequence[str], *, run: Run, now: str) -> None:
    """Let each new report join a story, or found one."""
    if not reports:
        return
    everything = {
        held.report.id: held for held in ledger.reports.all() if held.superseded_by is None
    }
    extracted = [
        found
        for held in everything.values()
        if (found := find_extracted(ledger, held.report.id, run)) is not None
    ]
    parts = group.group([one.annotated for one in extracted])
    taken: set[str] = set()
    for part in sorted(parts, key=lambda part: min(everything[one].seq for one in part)):
        ordered = sorted(part, key=lambda one: everything[one].seq)
        homes = Counter(
            home for one in ordered if (home := ledger.stories.of_report(one)) not in taken and home
        )
        story = max(homes, key=lambda home: homes[home]) if homes else digest("story", ordered[0])
        if not homes:
            ledger.stories.found(story, at=now)
        taken.add(story)
        moved = [one for one in ordered if ledger.stories.of_report(one) != story]
        if moved:
            ledger.stories.place(story, moved, at=now)
            ledger.stories.log(
                Entry(at=now, story=story, event="joined", other=None, reports=tuple(moved), why="")
            )
        for other in homes:
            if other != story and not ledger.stories.members(other):
                ledger.stories.redirect(other, story)
