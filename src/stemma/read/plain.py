"""Plain text -> Draft."""

from itertools import pairwise

from stemma.errors import UnreadableError
from stemma.read.draft import Draft
from stemma.read.front_matter import fill_in, header_of, read_header
from stemma.read.lines import normalise, split_lines

_WIDEST_WRAP = 100
_NARROWEST_WRAP = 40
_SHARE_OF_FULL_LINES = 0.4


def read_plain(text: str, *, path: str, url: str | None = None) -> Draft:
    """Take text as it stands, one paragraph a line; lines broken at a fixed width are joined.

    A header ("Title: …", "Source: …", "URL: …", or the bare address) above the text is read.

    Raises:
        UnreadableError: there is not one letter in it.
    """
    lines = split_lines("\n".join(_unwrap(normalise(text).strip("\n").split("\n"))))
    if not any(character.isalpha() for line in lines for character in line):
        message = f"{path!r} holds no words: give a file with the text of a report"
        raise UnreadableError(message)
    size = header_of(lines)
    if size == len(lines):
        size = 0
    header = lines[:size]
    draft = Draft(
        path=path,
        url=url,
        lines=lines[size:],
        crude=True,
        cut=tuple((line, "a header line that tells where the text is from", 0) for line in header),
    )
    return fill_in(draft, read_header(header), basis="the header of the file")


def _unwrap(lines: list[str]) -> tuple[str, ...]:
    """Join lines that were broken only because the next word did not fit.

    The width is that of the lines that go on in the next. The lines of a header, which stay as
    they are, may be longer, and so may a headline or an address that stands alone, but not as
    many lines as were broken.
    """
    size = header_of(lines)
    header, body = lines[:size], lines[size:]
    width = max((len(line) for line, after in pairwise(body) if after), default=0)
    broken = [_is_full(line, after, width=width) for line, after in pairwise(body)]
    inner = sum(bool(line and after) for line, after in pairwise(body))
    wider = sum(len(line) > width for line in body)
    wrapped = _NARROWEST_WRAP <= width <= _WIDEST_WRAP and sum(broken) > max(
        wider, _SHARE_OF_FULL_LINES * inner
    )
    if not wrapped:
        return tuple(line for line in lines if line)
    paragraphs: list[str] = []
    joined = False
    for line, continues in zip(body, [*broken, False], strict=True):
        if joined:
            paragraphs[-1] += " " + line
        elif line:
            paragraphs.append(line)
        joined = continues
    return (*header, *paragraphs)


def _is_full(line: str, after: str, *, width: int) -> bool:
    """Tell whether the first word of the line after would not have fitted on this line."""
    if not line or not after:
        return False
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width
