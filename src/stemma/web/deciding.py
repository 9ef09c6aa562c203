"""Taking down what people decide, and showing all that was ever decided."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from stemma import archive
from stemma.model import Verdict
from stemma.model.verdict import VerdictKind
from stemma.web.rendering import desk_of, render

router = APIRouter(tags=["decide"])

AUTHOR = "author"
"""The cookie that spares people from writing their name anew for each verdict."""

_LONGEST = 2000
_YEAR = 365 * 24 * 3600

Text = Annotated[str, Form(max_length=_LONGEST)]
Names = Annotated[list[str], Form(min_length=1, max_length=3)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A verdict, and the ids of the stories that were told anew because of it."""

    verdict: Verdict
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What somebody decides, as ``stemma decide`` takes it down."""

    kind: VerdictKind
    names: tuple[str, ...]
    author: str
    reason: str | None = None
    answer: str | None = None


@router.get("/verdicts.json")
def verdicts_as_json(request: Request) -> tuple[archive.Listed, ...]:
    """Give every verdict in the order of deciding, and how it stands."""
    return desk_of(request).newsroom.verdicts()


@router.get("/verdicts", response_class=HTMLResponse, include_in_schema=False)
def show_verdicts(request: Request) -> HTMLResponse:
    """Show every verdict, the latest first."""
    listed = desk_of(request).newsroom.verdicts()
    text = render(
        "verdicts.html.j2",
        request=request,
        listed=listed[::-1],
        author=unquote(request.cookies.get(AUTHOR, "")),
    )
    return HTMLResponse(text, headers={"Cache-Control": "no-store"})


@router.post("/verdicts.json")
def decide(request: Request, ruling: Ruling) -> Decided:
    """Take down a verdict, and tell at once the stories that it is about."""
    verdict, changes = desk_of(request).newsroom.decide(
        archive.Request(
            kind=ruling.kind,
            names=ruling.names,
            author=ruling.author,
            reason=ruling.reason,
            answer=ruling.answer,
        )
    )
    return Decided(verdict=verdict, stories=tuple(change.after.id for change in changes))


@router.post("/decide", include_in_schema=False)
def decide_by_form(  # noqa: PLR0913, PLR0917 - one for each field of the form
    request: Request,
    kind: Annotated[VerdictKind, Form()],
    name: Names,
    author: Text,
    answer: Text = "",
    reason: Text = "",
    back: Text = "/verdicts",
) -> RedirectResponse:
    """Take down what a form says, and lead back to where it stood."""
    desk_of(request).newsroom.decide(
        archive.Request(
            kind=kind,
            names=tuple(name),
            author=author,
            reason=reason or None,
            answer=answer or None,
        )
    )
    return _lead_back(back, author)


@router.post("/undo", include_in_schema=False)
def undo_by_form(request: Request, name: Text, author: Text, reason: Text = "") -> RedirectResponse:
    """Take a verdict back by a further one."""
    desk_of(request).newsroom.undo(name, author=author, reason=reason or None)
    return _lead_back("/verdicts", author)


def _lead_back(back: str, author: str) -> RedirectResponse:
    """Lead to a page of ours, whatever the form says."""
    path = back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/verdicts"
    answer = RedirectResponse(quote(path, safe="/:?=&#%"), status_code=303)
    answer.set_cookie(AUTHOR, quote(author), max_age=_YEAR, httponly=True, samesite="strict")
    return answer
