"""What tests invent, so that each tells only what it is about."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypedDict, Unpack

from stemma.model import Credit, Cut, Part, Published, Report
from stemma.model.report import PartKind
from stemma.read.dating.published import precision_of


class ReportFields(TypedDict, total=False):
    """What few tests tell of a report."""

    id: str
    article_id: str
    paths: tuple[str, ...]
    url: str | None
    family: str | None
    agency: str | None
    title: str | None
    authors: tuple[str, ...]
    language: str
    parts: tuple[Part, ...]
    credits: tuple[Credit, ...]
    cut: tuple[Cut, ...]


def make_report(
    text: str = "",
    *,
    name: str = "invented",
    first: PartKind = "body",
    outlet: str | None = None,
    published: str | None = None,
    **others: Unpack[ReportFields],
) -> Report:
    """Make a report of lines: each is a part, the first of the kind ``first``, the others body.

    A headline is the title, too. ``published`` is EDTF.
    """
    report = Report(
        id=f"report:{name}",
        article_id=f"article:{name}",
        paths=(f"{name}.txt",),
        url=None,
        outlet=outlet,
        family=None,
        agency=None,
        title=text.partition("\n")[0] if first == "headline" else None,
        authors=(),
        published=_published(published),
        language="en",
        parts=tuple(_parts(text, first)),
        credits=(),
        text=text,
        cut=(),
    )
    return replace(report, **others)


def _parts(text: str, first: PartKind) -> Iterator[Part]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Part(kind="body" if start else first, start=start, end=start + len(line))
        start += len(line) + 1


def _published(value: str | None) -> Published | None:
    if value is None:
        return None
    return Published(value=value, precision=precision_of(value), basis="invented")
