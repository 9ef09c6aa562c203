"""The answer as one self-contained HTML page that asks nothing of any network."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from stemma.model import Coverage
from stemma.tell import page_files, wording
from stemma.tell.drawing import HEIGHT, WIDTH
from stemma.tell.lines import lines
from stemma.tell.lookup import Lookup
from stemma.tell.story_page import StoryPage
from stemma.version import __version__


def to_html(coverage: Coverage) -> str:
    """Write a coverage as an HTML page, text escaped everywhere."""
    lookup = Lookup(coverage)
    pages = [
        StoryPage(story=story, lookup=lookup, mark=f"s{number}")
        for number, story in enumerate(coverage.stories, start=1)
    ]
    script = page_files.script()
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            coverage=coverage,
            pages=pages,
            lookup=lookup,
            script=Markup(script),  # noqa: S704 - our own file, not a report's words
            script_digest=b64encode(sha256(script.encode()).digest()).decode(),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader(page_files.templates()),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    ours: dict[str, Any] = {
        "wording": wording,
        "lines": lines,
        "version": __version__,
        "box": {"width": WIDTH, "height": HEIGHT},
    }
    environment.globals.update(ours)
    return environment
