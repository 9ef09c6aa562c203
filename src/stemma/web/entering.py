"""Logging in and out."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from stemma.access import Entered, Refused
from stemma.tell import wording
from stemma.web.entrance import Entrance, entrance_of
from stemma.web.leading import lead_to
from stemma.web.rendering import show
from stemma.web.visitor import visitor_of

router = APIRouter(include_in_schema=False)

FIRST = "/stories"
_LONGEST = 2000
_MINUTE = 60

Text = Annotated[str, Form(max_length=_LONGEST)]
Next = Annotated[str, Query(max_length=_LONGEST)]


@router.get("/login", response_class=HTMLResponse)
def show_login(request: Request, next: Next = FIRST) -> Response:  # noqa: A002 - the word in the address
    """Ask for name and password."""
    return show(request, "login.html.j2", name="", wanted=next, trouble=None)


@router.post("/login", response_class=HTMLResponse)
def log_in(
    request: Request,
    name: Text = "",
    password: Text = "",
    wanted: Annotated[str, Form(alias="next", max_length=_LONGEST)] = FIRST,
) -> Response:
    """Let somebody in, with a new session whatever their browser showed before."""
    entrance = expect_entrance(request)
    entered = entrance.door.enter(name, password, address=entrance.address(request))
    if isinstance(entered, Entered):
        _end_present(entrance, request)
        answer = lead_to(wanted, otherwise=FIRST)
        entrance.hand_out(request, answer, entered.secret)
        return answer
    status = 429 if entered.wait else 403
    answer = show(
        request, "login.html.j2", status, name=name, wanted=wanted, trouble=say_refusal(entered)
    )
    if entered.wait:
        answer.headers["Retry-After"] = str(entered.wait)
    return answer


@router.post("/logout")
def log_out(request: Request) -> Response:
    """End the session."""
    entrance = expect_entrance(request)
    _end_present(entrance, request)
    answer = lead_to("/login", otherwise=FIRST)
    entrance.take_back(request, answer)
    return answer


def say_refusal(refused: Refused) -> str:
    """Say why somebody is not let in; not whether there is such an account."""
    if refused.wait:
        minutes = wording.number_of(-(-refused.wait // _MINUTE), "minute")
        return f"Too many attempts failed. Try again in {minutes}."
    return "This name and this password do not belong together."


def expect_entrance(request: Request) -> Entrance:
    """Give the entrance of a desk that has accounts; without them, none of these pages is there."""
    entrance = entrance_of(request)
    if entrance is None:
        message = "the desk has no accounts"
        raise RuntimeError(message)
    return entrance


def _end_present(entrance: Entrance, request: Request) -> None:
    """End the session that the browser showed, if it is one."""
    visitor = visitor_of(request)
    shown = entrance.shown(request)
    if shown is not None and visitor.form_token is not None:
        entrance.door.leave(shown, visitor.actor())
