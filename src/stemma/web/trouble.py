"""Saying what is wrong: to people as a page, to programs as JSON."""

from collections.abc import Mapping

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from stemma.web.rendering import render
from stemma.web.visitor import visitor_of


def tell(
    request: Request, status: int, message: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with a status and a message."""
    if is_for_programs(request):
        return JSONResponse({"message": message}, status_code=status, headers=headers)
    text = render(
        "trouble.html.j2",
        request=request,
        visitor=visitor_of(request),
        status=status,
        message=message,
    )
    return HTMLResponse(text, status_code=status, headers=headers)


def is_for_programs(request: Request) -> bool:
    """Tell whether no person sees the answer."""
    path = request.scope["path"]
    return path.endswith(".json") or path.startswith("/api/") or path == "/live"
