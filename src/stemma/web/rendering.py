"""Pages from templates: text escaped everywhere, scripts and styles from files alone."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from stemma.archive import shorten
from stemma.tell import wording
from stemma.tell.lines import lines
from stemma.version import __version__
from stemma.web.desk import Desk
from stemma.web.sparkline import sparkline
from stemma.web.visitor import visitor_of

Values = Callable[[], Mapping[str, object]]
"""Gives what a template asks; called only where the page is not remembered."""


def desk_of(request: Request) -> Desk:
    """Give the desk that the site serves."""
    return request.app.state.desk


def render(name: str, /, **values: object) -> str:
    """Fill a template."""
    return _environment().get_template(name).render(**values)


def show(request: Request, template: str, /, status: int = 200, **values: object) -> HTMLResponse:
    """Answer with a page that is made anew each time, and kept nowhere."""
    text = render(template, request=request, visitor=visitor_of(request), **values)
    return HTMLResponse(text, status_code=status, headers={"Cache-Control": "no-store"})


def answer(request: Request, name: str, make: Values) -> HTMLResponse:
    """Answer with a page; the same question is answered from memory until a story changes.

    A browser that has the page already is told so (``ETag``, RFC 9110).
    """
    desk = desk_of(request)
    age = desk.age()
    visitor = visitor_of(request)
    tag = f'"{__version__}-{age}-{visitor.fingerprint}"'
    if request.headers.get("if-none-match") == tag:
        return HTMLResponse(status_code=304, headers={"ETag": tag})
    key = ("page", name, request.url.path, request.url.query, visitor.likeness, age)
    text = desk.remember(
        key, lambda: render(name, request=request, visitor=visitor.masked(), **make())
    )
    kept = "private, no-cache" if visitor.is_owner else "no-store"  # who comes after sees nothing
    headers = {"ETag": tag, "Cache-Control": kept}
    return HTMLResponse(visitor.unmask(text), headers=headers)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader(
            [PackageLoader("stemma.web", "pages"), PackageLoader("stemma.tell", "page")]
        ),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    ours: dict[str, Any] = {
        "wording": wording,
        "lines": lines,
        "version": __version__,
        "shorten": shorten,
        "sparkline": sparkline,
    }
    environment.globals.update(ours)
    return environment
