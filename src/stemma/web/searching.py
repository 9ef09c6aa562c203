"""Searching everything that is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, Response

from stemma.errors import UsageError
from stemma.model import Hit, Hits
from stemma.web.rendering import answer, desk_of

router = APIRouter(tags=["search"])

_PAGE = 30
_LONGEST = 400

Words = Annotated[str, Query(max_length=_LONGEST)]
Skip = Annotated[int, Query(ge=0, le=100_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a snippet, and whether it is what was looked for."""

    text: str
    marked: bool


@router.get("/search.json")
def search_as_json(request: Request, q: Words, skip: Skip = 0) -> Hits:
    """Find paragraphs, claims, quotes and names, as ``stemma search`` does."""
    try:
        return desk_of(request).newsroom.search(q, most=_PAGE, skip=skip)
    except UsageError as error:
        raise HTTPException(422, str(error)) from error


@router.get("/search", response_class=HTMLResponse, include_in_schema=False)
def show_search(request: Request, q: Words = "", skip: Skip = 0) -> Response:
    """Show what was found."""
    return answer(request, "search.html.j2", lambda: _values(request, q, skip))


def _values(request: Request, asked: str, skip: int) -> dict[str, object]:
    found, trouble = None, None
    if asked.strip():
        try:
            found = desk_of(request).newsroom.search(asked, most=_PAGE, skip=skip)
        except UsageError as error:
            trouble = str(error)
    return {
        "asked": asked,
        "found": found,
        "trouble": trouble,
        "skip": skip,
        "most": _PAGE,
        "pieces": _pieces,
        "address": _address,
    }


def _pieces(hit: Hit) -> Iterator[Piece]:
    at = 0
    for start, end in hit.marks:
        yield Piece(text=hit.snippet[at:start], marked=False)
        yield Piece(text=hit.snippet[start:end], marked=True)
        at = end
    yield Piece(text=hit.snippet[at:], marked=False)


def _address(hit: Hit) -> str:
    """Give where a hit leads: to its words, its claim or its statement, else to its story."""
    passage = hit.passage
    if passage.kind == "text" and passage.spans:
        span = passage.spans[0]
        return f"/span/{_digest(span.report)}/{span.start}-{span.end}"
    kind = passage.subject.partition(":")[0]
    if kind in {"claim", "statement"}:
        hint = f"?story={_digest(passage.story)}" if passage.story else ""
        return f"/{kind}/{_digest(passage.subject)}{hint}"
    return f"/story/{passage.story}" if passage.story else f"/report/{passage.report}"


def _digest(name: str) -> str:
    return name.rpartition(":")[2]
