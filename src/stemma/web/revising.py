"""The versions of one article side by side, and what changed from each to the next."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from stemma import archive
from stemma.model import Revision
from stemma.tell.side_by_side import Versions, compare_versions
from stemma.web.rendering import answer, desk_of

router = APIRouter(tags=["reports"])

CHANGED = {
    "figure": "figure",
    "quote": "quote",
    "attribution": "attribution",
    "name": "name",
    "date": "date",
    "headline": "headline",
    "removed": "sentence taken out",
    "reworded": "sentence reworded",
    "added": "sentence put in",
}
"""What a change touches, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one version to the next; ``number`` is that of the earlier one, from 1."""

    number: int
    earlier: archive.Version
    later: archive.Version
    revision: Revision | None
    beside: Versions

    @property
    def kinds(self) -> dict[str, str]:
        """What each change touches, by its key."""
        return {key: change.kind for key, change in self.beside.changes}

    @property
    def tally(self) -> dict[str, int]:
        """Count the changes by what they touch, in the order of weight of each kind's first."""
        changes = sorted(
            self.revision.changes if self.revision else (), key=lambda one: -one.weight
        )
        return dict(Counter(CHANGED[one.kind] for one in changes))


@router.get("/report/{name}/revisions.json")
def revisions_as_json(request: Request, name: str) -> archive.Article:
    """Give all versions of the article that a report is a version of, and what changed."""
    report, _ = desk_of(request).report(name)
    return desk_of(request).article(report.id)


@router.get("/report/{name}/revisions", response_class=HTMLResponse, include_in_schema=False)
def show_revisions(request: Request, name: str) -> Response:
    """Show the versions, each beside the one before it, the latest first."""

    def values() -> dict[str, object]:
        report, coverage = desk_of(request).report(name)
        article = desk_of(request).article(report.id)
        return {
            "report": report,
            "story": coverage.stories[0] if coverage.stories else None,
            "article": article,
            "steps": _steps(article)[::-1],
        }

    return answer(request, "revisions.html.j2", values)


def _steps(article: archive.Article) -> list[Step]:
    told = {(one.earlier, one.later): one for one in article.revisions}
    return [
        Step(
            number=number,
            earlier=earlier,
            later=later,
            revision=(revision := told.get((earlier.report.id, later.report.id))),
            beside=compare_versions(earlier.report, later.report, revision),
        )
        for number, (earlier, later) in enumerate(pairwise(article.versions), start=1)
    ]
