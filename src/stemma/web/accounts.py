"""Accounts, as admins manage them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from stemma.errors import UsageError
from stemma.model import Account, ApiToken, Role
from stemma.model.account import ROLES
from stemma.web.entering import expect_entrance
from stemma.web.leading import lead_to
from stemma.web.rendering import show
from stemma.web.visitor import visitor_of

router = APIRouter(tags=["accounts"])

_LONGEST = 2000
_HERE = "/accounts"

Text = Annotated[str, Form(max_length=_LONGEST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """Every account, and every token without what its program shows."""

    accounts: tuple[Account, ...]
    tokens: tuple[ApiToken, ...]


@router.get("/accounts.json")
def accounts_as_json(request: Request) -> Accounts:
    """Give every account and every token, to an admin."""
    register = expect_entrance(request).register
    return Accounts(accounts=register.accounts(), tokens=register.tokens())


@router.get("/accounts", response_class=HTMLResponse, include_in_schema=False)
def show_accounts(request: Request) -> Response:
    """Show every account and what can be done about it."""
    return _show(request)


@router.post("/accounts", response_class=HTMLResponse, include_in_schema=False)
def add_account(
    request: Request, name: Text, password: Text, role: Annotated[Role, Form()]
) -> Response:
    """Add an account."""
    register, actor = expect_entrance(request).register, visitor_of(request).actor()
    return _do(request, lambda: register.add(name, password, role, actor=actor))


@router.post("/accounts/role", response_class=HTMLResponse, include_in_schema=False)
def set_role(request: Request, name: Text, role: Annotated[Role, Form()]) -> Response:
    """Let somebody do more or less."""
    register, actor = expect_entrance(request).register, visitor_of(request).actor()
    return _do(request, lambda: register.set_role(name, role, actor=actor))


@router.post("/accounts/password", response_class=HTMLResponse, include_in_schema=False)
def set_password(request: Request, name: Text, password: Text) -> Response:
    """Give somebody a new password, and log them out everywhere."""
    register, actor = expect_entrance(request).register, visitor_of(request).actor()
    return _do(request, lambda: register.set_password(name, password, actor=actor))


@router.post("/accounts/disable", response_class=HTMLResponse, include_in_schema=False)
def disable(request: Request, name: Text) -> Response:
    """Let nobody in by an account any longer."""
    register, actor = expect_entrance(request).register, visitor_of(request).actor()
    return _do(request, lambda: register.disable(name, actor=actor))


@router.post("/accounts/enable", response_class=HTMLResponse, include_in_schema=False)
def enable(request: Request, name: Text) -> Response:
    """Let somebody log in again."""
    register, actor = expect_entrance(request).register, visitor_of(request).actor()
    return _do(request, lambda: register.enable(name, actor=actor))


@router.post("/accounts/revoke", response_class=HTMLResponse, include_in_schema=False)
def revoke_token(request: Request, token: Text) -> Response:
    """Let anybody's token hold no longer."""
    register, actor = expect_entrance(request).register, visitor_of(request).actor()
    return _do(request, lambda: register.revoke_token(token, actor=actor))


def _do(request: Request, change: Callable[[], object]) -> Response:
    """Make a change, and show how things are then, or why it cannot be made."""
    try:
        change()
    except UsageError as error:
        return _show(request, 422, trouble=str(error))
    return lead_to(_HERE, otherwise=_HERE)


def _show(request: Request, status: int = 200, *, trouble: str | None = None) -> Response:
    register = expect_entrance(request).register
    return show(
        request,
        "accounts.html.j2",
        status,
        accounts=register.accounts(),
        tokens=register.tokens(),
        roles=ROLES,
        trouble=trouble,
        now=register.clock(),
    )
