"""The first page: what moves now."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from stemma.model import Summary
from stemma.tell import wording
from stemma.web.filtering import Filter
from stemma.web.rendering import answer, desk_of

router = APIRouter(tags=["stories"])

_PAGE = 50
_LONGEST = 200
_SUGGESTED = 60

Words = Annotated[str, Query(max_length=_LONGEST)]
Number = Annotated[int, Query(ge=1, le=100_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesPage:
    """A page of the list: ``found`` counts all stories that pass the filter, ``held`` all."""

    stories: tuple[Summary, ...]
    found: int
    held: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The outlets, places and people that most stories have, each sorted by name."""

    outlets: tuple[str, ...]
    places: tuple[str, ...]
    people: tuple[str, ...]


def read_filter(  # noqa: PLR0913, PLR0917 - one for each field of the form
    q: Words = "",
    outlet: Words = "",
    place: Words = "",
    person: Words = "",
    kind: Words = "",
    since: Words = "",
    until: Words = "",
) -> Filter:
    """Read what the form asks for."""
    return Filter(
        words=q, outlet=outlet, place=place, person=person, kind=kind, since=since, until=until
    )


Chosen = Annotated[Filter, Depends(read_filter)]


@router.get("/", include_in_schema=False)
def begin() -> RedirectResponse:
    """Lead to the stories."""
    return RedirectResponse("/stories", status_code=307)


@router.get("/stories.json")
def stories_as_json(request: Request, chosen: Chosen, page: Number = 1) -> StoriesPage:
    """List the stories that pass a filter, those that changed last first."""
    return _list(request, chosen, page)


@router.get("/stories", response_class=HTMLResponse, include_in_schema=False)
def show_stories(request: Request, chosen: Chosen, page: Number = 1) -> Response:
    """Show the list."""
    return answer(
        request,
        "stories.html.j2",
        lambda: {
            "listed": _list(request, chosen, page),
            "chosen": chosen,
            "kinds": wording.FINDINGS,
            "common": _find_common(request),
        },
    )


def _list(request: Request, chosen: Filter, page: int) -> StoriesPage:
    held = desk_of(request).summaries()
    found = chosen.select(held)
    first = (page - 1) * _PAGE
    return StoriesPage(
        stories=found[first : first + _PAGE],
        found=len(found),
        held=len(held),
        page=page,
        pages=max(1, -(-len(found) // _PAGE)),
    )


def _find_common(request: Request) -> Common:
    """Give what most stories have, to choose from; worked out once for all that is held."""
    desk = desk_of(request)
    held = desk.summaries()
    return desk.remember(("common", desk.mark()), lambda: _count_common(held))


def _count_common(held: Sequence[Summary]) -> Common:
    def most(names: Iterable[Sequence[str]]) -> tuple[str, ...]:
        counted = Counter(name for several in names for name in several)
        return tuple(sorted(name for name, _ in counted.most_common(_SUGGESTED)))

    return Common(
        outlets=most(one.outlets for one in held),
        places=most(one.places for one in held),
        people=most(one.people for one in held),
    )
