"""One story: findings first, then everything they rest on; and the story to take away."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from stemma import tell
from stemma.model import Coverage
from stemma.tell import as_csv
from stemma.tell.drawing import HEIGHT, WIDTH
from stemma.tell.lookup import Lookup
from stemma.tell.story_page import StoryPage
from stemma.web.describing import file_of
from stemma.web.rendering import answer, desk_of, give

router = APIRouter(tags=["story"])

_CSV = file_of("text/csv")
_TYPES = {
    "json": "application/json",
    "md": "text/markdown",
    "html": "text/html",
    "csv": "text/csv",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFile:
    """What ``stemma report --format json`` writes; ``docs/json.md`` tells of every field."""

    stemma: str
    schema: int
    reports: tuple[dict[str, Any], ...]
    failures: tuple[dict[str, Any], ...]
    stories: tuple[dict[str, Any], ...]


@router.get("/story/{name}.json", responses={200: {"model": StoryFile}})
def story_as_json(request: Request, name: str) -> Response:
    """Give a story as ``stemma report --format json`` does, without its blanks."""
    return _file(request, name, "json", partial(tell.to_json, compact=True))


@router.get("/story/{name}.md", response_class=Response, responses=file_of("text/markdown"))
def story_as_markdown(request: Request, name: str) -> Response:
    """Give a story as Markdown, to take away."""
    return _file(request, name, "md", tell.to_markdown)


@router.get("/story/{name}.html", response_class=HTMLResponse)
def story_as_page(request: Request, name: str) -> Response:
    """Give a story as one self-contained page, to take away."""
    return _file(request, name, "html", tell.to_html)


@router.get("/story/{name}/claims.csv", response_class=Response, responses=_CSV)
def claims_as_csv(request: Request, name: str) -> Response:
    """Give every statement of every claim as a table."""
    return _file(request, name, "claims.csv", as_csv.claims_to_csv)


@router.get("/story/{name}/figures.csv", response_class=Response, responses=_CSV)
def figures_as_csv(request: Request, name: str) -> Response:
    """Give every figure as a table."""
    return _file(request, name, "figures.csv", as_csv.figures_to_csv)


@router.get("/story/{name}/timeline.csv", response_class=Response, responses=_CSV)
def timeline_as_csv(request: Request, name: str) -> Response:
    """Give every place that dates an event as a table."""
    return _file(request, name, "timeline.csv", as_csv.timeline_to_csv)


@router.get("/story/{name}", response_class=HTMLResponse, include_in_schema=False)
def show_story(request: Request, name: str) -> Response:
    """Show a story; an id that was merged away leads to where the story lives now.

    No browser may remember where: the id lives again when the merge is taken back.
    """
    desk = desk_of(request)
    here = desk.home_of(name)
    if here is not None and name != here:
        return RedirectResponse(f"/story/{here}", status_code=307)
    return answer(request, "desk_story.html.j2", lambda: _page(desk.story(name)), about=(name,))


def _page(coverage: Coverage) -> dict[str, object]:
    lookup = Lookup(coverage)
    return {
        "page": StoryPage(story=coverage.stories[0], lookup=lookup, mark="s", desk=True),
        "lookup": lookup,
        "box": {"width": WIDTH, "height": HEIGHT},
    }


def _file(request: Request, name: str, ending: str, write: Callable[[Coverage], str]) -> Response:
    """Give a story as a file: JSON to be read at once, anything else to be saved."""

    def make() -> bytes:
        text = write(desk_of(request).story(name))
        return (as_csv.BYTE_ORDER_MARK + text if ending.endswith("csv") else text).encode("utf-8")

    headers = {} if ending == "json" else _saved_as(name, ending)
    return give(request, _TYPES[ending.rpartition(".")[2]], make, headers, about=(name,))


def _saved_as(name: str, ending: str) -> dict[str, str]:
    plain = "".join(letter for letter in name if letter.isalnum())[-16:]
    return {"Content-Disposition": f'attachment; filename="story-{plain}.{ending}"'}
