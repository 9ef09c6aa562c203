"""Markdown, with or without front matter -> Draft."""

import re
from dataclasses import replace

from stemma.read.draft import Draft
from stemma.read.front_matter import fill_in, read_fields
from stemma.read.lines import one_line
from stemma.read.plain import read_plain

_FRONT_MATTER = re.compile(
    r"\A\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL
)
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


def read_markdown(text: str, *, path: str, url: str | None = None) -> Draft:
    """Take Markdown as CommonMark has it; front matter gives title, author, date, source.

    Raises:
        UnreadableError: there is not one letter in it.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    front = _FRONT_MATTER.match(text)
    fields = read_fields(front["fields"].split("\n")) if front else {}
    body = text[front.end() :] if front and fields else text  # without: prose between two rules
    draft = read_plain(_strip_marks(body), path=path, url=url)
    draft = replace(draft, title=_first_heading(body) or draft.title)
    if fields:
        draft = fill_in(draft, fields, basis="the file's front matter")
    return draft


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
