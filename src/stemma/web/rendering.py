"""Pages from templates: text escaped everywhere, scripts and styles from files alone."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from stemma.archive import shorten
from stemma.tell import wording
from stemma.tell.lines import lines
from stemma.version import __version__
from stemma.web.desk import Desk
from stemma.web.sparkline import sparkline
from stemma.web.visitor import Visitor, visitor_of

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


def answer(request: Request, name: str, make: Values, *, about: Sequence[str] = ()) -> Response:
    """Answer with a page; the same question is answered from memory until a story changes.

    ``about`` are the ids that the page is about; the page holds until their stories change.

    A browser that has the page already is told so (``ETag``, RFC 9110).
    """
    visitor = visitor_of(request)
    held = _Held.of(request, "page", visitor, about)
    if held.is_known:
        return held.unchanged()
    text = desk_of(request).remember(
        (name, visitor.likeness, *held.key),
        lambda: render(name, request=request, visitor=visitor.masked(), **make()),
    )
    return HTMLResponse(visitor.unmask(text), headers=held.headers)


def give(
    request: Request,
    media_type: str,
    make: Callable[[], bytes],
    headers: Mapping[str, str],
    *,
    about: Sequence[str],
) -> Response:
    """Give a file that is the same for everybody, remembered as pages are."""
    held = _Held.of(request, "file", visitor_of(request), about)
    if held.is_known:
        return held.unchanged()
    content = desk_of(request).remember(held.key, make)
    return Response(content, media_type=media_type, headers={**headers, **held.headers})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What an answer is remembered under, here and in the browser that asks."""

    key: tuple[Hashable, ...]
    headers: Mapping[str, str]
    is_known: bool

    @classmethod
    def of(cls, request: Request, kind: str, visitor: Visitor, about: Sequence[str]) -> "_Held":
        """Ask how things stand with what the answer is about."""
        state = desk_of(request).state(about)
        tag = f'"{__version__}-{state}-{visitor.fingerprint}"'
        # with accounts, whoever uses a browser next is to see nothing
        kept = "private, no-cache" if visitor.is_owner else "no-store"
        return cls(
            key=(kind, request.url.path, request.url.query, state),
            headers={"ETag": tag, "Cache-Control": kept},
            is_known=request.headers.get("if-none-match") == tag,
        )

    def unchanged(self) -> Response:
        """Say that the browser has it."""
        return Response(status_code=304, headers=self.headers)


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
