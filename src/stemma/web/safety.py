"""What keeps hostile text text, and other sites' pages from deciding in a reader's name."""

from collections.abc import MutableMapping
from typing import Any
from urllib.parse import urlsplit

from fastapi.responses import PlainTextResponse
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
HARMLESS = {"GET", "HEAD", "OPTIONS"}


class SafeAnswers:
    """Lets the browser run, show and send nothing but our own.

    Our forms say where they come from: under ``no-referrer`` a browser names no origin at all.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add to its answer the headers that it has not."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(message)
            await send(message)

        await self.app(scope, receive, send_safely)


class OwnForms:
    """Takes what changes something from our own pages, or from programs, alone.

    Browsers say where a request comes from (``Sec-Fetch-Site``, ``Origin``); programs say nothing.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse with 403 what another site's page sends."""
        changes = scope["type"] == "http" and scope["method"] not in HARMLESS
        if changes and _is_foreign(Headers(scope=scope)):
            refusal = PlainTextResponse("this comes from another site\n", status_code=403)
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _add(start: MutableMapping[str, Any]) -> None:
    headers = MutableHeaders(raw=start["headers"])
    for name, value in HEADERS.items():
        headers.setdefault(name, value)


def _is_foreign(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site", "same-origin")
    origin = headers.get("origin")
    if site not in {"same-origin", "none"}:
        return True
    return origin is not None and urlsplit(origin).netloc != headers.get("host")
