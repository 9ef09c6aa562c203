"""One report: its text, its statements, what was cut, and where each fact about it is from."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from stemma.model import Coverage, Report, Statement, Story
from stemma.tell.lines import lines
from stemma.tell.lookup import Lookup
from stemma.tell.marking import Paragraph, paragraphs
from stemma.web.describing import file_of
from stemma.web.desk import Desk
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
    "/report/{name}.raw", response_class=Response, responses=file_of("application/octet-stream")
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
    desk = desk_of(request)
    return answer(
        request, "report.html.j2", lambda: _page(desk, _find(request, name)), about=(name,)
    )


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


def _page(desk: Desk, found: _Found) -> dict[str, object]:
    looked = _look(found)
    said = [one for one in looked.statements if one.source]
    edges = found.story.stemma.edges if found.story else ()
    history = desk.history(found.report.id)
    return {
        "looked": looked,
        "said": said,
        "story": found.story,
        "lookup": Lookup(found.coverage),
        "nodes": _name_nodes(found),
        "taken": [edge for edge in edges if edge.target == found.report.id],
        "given": [edge for edge in edges if edge.source == found.report.id],
        "lines": list(zip(lines(found.report), _mark(found.report, said), strict=True)),
        "article": desk.article(found.report.id),
        "history": history,
    }


def _mark(report: Report, said: Sequence[Statement]) -> tuple[Paragraph, ...]:
    """Mark what is said, and the words that name who says it, by the number of the statement."""
    pointers = [
        (f"q{number}", span)
        for number, one in enumerate(said)
        for span in (*one.content, *(one.source.spans if one.source else ()))
        if span.report == report.id
    ]
    return paragraphs(report, pointers)


def _name_nodes(found: _Found) -> dict[str, str]:
    lookup = Lookup(found.coverage)
    nodes = found.story.stemma.nodes if found.story else ()
    return {one.id: lookup.label(one.id) if one.kind == "report" else one.name for one in nodes}
