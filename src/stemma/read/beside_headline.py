"""What a page shows beside its headline: the lines above and below it, and the byline there."""

import re
from collections.abc import Iterator, Sequence

from stemma.read.bylines import split_names
from stemma.read.headline import same_words
from stemma.read.markup import Block, Element, blocks_of
from stemma.read.residue import is_paragraph
from stemma.read.shape import is_sentence

_ABOVE = 4  # blocks above the headline: the section's name with the date beside it
_BELOW = 25  # blocks between the headline and the body
_LONGEST = 25  # words of a line that names authors and dates the page
_NAMES = re.compile(
    r"(?:^|[\s|•·])by:?\s+(?P<names>[^\W\d_][^|•·\d]*?)"
    r"(?=\s+on\s|\s*[|•·]|\s*\+?\d|\s+(?:updated|published|posted)\b|$)",
    re.IGNORECASE,
)


def lines_beside_headline(tree: Element, title: str | None) -> tuple[Block, ...]:
    """Give the lines below the headline down to the body, then a few above it.

    Lines behind one paragraph, which may be the standfirst, are among them; sentences and long
    lines are not. None where no heading bears the title.
    """
    blocks = blocks_of(tree)
    at = _headline(blocks, title)
    if at is None:
        return ()
    near = [*_until_body(blocks[at + 1 : at + 1 + _BELOW]), *blocks[max(0, at - _ABOVE) : at]]
    return tuple(
        block
        for block in near
        if not is_sentence(block.text) and len(block.text.split()) <= _LONGEST
    )


def byline_beside_headline(tree: Element, title: str | None) -> tuple[str, ...]:
    """Give the names behind a "by" beside the headline, on its line or the next.

    Lines that begin so come first: elsewhere it may be the photographer's.
    """
    lines = [block.text for block in lines_beside_headline(tree, title)]
    whole_lines = [
        f"{line} {lines[index + 1]}" if _is_bare_by(line, lines[index + 1 :]) else line
        for index, line in enumerate(lines)
    ]
    for whole in sorted(whole_lines, key=lambda line: line[:2].casefold() != "by"):
        match = _NAMES.search(whole)
        if match and (names := split_names(match["names"])):
            return names
    return ()


def _is_bare_by(line: str, below: Sequence[str]) -> bool:
    return line.rstrip(":").casefold() == "by" and bool(below)


def _headline(blocks: Sequence[Block], title: str | None) -> int | None:
    headings = [at for at, block in enumerate(blocks) if block.heading]
    alike = [at for at in headings if title and same_words(title, blocks[at].text)]
    return next(iter(alike or (headings if len(headings) == 1 else ())), None)


def _until_body(blocks: Sequence[Block]) -> Iterator[Block]:
    paragraphs = 0
    for block in blocks:
        paragraphs += is_paragraph(block.text)
        if paragraphs > 1:
            return
        yield block
