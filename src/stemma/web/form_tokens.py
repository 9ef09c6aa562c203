"""Forms that change something come from a page of the session that sends them."""

import hmac

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from stemma.web.capping import replay
from stemma.web.guarding import is_open
from stemma.web.safety import HARMLESS
from stemma.web.trouble import tell
from stemma.web.visitor import visitor_of

FIELD = "form_token"
HEADER = "x-form-token"

_FOREIGN = "This form is from an earlier login: go back, load the page again, and repeat."


class FormTokens:
    """Refuses what changes something and does not carry the token of its session.

    It stands behind the guard, which knows the session, and behind the cap, since it reads forms.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on as it came, or refuse it with 403."""
        if scope["type"] != "http" or scope["method"] in HARMLESS:
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        expected = visitor_of(request).form_token
        if expected is None or is_open(request):
            await self.app(scope, receive, send)
            return
        told = request.headers.get(HEADER)
        if told is None and "form" in request.headers.get("content-type", ""):
            receive = replay(await request.body(), receive)
            told = await _read_field(request)
        if not hmac.compare_digest((told or "").encode(), expected.encode()):
            await tell(request, 403, _FOREIGN)(scope, receive, send)
            return
        await self.app(scope, receive, send)


async def _read_field(request: Request) -> str | None:
    try:
        async with request.form() as form:
            field = form.get(FIELD)
    except HTTPException:
        return None
    return field if isinstance(field, str) else None
