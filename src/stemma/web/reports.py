"""One report: its text, its statements, what was cut, and where each fact about it is from."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from stemma.model import Coverage, Report, Statement, Story
from stemma.tell.lookup import Lookup
from stemma.web.describing import file_of
from stemma.web.rendering import answer, desk_of

router = APIRouter(tags=["reports"])


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """A report, the id of its story (None: it is in none), and what it says."""

    report: Report
    story: str | None
    statements: tuple[Statement, ...]


@router.get("/report/{name}.json")
def report_as_json(request: Request, name: str) -> ReportPage:
    """Give a report with its statements."""
    return _look(_find(request, name))


@router.get(
    "/report/{name}.raw",
    response_class=Response,
    responses=file_of("application/octet-stream"),
)
def report_as_it_came(request: Request, name: str) -> Response:
    """Give the bytes that the report was read from, as a file that no browser opens."""
    found = _find(request, name)
    content = desk_of(request).newsroom.raw(found.report.id)
    headers = {"Content-Disposition": 'attachment; filename="report.raw"'}
    return Response(content, media_type="application/octet-stream", headers=headers)


@router.get("/report/{name}", response_class=HTMLResponse, include_in_schema=False)
def show_report(request: Request, name: str) -> Response:
    """Show a report."""
    return answer(request, "report.html.j2", lambda: _page(_find(request, name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A report within the coverage of its story."""

    report: Report
    coverage: Coverage

    @property
    def story(self) -> Story | None:
        return self.coverage.stories[0] if self.coverage.stories else None


def _find(request: Request, name: str) -> _Found:
    report, coverage = desk_of(request).report(name)
    return _Found(report=report, coverage=coverage)


def _look(found: _Found) -> ReportPage:
    story = found.story
    said = story.statements if story else ()
    return ReportPage(
        report=found.report,
        story=story.id if story else None,
        statements=tuple(one for one in said if one.report == found.report.id),
    )


def _page(found: _Found) -> dict[str, object]:
    lookup = Lookup(found.coverage)
    story = found.story
    return {
        "looked": _look(found),
        "story": story,
        "lookup": lookup,
    }
