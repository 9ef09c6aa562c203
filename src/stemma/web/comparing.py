"""Two to four reports side by side."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from stemma.errors import UsageError
from stemma.model import Finding, Report, Story
from stemma.tell.side_by_side import Passage, SideBySide, compare
from stemma.web.rendering import answer, desk_of

router = APIRouter(tags=["compare"])

_FEWEST, _MOST = 2, 4

Names = Annotated[list[str], Query(alias="report", min_length=_FEWEST, max_length=_MOST)]


@router.get("/compare.json")
def compare_as_json(request: Request, names: Names) -> dict[str, list[Passage] | list[Finding]]:
    """Give the passages that neighbours share, and the findings on which the reports differ."""
    compared, _ = _compare(request, names)
    return {
        "passages": list(compared.passages),
        "differences": [one.finding for one in compared.differences],
    }


@router.get("/compare", response_class=HTMLResponse, include_in_schema=False)
def show_comparison(request: Request, names: Names) -> HTMLResponse:
    """Show reports side by side."""

    def values() -> dict[str, object]:
        compared, story = _compare(request, names)
        return {"compared": compared, "story": story}

    return answer(request, "compare.html.j2", values)


def _compare(request: Request, names: list[str]) -> tuple[SideBySide, Story | None]:
    found = [_find(request, name) for name in dict.fromkeys(names)]
    if len(found) < _FEWEST:
        message = "choose two to four different reports"
        raise UsageError(message)
    stories = {story.id: story for _, story in found if story}
    shared = next(iter(stories.values())) if len(stories) == 1 else None
    return compare([report for report, _ in found], shared), shared


def _find(request: Request, name: str) -> tuple[Report, Story | None]:
    report, coverage = desk_of(request).report(name)
    return report, coverage.stories[0] if coverage.stories else None
