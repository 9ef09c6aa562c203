"""Text that came from outside, made safe and even: NFC, no invisible characters, one blank."""

import re
import unicodedata
from collections.abc import Iterator

_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_TABS = re.compile("[\t\x1f]")
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # fillers
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # zero width, direction
    "\ufe00-\ufe0f\ufff9-\ufffb"  # variation selectors, annotation marks
    "\ud800-\udfff\ue000-\uf8ff"  # lone surrogates, private use (icon fonts)
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # tags
    "\U000f0000-\U0010ffff"
    "]"
)
_JOINERS = re.compile("(?<![^\x00-\u02ff])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u02ff])")
_LONGEST_LINE = 10_000
_BLANKS = re.compile(r"[^\S\n]+")


def normalise(text: str) -> str:
    """Make text even, with a line feed alone between lines; empty lines stay.

    Joiners are kept between letters of scripts that need them, dropped beside Latin ones.
    """
    text = _LINE_BREAKS.sub("\n", text)
    text = _TABS.sub(" ", text)
    text = _JOINERS.sub("", _INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.strip() for line in _BLANKS.sub(" ", text).split("\n"))


def split_lines(text: str) -> tuple[str, ...]:
    """Give the lines that hold something, normalised; none is longer than 10,000 characters.

    A longer one is what is left where a scraper lost the line breaks: it is divided after a
    sentence, so that no later step meets a line without end.
    """
    return tuple(piece for line in normalise(text).split("\n") if line for piece in _divide(line))


def _divide(line: str) -> Iterator[str]:
    start = 0
    while len(line) - start > _LONGEST_LINE:
        latest = start + _LONGEST_LINE
        end = max(line.rfind(mark, start, latest) for mark in (". ", "! ", "? ", ".” ", '." '))
        end = line.find(" ", end) if end > start else line.rfind(" ", start, latest)
        end = end if end > start else latest
        yield line[start:end].strip()
        start = end
    yield line[start:].strip()


def one_line(text: str) -> str:
    """Give the text normalised on a single line: for titles and names."""
    return " ".join(split_lines(text))


def one_line_or_none(value: object) -> str | None:
    """Give text on a single line, None for anything that is not text or is empty."""
    return (one_line(value) or None) if isinstance(value, str) else None
