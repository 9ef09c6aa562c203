"""What stands above a text in files that people keep: ``key: value`` lines."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stemma.press.addresses import canonical
from stemma.press.agencies import agency_named
from stemma.read.bylines import tidy_names
from stemma.read.draft import DateCandidate, Draft
from stemma.read.edtf import to_edtf
from stemma.read.lines import one_line

Fields = dict[str, list[str]]

_FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w .-]{0,30}?)\s*[:=]\s*(?P<value>.*)$")
_ENTRY = re.compile(r"^\s*-\s+(?P<value>.+)$")
_LISTED = re.compile(r"\s*(?:,|;|\band\b)\s*")
_WEB = re.compile(r"https?://\S+$", re.IGNORECASE)
_QUOTED = re.compile(r"'(?P<single>(?:[^']|'')*)'|\"(?P<double>(?:[^\"\\]|\\.)*)\"", re.DOTALL)
_ESCAPED = re.compile(r"\\([\"\\])")
_FEWEST_FIELDS = 2

_KEYS = {
    "title": ("title", "headline"),
    "standfirst": ("standfirst", "subtitle", "description", "summary", "dek", "deck"),
    "author": ("author", "authors", "byline", "by"),
    "date": ("date", "published", "date_published", "publish_date", "pubdate", "publication_date"),
    "outlet": ("outlet", "publication", "publisher", "site", "sitename", "source", "newspaper"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url", "permalink"),
    "language": ("language", "lang"),
}


def read_fields(lines: Sequence[str]) -> Fields:
    """Read ``key: value`` lines, ``[a, b]`` and ``- a`` lists; anything deeper is passed over."""
    fields: Fields = {}
    current: list[str] = []
    for line in lines:
        if entry := _ENTRY.match(line):
            current.extend(_unquote(entry["value"]))
        elif field := _FIELD.match(line):
            current = _values(field["key"], field["value"])
            fields.setdefault(_name_of(field["key"]), current)
    return fields


def header_of(lines: Sequence[str]) -> int:
    """Give how many of the first lines are a header: two or more with keys that are known.

    A line that holds nothing but a web address counts as one.
    """
    known = 0
    for line in lines:
        field = _FIELD.match(line)
        if not _WEB.match(line) and not (
            field and field["value"] and _name_of(field["key"]) in _KEYS
        ):
            break
        known += 1
    return known if known >= _FEWEST_FIELDS or (known and _WEB.match(lines[0])) else 0


def read_header(lines: Sequence[str]) -> Fields:
    """Read the lines of a header; a bare address is the report's."""
    return read_fields([f"url: {line}" if _WEB.match(line) else line for line in lines])


def fill_in(draft: Draft, fields: Fields, *, basis: str) -> Draft:
    """Give the draft what the fields say and it does not know yet."""
    source = _first(fields, "outlet")
    date = to_edtf(_first(fields, "date") or "")
    outlet = None if canonical(source) else source
    named = tidy_names(fields.get("author", ()), sites=(outlet,))
    return replace(
        draft,
        url=draft.url or canonical(_first(fields, "url")) or canonical(source),
        title=_first(fields, "title") or draft.title,
        standfirst=_first(fields, "standfirst") or draft.standfirst,
        authors=tuple(name for name in named if not agency_named(name)) or draft.authors,
        agencies=tuple(name for name in named if agency_named(name)) or draft.agencies,
        published=(DateCandidate(date, basis),) if date else draft.published,
        outlet=outlet or draft.outlet,
    )


def _name_of(key: str) -> str:
    key = key.strip().lower().replace("-", "_").replace(" ", "_")
    return next((name for name, keys in _KEYS.items() if key in keys), key)


def _values(key: str, value: str) -> list[str]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [word for part in value[1:-1].split(",") for word in _unquote(part)]
    words = _unquote(value)
    if _name_of(key) == "author" and words:
        return [name for name in _LISTED.split(words[0]) if name]
    return words


def _unquote(value: str) -> list[str]:
    """Take off the marks around a value, but none that are a headline's own."""
    if quoted := _QUOTED.fullmatch(value.strip()):
        single, double = quoted["single"], quoted["double"]
        value = single.replace("''", "'") if double is None else _ESCAPED.sub(r"\1", double)
    value = one_line(value)
    return [value] if value else []


def _first(fields: Fields, name: str) -> str | None:
    return next(iter(fields.get(name, ())), None)
