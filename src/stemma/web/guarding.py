"""Who may do what: everything but logging in needs a session or a token, and a role."""

from html import escape
from urllib.parse import quote, unquote, urlsplit

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from stemma.access import Expired, Visit, form_token
from stemma.model import Role
from stemma.tell import wording
from stemma.web.entrance import Entrance, entrance_of
from stemma.web.safety import HARMLESS
from stemma.web.trouble import is_for_programs, tell
from stemma.web.visitor import STRANGER, Visitor, visitor_of

AUTHOR = "author"
"""The cookie that spares the owner of the machine from writing their name for each verdict."""

_OPEN = {"login", "static"}
_ADMINS = {"accounts", "audit"}
_EVERYBODYS = {"account", "logout"}
_NEED_PASSWORD = {"account", "accounts"}
"""What a token may not change, lest a lost one make others."""


class Guard:
    """Finds out who it is before a body is read, and lets them do what they may.

    Whether a form is from a page of theirs shows once it is read: see ``FormTokens``.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its visitor, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        entrance = entrance_of(request)
        if entrance is None:
            request.state.visitor = _owner(request)
            await self.app(scope, receive, send)
            return
        shown = entrance.shown(request)
        known = await run_in_threadpool(entrance.recognise, shown) if shown else None
        visit = known if isinstance(known, Visit) else None
        request.state.visitor = _visitor(entrance, request, shown, visit)
        refused = _tell_expired(request, known) if isinstance(known, Expired) else _refuse(request)
        if refused is not None:
            if request.method not in HARMLESS:
                refused.headers["Connection"] = "close"  # with a body that nobody reads
            await refused(scope, receive, send)
            return
        await self.app(scope, receive, send)
        if shown and visit and visit.to_be_noted and _is_use(request, visit):
            await run_in_threadpool(entrance.see, shown, visit)


def needed(request: Request) -> Role:
    """Give the role that a request needs; what changes something and is not listed, an editor."""
    area = _area(request)
    if area in _ADMINS:
        return "admin"
    if request.method in HARMLESS or area in _EVERYBODYS:
        return "reader"
    return "editor"


def is_open(request: Request) -> bool:
    """Tell whether nobody needs to log in for it."""
    return _area(request) in _OPEN


def is_still_admitted(request: Request) -> bool:
    """Tell whether somebody who came in may still be there: for answers that go on for hours."""
    entrance = entrance_of(request)
    if entrance is None:
        return True
    shown = entrance.shown(request)
    return shown is not None and isinstance(entrance.recognise(shown), Visit)


def _is_use(request: Request, visit: Visit) -> bool:
    """Tell whether somebody did something: what a page asks by itself keeps no session."""
    unasked = _area(request) == "live" or "stemma-unasked" in request.headers
    return not is_open(request) and (visit.token is not None or not unasked)


def _area(request: Request) -> str:
    """Give the first part of the path, as routing reads it, without an ending."""
    path: str = request.scope["path"]
    return path.lstrip("/").partition("/")[0].partition(".")[0]


def _owner(request: Request) -> Visitor:
    typed = unquote(request.cookies.get(AUTHOR, ""))
    address = request.client.host if request.client else None
    return Visitor(role="admin", typed=typed, address=address)


def _visitor(
    entrance: Entrance, request: Request, shown: str | None, visit: Visit | None
) -> Visitor:
    if shown is None or visit is None:
        return STRANGER
    return Visitor(
        role=visit.role,
        name=visit.name,
        form_token=None if visit.token else form_token(shown),
        token=visit.token,
        address=entrance.address(request),
    )


def _refuse(request: Request) -> Response | None:
    visitor = visitor_of(request)
    if is_open(request):
        return None
    if visitor.role is None:
        return _ask_in(request)
    role = needed(request)
    if not visitor.may(role):
        message = f"{_who(visitor)} has the role {visitor.role}; this takes the role {role}."
        return tell(request, 403, message)
    if visitor.token and request.method not in HARMLESS and _area(request) in _NEED_PASSWORD:
        return tell(request, 403, "Tokens cannot change accounts: log in with your password.")
    return None


def _tell_expired(request: Request, expired: Expired) -> Response:
    """Tell a program that its token was right (RFC 6750, 3.1)."""
    message = f"This token expired on {wording.date(expired.at[:10])}: make another one."
    bearer = 'Bearer realm="stemma", error="invalid_token", error_description="expired"'
    return tell(request, 401, message, {"WWW-Authenticate": bearer})


def _who(visitor: Visitor) -> str:
    return "This token" if visitor.token else visitor.name or "You"


def _ask_in(request: Request) -> Response:
    """Lead people to the login; tell programs that they need a token."""
    if request.headers.get("hx-request"):
        here = urlsplit(request.headers.get("hx-current-url", "/stories"))
        return Response(status_code=401, headers={"HX-Redirect": _login(here.path, here.query)})
    if is_for_programs(request) or request.method not in HARMLESS:
        bearer = {"WWW-Authenticate": 'Bearer realm="stemma"'}
        return tell(request, 401, "log in, or show a token", bearer)
    here = request.url
    if request.headers.get("sec-fetch-site") == "cross-site":
        return _come_again(f"{here.path}?{here.query}" if here.query else here.path)
    return RedirectResponse(_login(here.path, here.query), status_code=303)


def _login(path: str, query: str) -> str:
    wanted = f"{path}?{query}" if query else path
    return f"/login?next={quote(wanted, safe='')}"


def _come_again(path: str) -> Response:
    """Let a browser that followed another site's link ask anew: now it shows its cookie."""
    address = escape(path if not path.startswith("//") else "/stories", quote=True)
    page = (
        '<!doctype html><html lang="en"><head><title>Stemma</title>'
        f'<meta http-equiv="refresh" content="0; url={address}"></head>'
        f'<body><p><a href="{address}">Go on</a></p></body></html>'
    )
    return HTMLResponse(page, headers={"Cache-Control": "no-store"})
