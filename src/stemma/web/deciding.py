"""Taking down what people decide, and showing all that was ever decided."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from stemma import archive
from stemma.decide import say
from stemma.model import Verdict
from stemma.model.verdict import VerdictKind
from stemma.web.desk import Desk
from stemma.web.guarding import AUTHOR
from stemma.web.leading import lead_to
from stemma.web.noticing import Notice
from stemma.web.rendering import desk_of, show
from stemma.web.visitor import visitor_of

router = APIRouter(tags=["decide"])

_LONGEST = 2000
_YEAR = 365 * 24 * 3600
_VERDICTS = "/verdicts"
_NO_ANSWER: list[str] = []
_ANSWERED: set[VerdictKind] = {"speaker", "not_speaker", "taken_from"}

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
    return desk_of(request).verdicts()


@router.get("/verdicts", response_class=HTMLResponse, include_in_schema=False)
def show_verdicts(request: Request) -> HTMLResponse:
    """Show every verdict, the latest first."""
    desk = desk_of(request)
    return show(
        request,
        "verdicts.html.j2",
        listed=desk.verdicts()[::-1],
        questions=desk.questions(),
        say=say,
    )


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
    answer: Annotated[list[Text], Form()] = _NO_ANSWER,
    reason: Text = "",
    back: Text = _VERDICTS,
) -> RedirectResponse:
    """Take down what a form says, and lead back to where it stood.

    Where a form has a list to choose an answer from and a field to write another, what is written
    counts.
    """
    actor = visitor_of(request).actor(author)
    given = [one.strip() for one in answer if one.strip()] if kind in _ANSWERED else []
    verdict, changes = desk_of(request).newsroom.decide(
        archive.Request(
            kind=kind,
            names=tuple(name),
            author=actor.name,
            reason=reason or None,
            answer=given[-1] if given else None,
        ),
        actor=actor,
    )
    return _lead_back(request, back, author, Notice(verdict, changes))


@router.post("/undo", include_in_schema=False)
def undo_by_form(
    request: Request, name: Text, author: Text = "", reason: Text = "", back: Text = _VERDICTS
) -> RedirectResponse:
    """Take a verdict back by a further one."""
    actor = visitor_of(request).actor(author)
    verdict, changes = desk_of(request).newsroom.undo(
        name, author=actor.name, reason=reason or None, actor=actor
    )
    return _lead_back(request, back, author, Notice(verdict, changes))


def _lead_back(request: Request, back: str, author: str, notice: Notice) -> RedirectResponse:
    """Lead back to see what changed, and remember what the owner of the machine is called."""
    desk = desk_of(request)
    desk.note(notice)
    answer = lead_to(_find_back(desk, back, notice), otherwise=_VERDICTS)
    if visitor_of(request).is_owner:
        answer.set_cookie(AUTHOR, quote(author), max_age=_YEAR, httponly=True, samesite="strict")
    return answer


def _find_back(desk: Desk, back: str, notice: Notice) -> str:
    """Name the verdict in an address; that of a story that went into another leads there."""
    path, _, fragment = back.partition("#")
    path, _, query = path.partition("?")
    room, _, name = path.removeprefix("/").partition("/")
    if room == "story":
        path = f"/story/{desk.home(name) or name}"
        fragment = notice.anchor() or fragment
    kept = [(key, value) for key, value in parse_qsl(query) if key != "decided"]
    asked = urlencode([*kept, ("decided", notice.verdict.id)])
    return f"{path}?{asked}#{fragment}" if fragment else f"{path}?{asked}"
