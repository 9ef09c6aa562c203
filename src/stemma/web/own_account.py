"""What people do about their own account: password, tokens, sessions."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from stemma.access.register import DAYS
from stemma.errors import UsageError
from stemma.model import Role
from stemma.model.account import ROLES, allows
from stemma.web.entering import expect_entrance, say_refusal
from stemma.web.leading import lead_to
from stemma.web.rendering import show
from stemma.web.visitor import visitor_of

router = APIRouter(prefix="/account", include_in_schema=False)

_LONGEST = 2000
_HERE = "/account"
_DAYS = (30, 90, DAYS)

Text = Annotated[str, Form(max_length=_LONGEST)]


@router.get("", response_class=HTMLResponse)
def show_own(request: Request) -> Response:
    """Show what somebody may do, and their tokens."""
    return _show(request)


@router.post("/password", response_class=HTMLResponse)
def change_password(request: Request, old: Text, new: Text, again: Text) -> Response:
    """Change the password of whoever knows it, and log them out everywhere."""
    entrance, visitor = expect_entrance(request), visitor_of(request)
    name = visitor.name or ""
    if new != again:
        return _show(request, 422, trouble="The new password was not written the same twice.")
    refused = entrance.door.prove(name, old, address=entrance.address(request))
    if refused is not None:
        told = say_refusal(refused) if refused.wait else "This is not your present password."
        return _show(request, 429 if refused.wait else 403, trouble=told)
    try:
        entrance.register.set_password(name, new, actor=visitor.actor())
    except UsageError as error:
        return _show(request, 422, trouble=str(error))
    answer = lead_to("/login", otherwise=_HERE)
    entrance.take_back(request, answer)
    return answer


@router.post("/sessions/end")
def end_sessions(request: Request) -> Response:
    """Log out everywhere."""
    entrance = expect_entrance(request)
    entrance.door.leave_everywhere(visitor_of(request).actor())
    answer = lead_to("/login", otherwise=_HERE)
    entrance.take_back(request, answer)
    return answer


@router.post("/tokens", response_class=HTMLResponse)
def make_token(
    request: Request,
    label: Text,
    role: Annotated[Role, Form()],
    days: Annotated[int | Literal["never"], Form()] = DAYS,
) -> Response:
    """Make a token, and show it this once; it holds for so many days, or until it is revoked."""
    register, visitor = expect_entrance(request).register, visitor_of(request)
    lasting = None if days == "never" else days
    try:
        _, shown = register.make_token(
            visitor.name or "", label, role, actor=visitor.actor(), days=lasting
        )
    except UsageError as error:
        return _show(request, 422, trouble=str(error))
    return _show(request, made=shown)


@router.post("/tokens/revoke")
def revoke_token(request: Request, token: Text) -> Response:
    """Let one of their own tokens hold no longer."""
    visitor = visitor_of(request)
    expect_entrance(request).register.revoke_token(token, actor=visitor.actor(), of=visitor.name)
    return lead_to(_HERE, otherwise=_HERE)


def _show(
    request: Request, status: int = 200, *, trouble: str | None = None, made: str | None = None
) -> Response:
    visitor, register = visitor_of(request), expect_entrance(request).register
    return show(
        request,
        "own_account.html.j2",
        status,
        tokens=register.tokens(visitor.name),
        roles=[role for role in ROLES if visitor.role and allows(visitor.role, role)],
        trouble=trouble,
        made=made,
        days=_DAYS,
        now=register.clock(),
    )
