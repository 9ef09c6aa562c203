"""Texts of corpora as reports that the stages can read."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from stemma import language, read
from stemma.model import Annotated, Credit, Failure, Part, Published, Report, digest
from stemma.read.dating.published import precision_of

_KEPT = 700
"""Reports whose marks are kept, for the next scorer of the same corpus."""

_LINE = re.compile(r"[^\n\r]+")


def make_report(  # noqa: PLR0913 - the fields of a report that corpora tell, each by its name
    text: str,
    *,
    name: str,
    title: bool = False,
    published: str | None = None,
    outlet: str | None = None,
    credits_: tuple[Credit, ...] = (),
) -> Report:
    """Make a report of a text that is clean already: offsets in it stay what they are.

    Each line is a part; where ``title`` is set the first is the headline. ``published`` is EDTF.
    """
    parts: list[Part] = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            kind = "headline" if title and not parts else "body"
            parts.append(Part(kind=kind, start=start, end=end))
    identity = digest("report", name, text)
    return Report(
        id=identity,
        article_id=identity,
        paths=(name,),
        url=None,
        outlet=outlet,
        family=None,
        agency=None,
        title=text[parts[0].start : parts[0].end] if title and parts else None,
        authors=(),
        published=_published(published),
        language="en",
        parts=tuple(parts),
        credits=credits_,
        text=text,
        cut=(),
    )


def _published(value: str | None) -> Published | None:
    if value is None:
        return None
    return Published(value=value, precision=precision_of(value), basis="the corpus")


def read_bytes(content: bytes, *, path: str) -> tuple[Report, ...]:
    """Read a file's bytes as the program does; what cannot be read gives nothing."""
    raw = read.Raw(path=path, content=content)
    made = read.parse(raw, encoder=language.load_encoder())
    return tuple(one for one in made if not isinstance(one, Failure))


@lru_cache(maxsize=_KEPT)
def annotate(report: Report) -> Annotated:
    """Mark a report; one that was marked lately is not marked again."""
    return language.load_annotator().annotate(report)


def annotate_all(reports: Iterable[Report]) -> list[Annotated]:
    """Mark several reports."""
    return [annotate(report) for report in reports]


def text_of(path: Path) -> str:
    """Give a file's text with its line ends as they are, so that offsets hold."""
    return path.read_bytes().decode("utf-8-sig", errors="replace")
