"""Raw -> reports: which format it is, and what came of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from stemma.errors import StemmaError, TooLargeError
from stemma.model import Failure, Report
from stemma.ports import Encoder
from stemma.press.addresses import canonical
from stemma.read.decoding import decode
from stemma.read.draft import Draft
from stemma.read.html import read_html
from stemma.read.markdown import read_markdown
from stemma.read.plain import read_plain
from stemma.read.raw import Raw
from stemma.read.records import read_records
from stemma.read.reports import finish

_FORMATS = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".md": "markdown",
    ".markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/json": "json",
    "application/x-ndjson": "lines",
    "application/jsonl": "lines",
    "text/markdown": "markdown",
}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[A-Za-z!/]")
_RECORD = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n[A-Za-z_][\w -]*:")
_HEAD = 4096
_LONGEST_TITLE = 500
_LONGEST_REPORT = 500_000  # characters; a long read has a tenth of that


def parse(raw: Raw, *, encoder: Encoder) -> tuple[Report | Failure, ...]:
    """Make reports of the bytes of one source; JSON and JSON lines may hold many.

    Whatever the bytes are, nothing is raised: what cannot be read is a ``Failure``.
    """
    finished: list[Report | Failure] = []
    try:
        finished.extend(_finish(draft, encoder) for draft in _drafts(raw))
    except StemmaError as error:
        finished.append(_failure(raw.path, error))
    return tuple(finished)


def _finish(draft: Draft | Failure, encoder: Encoder) -> Report | Failure:
    if isinstance(draft, Failure):
        return draft
    if draft.title and len(draft.title) > _LONGEST_TITLE:
        draft = replace(draft, title=None)
    length = sum(map(len, draft.lines))
    if length > _LONGEST_REPORT:
        message = (
            f"{draft.path!r} holds {length:,} characters of text, too many for one report: "
            "divide it into reports, one a file or one a JSON line"
        )
        return _failure(draft.path, TooLargeError(message))
    try:
        return finish(draft, encoder=encoder)
    except StemmaError as error:
        return _failure(draft.path, error)


def _failure(path: str, error: StemmaError) -> Failure:
    return Failure(path=path, error=type(error).__name__, message=str(error))


def _drafts(raw: Raw) -> Iterator[Draft | Failure]:
    text = decode(raw.content, path=raw.path, content_type=raw.content_type)
    kind = _format_of(raw, text)
    url = canonical(raw.url)
    if kind == "html":
        yield read_html(text, path=raw.path, url=raw.url)
    elif kind in {"json", "lines"}:
        yield from read_records(text, path=raw.path, lines=kind == "lines")
    elif kind == "markdown":
        yield read_markdown(text, path=raw.path, url=url)
    else:
        yield read_plain(text, path=raw.path, url=url)


def _format_of(raw: Raw, text: str) -> str:
    """Tell the format: by what the text plainly is, then by name or declaration."""
    head = text[:_HEAD].removeprefix("\ufeff")
    if _PAGE.match(head):
        return "html"
    media_type = (raw.content_type or "").split(";")[0].strip().lower()
    named = _FORMATS.get(media_type) or _FORMATS.get(PurePath(raw.path).suffix.lower())
    if named == "html" and not _TAG.search(text):
        return "plain"
    if named:
        return named
    if _RECORD.match(head):
        return "json"
    return "markdown" if _FRONT_MATTER.match(head) else "plain"
