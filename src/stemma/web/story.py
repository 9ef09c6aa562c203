"""One story: findings first, then everything they rest on; and the story to take away."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from stemma import tell
from stemma.model import Coverage
from stemma.tell import as_csv
from stemma.tell.as_json import as_values
from stemma.tell.drawing import HEIGHT, WIDTH
from stemma.tell.lookup import Lookup
from stemma.tell.story_page import StoryPage
from stemma.web.rendering import answer, desk_of

router = APIRouter(tags=["story"])


@router.get("/story/{name}.json")
def story_as_json(request: Request, name: str) -> dict[str, Any]:
    """Give a story as ``stemma report --format json`` does."""
    return as_values(desk_of(request).story(name))


@router.get("/story/{name}.md", response_class=PlainTextResponse)
def story_as_markdown(request: Request, name: str) -> Response:
    """Give a story as Markdown, to take away."""
    text = tell.to_markdown(desk_of(request).story(name))
    return Response(text, media_type="text/markdown", headers=_saved_as(name, "md"))


@router.get("/story/{name}.html", response_class=HTMLResponse)
def story_as_page(request: Request, name: str) -> Response:
    """Give a story as one self-contained page, to take away."""
    text = tell.to_html(desk_of(request).story(name))
    return Response(text, media_type="text/html", headers=_saved_as(name, "html"))


@router.get("/story/{name}/claims.csv")
def claims_as_csv(request: Request, name: str) -> Response:
    """Give every statement of every claim as a table."""
    return _table(name, "claims", as_csv.claims_to_csv(desk_of(request).story(name)))


@router.get("/story/{name}/figures.csv")
def figures_as_csv(request: Request, name: str) -> Response:
    """Give every figure as a table."""
    return _table(name, "figures", as_csv.figures_to_csv(desk_of(request).story(name)))


@router.get("/story/{name}/timeline.csv")
def timeline_as_csv(request: Request, name: str) -> Response:
    """Give every place that dates an event as a table."""
    return _table(name, "timeline", as_csv.timeline_to_csv(desk_of(request).story(name)))


@router.get("/story/{name}", response_class=HTMLResponse, include_in_schema=False)
def show_story(request: Request, name: str) -> Response:
    """Show a story; an id that was merged away leads to where the story lives now."""
    coverage = desk_of(request).story(name)
    here = coverage.stories[0].id
    if name != here:
        return RedirectResponse(f"/story/{here}", status_code=308)
    return answer(request, "desk_story.html.j2", lambda: _page(coverage))


def _page(coverage: Coverage) -> dict[str, object]:
    lookup = Lookup(coverage)
    return {
        "page": StoryPage(story=coverage.stories[0], lookup=lookup, mark="s", desk=True),
        "lookup": lookup,
        "box": {"width": WIDTH, "height": HEIGHT},
    }


def _table(name: str, kind: str, text: str) -> Response:
    content = (as_csv.BYTE_ORDER_MARK + text).encode("utf-8")
    return Response(content, media_type="text/csv", headers=_saved_as(name, f"{kind}.csv"))


def _saved_as(name: str, ending: str) -> dict[str, str]:
    plain = "".join(letter for letter in name if letter.isalnum())[-16:]
    return {"Content-Disposition": f'attachment; filename="story-{plain}.{ending}"'}
