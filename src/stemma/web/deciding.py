"""Taking down what people decide, and showing all that was ever decided."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from stemma import archive
from stemma.model import Verdict
from stemma.model.verdict import VerdictKind
from stemma.web.guarding import AUTHOR
from stemma.web.leading import lead_to
from stemma.web.rendering import desk_of, show
from stemma.web.visitor import visitor_of

router = APIRouter(tags=["decide"])

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
    """What somebody decides, as ``stemma decide`` takes it down.

    ``author`` is asked for where the desk has no accounts; with them, it is who logged in.
    """

    kind: VerdictKind
    names: tuple[str, ...]
    author: str = ""
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
    return show(request, "verdicts.html.j2", listed=listed[::-1])


@router.post("/verdicts.json")
def decide(request: Request, ruling: Ruling) -> Decided:
    """Take down a verdict, and tell at once the stories that it is about."""
    actor = visitor_of(request).actor(ruling.author)
    verdict, changes = desk_of(request).newsroom.decide(
        archive.Request(
            kind=ruling.kind,
            names=ruling.names,
            author=actor.name,
            reason=ruling.reason,
            answer=ruling.answer,
        ),
        actor=actor,
    )
    return Decided(verdict=verdict, stories=tuple(change.after.id for change in changes))


@router.post("/decide", include_in_schema=False)
def decide_by_form(  # noqa: PLR0913, PLR0917 - one for each field of the form
    request: Request,
    kind: Annotated[VerdictKind, Form()],
    name: Names,
    author: Text = "",
    answer: Text = "",
    reason: Text = "",
    back: Text = "/verdicts",
) -> RedirectResponse:
    """Take down what a form says, and lead back to where it stood."""
    actor = visitor_of(request).actor(author)
    desk_of(request).newsroom.decide(
        archive.Request(
            kind=kind,
            names=tuple(name),
            author=actor.name,
            reason=reason or None,
            answer=answer or None,
        ),
        actor=actor,
    )
    return _lead_back(request, back, author)


@router.post("/undo", include_in_schema=False)
def undo_by_form(
    request: Request, name: Text, author: Text = "", reason: Text = ""
) -> RedirectResponse:
    """Take a verdict back by a further one."""
    actor = visitor_of(request).actor(author)
    desk_of(request).newsroom.undo(name, author=actor.name, reason=reason or None, actor=actor)
    return _lead_back(request, "/verdicts", author)


def _lead_back(request: Request, back: str, author: str) -> RedirectResponse:
    """Lead back, and remember what the owner of the machine is called."""
    answer = lead_to(back, otherwise="/verdicts")
    if visitor_of(request).is_owner:
        answer.set_cookie(AUTHOR, quote(author), max_age=_YEAR, httponly=True, samesite="strict")
    return answer
