"""The site: its parts put together."""

from collections.abc import Sequence
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from stemma.errors import UsageError
from stemma.newsroom import Newsroom
from stemma.version import __version__
from stemma.web import comparing, deciding, live, reports, searching, stories, story
from stemma.web.desk import Desk
from stemma.web.rendering import render
from stemma.web.safety import add_headers, refuse_foreign_forms

LOOPBACK = ("127.0.0.1", "localhost")
"""The names of this machine alone."""

_SUMMARY = "Every page of the desk, for programs: the same path with .json at its end."


def make_site(newsroom: Newsroom, *, hosts: Sequence[str] = LOOPBACK) -> FastAPI:
    """Make the site over an open newsroom; who serves it closes the newsroom.

    Only requests to one of the ``hosts`` are answered, so that no other name can be made to lead
    here (DNS rebinding).
    """
    site = FastAPI(
        title="Stemma",
        version=__version__,
        summary=_SUMMARY,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    site.state.desk = Desk(newsroom)
    site.middleware("http")(refuse_foreign_forms)
    site.middleware("http")(add_headers)
    site.add_middleware(TrustedHostMiddleware, allowed_hosts=[*hosts])
    site.add_exception_handler(UsageError, _tell_not_found)
    site.add_exception_handler(HTTPException, _tell_refused)
    site.add_exception_handler(RequestValidationError, _tell_senseless)
    for room in (stories, story, reports, comparing, searching, deciding, live):
        site.include_router(room.router)
    site.add_api_route("/static/report.css", _give_style, include_in_schema=False)
    site.add_api_route("/static/report.js", _give_script, include_in_schema=False)
    static = files("stemma.web") / "static"
    site.mount("/static", StaticFiles(directory=str(static)), name="static")
    return site


def _give_style() -> Response:
    """Give the style that the self-contained report has as well."""
    return Response(_of_report("style.css"), media_type="text/css")


def _give_script() -> Response:
    return Response(_of_report("script.js"), media_type="text/javascript")


def _of_report(name: str) -> str:
    return (files("stemma.tell") / "page" / name).read_text(encoding="utf-8")


def _tell_not_found(request: Request, error: Exception) -> Response:
    return _tell(request, 404, str(error))


def _tell_refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else "something went wrong"
    return _tell(request, status, detail)


def _tell_senseless(request: Request, error: Exception) -> Response:
    told = "this makes no sense"
    if isinstance(error, RequestValidationError):
        told = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors())
    return _tell(request, 422, told)


def _tell(request: Request, status: int, message: str) -> Response:
    if request.url.path.endswith(".json") or request.url.path.startswith("/api/"):
        return JSONResponse({"message": message}, status_code=status)
    text = render("trouble.html.j2", request=request, status=status, message=message)
    return HTMLResponse(text, status_code=status)
