"""Two to four reports side by side."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from stemma.errors import UsageError
from stemma.model import Finding, Report, Story
from stemma.tell.side_by_side import Attributed, Passage, SideBySide, compare
from stemma.web.rendering import answer, desk_of

router = APIRouter(tags=["compare"])

_FEWEST, _MOST = 2, 4

Names = Annotated[list[str], Query(alias="report", min_length=_FEWEST, max_length=_MOST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What reports share and differ on.

    ``attributed`` are claims that they give on different authority, with the first statement of
    each report.
    """

    passages: tuple[Passage, ...]
    differences: tuple[Finding, ...]
    attributed: tuple[Attributed, ...]


@router.get("/compare.json")
def compare_as_json(request: Request, names: Names) -> Comparison:
    """Give the passages that neighbours share, and what the reports differ on."""
    compared, _ = _compare(request, names)
    return Comparison(
        passages=compared.passages,
        differences=tuple(one.finding for one in compared.differences),
        attributed=compared.attributed,
    )


@router.get("/compare", response_class=HTMLResponse, include_in_schema=False)
def show_comparison(request: Request, names: Names) -> Response:
    """Show reports side by side."""

    def values() -> dict[str, object]:
        compared, story = _compare(request, names)
        return {"compared": compared, "story": story, "names": _call(compared)}

    return answer(request, "compare.html.j2", values, about=names)


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


def _call(compared: SideBySide) -> dict[str, str]:
    """Call each report by its outlet, numbered where one outlet has several."""
    reports = [column.report for column in compared.columns]
    shared = Counter(report.name for report in reports)
    seen: Counter[str] = Counter()
    names: dict[str, str] = {}
    for report in reports:
        seen[report.name] += 1
        number = f" ({seen[report.name]})" if shared[report.name] > 1 else ""
        names[report.id] = report.name + number
    return names
