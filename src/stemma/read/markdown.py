"""Markdown, with or without front matter -> Draft."""

import re
from dataclasses import replace

from stemma.read.addresses import canonical
from stemma.read.draft import DateCandidate, Draft
from stemma.read.edtf import to_edtf
from stemma.read.lines import one_line
from stemma.read.plain import read_plain

_FRONT_MATTER = re.compile(
    r"\A\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w .-]*?)\s*[:=]\s*(?P<value>.*)$")
_ENTRY = re.compile(r"^\s*-\s+(?P<value>.+)$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+)$", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]{0,3}(?P<level>#{1,6})[ \t]+(?P<words>.*)$", re.MULTILINE)
_UNDERLINED = re.compile(r"\A\s*(?P<words>[^\n]+)\n=+[ \t]*$", re.MULTILINE)
_MARK = re.compile(r"^[ \t]*(?:>[ \t]?)+|^[ \t]*[*+-][ \t]+", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)|!\[[^\]\n]*\]\[[^\]\n]*\]")
_LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])"
)
_REFERENCE = re.compile(r"^[ \t]{0,3}\[[^\]\n]+\]:[ \t]*\S+.*$", re.MULTILINE)
_AUTOLINK = re.compile(r"<(?P<words>https?://[^<>\s]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_EMPHASIS = re.compile(
    r"(?<![\w*_])(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<words>[^\n]{1,300}?)(?<=\S)(?P=mark)(?![\w*_])"
)
_CODE = re.compile(r"`+(?P<words>[^`\n]+)`+")
_ESCAPE = re.compile(r"\\(?P<mark>[\\`*_{}\[\]()#+.!|>~-])")
_HARD_BREAK = re.compile(r"(?:\\| {2,})$", re.MULTILINE)
_LISTED = re.compile(r"\s*(?:,|;|\band\b)\s*")

_KEYS = {
    "title": ("title", "headline"),
    "standfirst": ("standfirst", "subtitle", "description", "summary", "dek", "deck"),
    "author": ("author", "authors", "byline", "by"),
    "date": ("date", "published", "date_published", "publish_date", "pubdate", "publication_date"),
    "outlet": ("outlet", "publication", "publisher", "site", "sitename", "source", "newspaper"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url", "permalink"),
    "language": ("language", "lang"),
}


def read_markdown(text: str, *, path: str, url: str | None = None) -> Draft:
    """Take Markdown as CommonMark has it; front matter gives title, author, date, source.

    Raises:
        UnreadableError: there is not one letter in it.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    front = _FRONT_MATTER.match(text)
    fields = _read_fields(front["fields"]) if front else {}
    body = text[front.end() :] if front else text
    heading = _first_heading(body)
    draft = read_plain(_strip_marks(body), path=path, url=url)
    source = _first(fields, "outlet")
    address = url or _first(fields, "url") or (source if _is_address(source) else None)
    date = to_edtf(_first(fields, "date") or "")
    return replace(
        draft,
        url=canonical(address) if _is_address(address) else None,
        title=_first(fields, "title") or heading,
        standfirst=_first(fields, "standfirst"),
        authors=tuple(fields.get("author", ())),
        published=(DateCandidate(date, "the file's front matter"),) if date else (),
        outlet=None if _is_address(source) else source,
        language=(_first(fields, "language") or "")[:2].lower() or None,
    )


def _read_fields(front: str) -> dict[str, list[str]]:
    """Read ``key: value`` lines, ``[a, b]`` and ``- a`` lists; anything deeper is passed over."""
    fields: dict[str, list[str]] = {}
    current: list[str] = []
    for line in front.split("\n"):
        if entry := _ENTRY.match(line):
            current.extend(_unquote(entry["value"]))
        elif field := _FIELD.match(line):
            current = _values(field["key"], field["value"])
            fields.setdefault(_name_of(field["key"]), current)
    return fields


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
    value = one_line(value.strip().strip("\"'"))
    return [value] if value else []


def _first(fields: dict[str, list[str]], name: str) -> str | None:
    return next(iter(fields.get(name, ())), None)


def _is_address(value: str | None) -> bool:
    return bool(value) and bool(re.match(r"https?://", value or "", re.IGNORECASE))


def _first_heading(body: str) -> str | None:
    """Give the words of a first-level heading that opens the text."""
    opening = body.lstrip()
    heading = _HEADING.match(opening)
    if heading and heading["level"] == "#":
        return one_line(_strip_marks(heading["words"].rstrip("# \t"))) or None
    underlined = _UNDERLINED.match(opening)
    return (one_line(_strip_marks(underlined["words"])) or None) if underlined else None


def _strip_marks(text: str) -> str:
    """Leave the words: links become their text, headings and entries lines of their own."""
    for pattern in (_COMMENT, _FENCE, _RULE, _REFERENCE, _IMAGE, _HARD_BREAK):
        text = pattern.sub("", text)
    text = _HEADING.sub(lambda match: "\n" + match["words"].rstrip("# \t") + "\n", text)
    text = _MARK.sub("", text)
    for pattern in (_LINK, _AUTOLINK, _CODE):
        text = pattern.sub(lambda match: match["words"], text)
    text = _TAG.sub("", text)
    for _ in range(2):  # emphasis within emphasis
        text = _EMPHASIS.sub(lambda match: match["words"], text)
    return _ESCAPE.sub(lambda match: match["mark"], text)
