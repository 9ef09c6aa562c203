"""The audit log: who did what, when, and from where."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from stemma.model import Deed
from stemma.web.rendering import desk_of, show

router = APIRouter(tags=["audit"])

_PAGE = 100

Before = Annotated[int | None, Query(ge=1, le=2**31 - 1)]

SAID = {
    "login": "logged in",
    "failed_login": "failed to log in",
    "logout": "logged out",
    "verdict": "decided",
    "undo": "took back",
    "reports_added": "added reports:",
    "account_added": "added the account",
    "role_changed": "changed the role of",
    "password_changed": "changed the password of",
    "account_disabled": "disabled",
    "account_enabled": "enabled",
    "token_made": "made a token for",
    "token_revoked": "revoked a token of",
}
"""What was done, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A page of the log, the latest first; ``before`` asks for the next one, if there is one."""

    deeds: tuple[Deed, ...]
    before: int | None


@router.get("/audit.json")
def audit_as_json(request: Request, before: Before = None) -> Audit:
    """Give the audit log, to an admin."""
    return _look(request, before)


@router.get("/audit", response_class=HTMLResponse, include_in_schema=False)
def show_audit(request: Request, before: Before = None) -> Response:
    """Show the audit log."""
    return show(request, "audit.html.j2", audit=_look(request, before), said=SAID)


def _look(request: Request, before: int | None) -> Audit:
    with desk_of(request).newsroom.store.read() as ledger:
        latest = ledger.deeds.latest(most=_PAGE + 1, before=before)
    page = latest[:_PAGE]
    return Audit(
        deeds=tuple(deed for _, deed in page),
        before=page[-1][0] if len(latest) > _PAGE else None,
    )
