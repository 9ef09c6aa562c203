"""Permanent links: where a claim, a finding, a statement, a figure or any words are told now."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from stemma import archive
from stemma.errors import UsageError
from stemma.model import Coverage, Span
from stemma.web.rendering import desk_of, show

router = APIRouter(include_in_schema=False)

_LONGEST = 100

Name = Annotated[str, Path(max_length=_LONGEST)]
Hint = Annotated[str, Query(max_length=_LONGEST)]


@router.get("/claim/{name}")
def lead_to_claim(request: Request, name: Name, story: Hint = "") -> Response:
    """Lead to a claim in its story; ``story`` is where it was when the link was made."""
    return _lead(request, "claim", name, story)


@router.get("/finding/{name}")
def lead_to_finding(request: Request, name: Name, story: Hint = "") -> Response:
    """Lead to a finding in its story."""
    return _lead(request, "finding", name, story)


@router.get("/statement/{name}")
def lead_to_statement(request: Request, name: Name, story: Hint = "") -> Response:
    """Lead to the words of a statement."""
    return _lead(request, "statement", name, story)


@router.get("/figure/{name}")
def lead_to_figure(request: Request, name: Name, story: Hint = "") -> Response:
    """Lead to the words of a figure."""
    return _lead(request, "figure", name, story)


@router.get("/span/{report}/{start:int}-{end:int}")
def lead_to_words(request: Request, report: Name, start: int, end: int) -> Response:
    """Lead to words of a report: ``start`` and ``end`` are code points of its text."""
    found, coverage = desk_of(request).report(report)
    if not start < end <= len(found.text):
        message = f"the report ends at {len(found.text)}: it has no words {start} to {end}"
        raise UsageError(message)
    return _lead_to_span(found.span(start, end), coverage)


def _lead(request: Request, kind: str, name: str, hint: str) -> Response:
    desk = desk_of(request)
    try:
        with desk.newsroom.store.read() as ledger:
            place = archive.locate(ledger, f"{kind}:{_digits(name)}")
        coverage = desk.story(f"story:{_digits(place.story or '')}")
    except UsageError as error:
        return _tell_gone(request, kind, hint, str(error))
    if kind in {"claim", "finding"}:
        where = f"/story/{coverage.stories[0].id}#{kind}-{_digits(place.id)}"
        return RedirectResponse(where, status_code=307)
    return _lead_to_span(_find_words(coverage, place.id), coverage)


def _lead_to_span(span: Span, coverage: Coverage) -> Response:
    """Lead into the story, or to the report alone where it is in none."""
    page = f"/story/{coverage.stories[0].id}" if coverage.stories else f"/report/{span.report}"
    where = f"{page}#span-{_digits(span.report)}-{span.start}-{span.end}"
    return RedirectResponse(where, status_code=307)


def _find_words(coverage: Coverage, name: str) -> Span:
    (story,) = coverage.stories
    said = (span for one in story.statements if one.id == name for span in one.content)
    given = (figure.span for figure in story.figures if figure.id == name)
    return next(iter((*said, *given)))


def _tell_gone(request: Request, kind: str, hint: str, message: str) -> HTMLResponse:
    """Say what became of something that is not told any more: the story has gone on since."""
    try:
        story = desk_of(request).newsroom.explain(f"story:{_digits(hint)}") if hint else None
    except UsageError:
        story = None
    return show(request, "gone.html.j2", 404, kind=kind, story=story, message=message)


def _digits(name: str) -> str:
    return name.rpartition(":")[2]
