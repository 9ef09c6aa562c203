"""The site: its parts put together."""

from collections.abc import Sequence
from importlib.resources import files
from threading import Event

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from stemma.errors import UsageError
from stemma.newsroom import Newsroom
from stemma.tell import page_files
from stemma.version import __version__
from stemma.web import (
    accounts,
    adding,
    addresses,
    alerts,
    auditing,
    comparing,
    considering,
    deciding,
    entering,
    live,
    own_account,
    reports,
    revising,
    searching,
    stories,
    story,
)
from stemma.web.capping import BodyCap
from stemma.web.describing import describe, name_operation
from stemma.web.desk import Desk
from stemma.web.entrance import Entrance
from stemma.web.form_tokens import FormTokens
from stemma.web.guarding import Guard
from stemma.web.safety import OwnForms, SafeAnswers
from stemma.web.trouble import tell

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The names of this machine alone, as browsers send them."""

_SUMMARY = "Every page of the desk, for programs: the same path with .json at its end."


def make_site(
    newsroom: Newsroom, *, hosts: Sequence[str] = LOOPBACK, entrance: Entrance | None = None
) -> FastAPI:
    """Make the site over an open newsroom; who serves it closes the newsroom.

    Only requests to one of the ``hosts`` are answered, so that no other name can be made to lead
    here (DNS rebinding). Without an ``entrance``, whoever reaches the desk owns it.
    """
    site = FastAPI(
        title="Stemma",
        version=__version__,
        summary=_SUMMARY,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=name_operation,
    )
    site.openapi = lambda: describe(site, accounts=entrance is not None)
    site.state.desk = Desk(newsroom)
    site.state.entrance = entrance
    site.state.ending = Event()  # set when it is time for answers that go on for hours to end
    # what is added last stands first: nobody's body is read before it is clear who they are
    site.add_middleware(FormTokens)
    site.add_middleware(BodyCap)
    site.add_middleware(Guard)
    site.add_middleware(OwnForms)
    site.add_middleware(SafeAnswers)
    site.add_middleware(TrustedHostMiddleware, allowed_hosts=[*hosts])
    site.add_exception_handler(UsageError, _tell_not_found)
    site.add_exception_handler(HTTPException, _tell_refused)
    site.add_exception_handler(RequestValidationError, _tell_senseless)
    for room in (
        stories,
        story,
        revising,
        reports,
        addresses,
        comparing,
        considering,
        searching,
        deciding,
        adding,
        live,
        alerts,
        auditing,
    ):
        site.include_router(room.router)
    if entrance is not None:
        for room in (entering, own_account, accounts):
            site.include_router(room.router)
    site.add_api_route("/static/report.css", _give_style, include_in_schema=False)
    site.add_api_route("/static/report.js", _give_script, include_in_schema=False)
    static = files("stemma.web") / "static"
    site.mount("/static", StaticFiles(directory=str(static)), name="static")
    return site


def _give_style() -> Response:
    """Give the style that the self-contained report has as well."""
    return Response(page_files.style(), media_type="text/css")


def _give_script() -> Response:
    return Response(page_files.script(), media_type="text/javascript")


def _tell_not_found(request: Request, error: Exception) -> Response:
    return tell(request, 404, str(error))


def _tell_refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else "something went wrong"
    headers = error.headers if isinstance(error, HTTPException) else None
    return tell(request, status, detail, headers)


def _tell_senseless(request: Request, error: Exception) -> Response:
    told = "this makes no sense"
    if isinstance(error, RequestValidationError):
        told = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors())
    return tell(request, 422, told)
