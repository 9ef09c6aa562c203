"""The files that a page is made of: templates, a style, and a script of several parts."""

from functools import cache
from importlib.resources import files

_TEMPLATES = (
    "page",
    "story",
    "answers",
    "findings",
    "stemma",
    "claims",
    "figures",
    "timeline",
    "speakers",
    "names",
    "lone",
    "reports",
)
_SCRIPTS = (
    "words.js",
    "picking.js",
    "wordings.js",
    "matrix.js",
    "stemma.js",
    "addresses.js",
    "finding_way.js",
)
"""In the order in which they build on each other."""


@cache
def templates() -> dict[str, str]:
    """Give the templates, and the style that one of them includes, by name."""
    names = (*(f"{name}.html.j2" for name in _TEMPLATES), "style.css")
    return {name: _read(name) for name in names}


@cache
def style() -> str:
    """Give the style of a story."""
    return _read("style.css")


@cache
def script() -> str:
    """Give the script of a story: its parts, one after the other."""
    parts = "".join(_read(f"scripts/{name}") for name in _SCRIPTS)
    return f'"use strict";\n{{\n{parts}}}\n'


def _read(name: str) -> str:
    return (files("stemma.tell") / "page" / name).read_text(encoding="utf-8")
