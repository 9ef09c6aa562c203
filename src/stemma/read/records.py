"""JSON and JSON lines, as trafilatura, news-please and fundus write them -> drafts."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from stemma.errors import InputError, UnreadableError
from stemma.model import Failure
from stemma.press.addresses import canonical
from stemma.press.agencies import agency_named
from stemma.read.bylines import tidy_names
from stemma.read.draft import DateCandidate, Draft
from stemma.read.edtf import to_edtf
from stemma.read.html import read_html
from stemma.read.lines import one_line, one_line_or_none, split_lines
from stemma.read.mending import mend

Json = dict[str, object] | list[object] | str | float | bool | None
Record = dict[str, object]

_TEXT = ("text", "maintext", "plaintext", "body", "articleBody", "content", "raw_text", "article")
_TITLE = ("title", "headline")
_STANDFIRST = ("description", "excerpt", "summary", "lead", "standfirst")
_URL = ("url", "source_url", "link", "canonical_url", "requested_url", "source")
_OUTLET = (
    "sitename",
    "publisher",
    "outlet",
    "source_name",
    "source-hostname",
    "source_domain",
    "hostname",
    "domain",
    "source",
)
_DATES = (
    "date_publish",
    "publishing_date",
    "date_published",
    "published",
    "datePublished",
    "publish_date",
    "published_at",
    "date",
    "pubDate",
    "published_date",
)
_AUTHORS = ("authors", "author", "byline", "creator")
_LISTS = ("articles", "reports", "items", "results", "data", "docs", "documents")
_DEEPEST = "is nested too deeply to be a record of an article"
_WHAT_TO_GIVE = "give objects with 'title', 'text' or 'maintext', and 'date_publish' or 'date'"


def read_records(text: str, *, path: str, lines: bool = False) -> Iterator[Draft | Failure]:
    """Read one object, a list of objects, or one object a line.

    A record or line that holds no article becomes a ``Failure`` of its own, named
    ``path:line`` for lines and ``path[index]`` for lists; the others go on.
    """
    if not lines:
        try:
            whole = _load(text)
        except ValueError:
            if not _has_lines(text):
                raise UnreadableError(_broken(text, path)) from None
        else:
            yield from _read_whole(whole, path)
            return
    yield from _read_lines(text, path)


def _read_whole(whole: Json, path: str) -> Iterator[Draft | Failure]:
    if isinstance(whole, dict) and not _has_text(whole):
        inner = next((whole[name] for name in _LISTS if isinstance(whole.get(name), list)), None)
        whole = cast("list[object]", inner) if inner else whole
    if not isinstance(whole, list):
        yield _read_safely(whole, path)
        return
    if not whole:
        message = f"{path!r} holds an empty list: {_WHAT_TO_GIVE}"
        raise UnreadableError(message)
    found = [
        _read_safely(record, path if len(whole) == 1 else f"{path}[{index}]")
        for index, record in enumerate(whole)
    ]
    if all(isinstance(outcome, Failure) for outcome in found):
        message = f"none of the {len(whole)} records in {path!r} holds an article: {_WHAT_TO_GIVE}"
        raise UnreadableError(message)
    yield from found


def _read_lines(text: str, path: str) -> Iterator[Draft | Failure]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip("\ufeff\x1e \t\r"):
            continue
        name = f"{path}:{number}"
        try:
            record = _load(line)
        except ValueError:
            message = f"line {number} of {path!r} is not JSON: one whole object a line is wanted"
            yield Failure(path=name, error="UnreadableError", message=message)
            continue
        yield _read_safely(record, name)


def _load(text: str) -> Json:
    try:
        return cast("Json", json.loads(text.strip("\ufeff\x1e \t\r\n"), strict=False))
    except RecursionError:
        raise ValueError(_DEEPEST) from None


def _has_lines(text: str) -> bool:
    """Tell JSON lines from one broken object: some line is an object on its own."""
    for line in text.split("\n"):
        if line.lstrip().startswith("{"):
            try:
                _load(line)
            except ValueError:
                continue
            return True
    return False


def _broken(text: str, path: str) -> str:
    try:
        json.loads(text, strict=False)
    except RecursionError:
        return f"{path!r} {_DEEPEST}: {_WHAT_TO_GIVE}"
    except json.JSONDecodeError as error:
        return (
            f"{path!r} is broken JSON at line {error.lineno}, column {error.colno} ({error.msg}): "
            "is it cut short?"
        )
    except ValueError as error:
        return f"{path!r} is broken JSON ({error}): {_WHAT_TO_GIVE}"
    return f"{path!r} is broken JSON: {_WHAT_TO_GIVE}"


def _read_safely(record: object, path: str) -> Draft | Failure:
    try:
        return _read_record(record, path)
    except InputError as error:
        return Failure(path=path, error=type(error).__name__, message=str(error))


def _read_record(record: object, path: str) -> Draft:
    if not isinstance(record, dict):
        message = f"{path!r} is JSON but no object: {_WHAT_TO_GIVE}"
        raise UnreadableError(message)
    record = cast("Record", record)
    summary, lines = _find_text(record)
    if not lines:
        page = record.get("html")
        if isinstance(page, str):
            return _fill_in(read_html(page, path=path, url=_find_address(record)), record)
        message = f"{path!r} is a JSON object without the text of an article: {_WHAT_TO_GIVE}"
        raise UnreadableError(message)
    draft = Draft(
        path=path,
        url=_find_address(record),
        standfirst=summary,
        lines=lines,
        crude=not isinstance(record.get("body"), dict),
    )
    return _fill_in(draft, record)


def _fill_in(draft: Draft, record: Record) -> Draft:
    """Give the draft what the record says and it does not know yet."""
    named = _find_authors(record)
    return replace(
        draft,
        title=draft.title or _first_text(record, _TITLE),
        standfirst=draft.standfirst or _first_text(record, _STANDFIRST),
        authors=draft.authors or tuple(name for name in named if not agency_named(name)),
        agencies=draft.agencies or tuple(name for name in named if agency_named(name)),
        published=draft.published or tuple(_find_dates(record)),
        outlet=draft.outlet or _find_outlet(record),
    )


def _has_text(record: Record) -> bool:
    return bool(_find_text(record)[1])


def _find_text(record: Record) -> tuple[str | None, tuple[str, ...]]:
    """Give (summary, lines); fundus keeps a structure, the others one string."""
    body = record.get("body")
    if isinstance(body, dict):
        return _read_structure(cast("Record", body))
    for name in _TEXT:
        value = record.get(name)
        if isinstance(value, list):
            value = "\n".join(
                entry for entry in cast("list[object]", value) if isinstance(entry, str)
            )
        if isinstance(value, str) and (lines := split_lines(mend(value))):
            return None, lines
    return None, ()


def _read_structure(body: Record) -> tuple[str | None, tuple[str, ...]]:
    """Read fundus' ``{summary: […], sections: [{headline: […], paragraphs: […]}]}``."""
    summary = one_line(" ".join(_strings(body.get("summary")))) or None
    lines: list[str] = []
    sections = body.get("sections")
    for section in cast("list[object]", sections) if isinstance(sections, list) else []:
        if isinstance(section, dict):
            section = cast("Record", section)
            for name in ("headline", "paragraphs"):
                lines.extend(
                    line for text in _strings(section.get(name)) for line in split_lines(text)
                )
    return summary, tuple(lines)


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _strings(cast("Record", value).get("texts") or cast("Record", value).get("text"))
    if isinstance(value, list):
        return [entry for entry in cast("list[object]", value) if isinstance(entry, str)]
    return []


def _first_text(record: Record, names: tuple[str, ...]) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, dict):
            value = cast("Record", value).get("name") or cast("Record", value).get("title")
        if found := one_line_or_none(value):
            return mend(found)
    return None


def _find_address(record: Record) -> str | None:
    found = (canonical(_first_text(record, (name,))) for name in _URL)
    return next((address for address in found if address), None)


def _find_outlet(record: Record) -> str | None:
    found = (_first_text(record, (name,)) for name in _OUTLET)
    return next((name for name in found if name and not canonical(name)), None)


def _find_authors(record: Record) -> tuple[str, ...]:
    for name in _AUTHORS:
        value = record.get(name)
        entries = cast("list[object]", value) if isinstance(value, list) else [value]
        names: list[str] = []
        for entry in entries:
            if isinstance(entry, dict):
                names.extend(_strings(cast("Record", entry).get("name")))
            elif isinstance(entry, str):
                names.extend(entry.split(";"))
        if found := tidy_names(names, sites=(_find_outlet(record),)):
            return found
    return ()


def _find_dates(record: Record) -> Iterator[DateCandidate]:
    for name in _DATES:
        if date := to_edtf(record.get(name)):
            yield DateCandidate(date, f"the record's field {name!r}")
