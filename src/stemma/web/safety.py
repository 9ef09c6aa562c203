"""What keeps hostile text text, and other sites' pages from deciding in a reader's name."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse

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


async def add_headers(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    """Let the browser run, show and send nothing but our own.

    Our forms say where they come from: under ``no-referrer`` a browser names no origin at all.
    """
    response = await call_next(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


async def refuse_foreign_forms(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    """Take what changes something from our own pages, or from programs, alone.

    Browsers say where a request comes from (``Sec-Fetch-Site``, ``Origin``); programs say nothing.
    """
    if request.method not in HARMLESS and _is_foreign(request):
        return PlainTextResponse("this comes from another site\n", status_code=403)
    return await call_next(request)


HARMLESS = {"GET", "HEAD", "OPTIONS"}


def _is_foreign(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    if site not in {"same-origin", "none"}:
        return True
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")
