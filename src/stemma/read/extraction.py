"""trafilatura and htmldate, wrapped: the only file that knows them."""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, cast

from stemma.read.lines import one_line, split_lines
from stemma.read.markup import Element, walk
from stemma.read.pruning import prune

_EMPTY_LINE = re.compile(r"\n[ \t]*\n")  # stays in preformatted text alone
_BLOCKS = frozenset({"p", "head", "quote", "item", "row", "cell", "code", "ab", "lb"})

for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def extract_lines(tree: Element, *, url: str | None, generous: bool = False) -> tuple[str, ...]:
    """Give the paragraphs, subheads and list entries of the main text, in order.

    ``generous`` takes tables and what is less surely text: for pages where too little was found.
    """
    import trafilatura  # noqa: PLC0415 -- takes 0.1 s, which a run without web pages saves

    tree = deepcopy(tree)
    prune(tree)
    try:
        found = trafilatura.bare_extraction(
            cast("Any", tree),
            url=url,
            favor_precision=not generous,
            favor_recall=generous,
            include_tables=generous,
            include_comments=False,
        )
    except Exception:  # noqa: BLE001 (whatever a page makes trafilatura stumble over, it is no article)
        return ()
    body = getattr(found, "body", None)
    return () if body is None else tuple(_lines_of(cast("Element", body)))


def _lines_of(body: Element) -> Iterator[str]:
    """Walk the tree that trafilatura makes (TEI-like): one line a block."""
    words: list[str] = []

    def finish() -> Iterator[str]:
        for paragraph in _EMPTY_LINE.split("".join(words)):
            yield from split_lines(one_line(paragraph))
        words.clear()

    for event, element in walk(body):
        block = element.tag in _BLOCKS
        if block:
            yield from finish()
        if event == "start":
            words.append(element.text or "")
        elif element is not body:
            words.append(element.tail or "")
    yield from finish()


def find_authors(tree: Element) -> tuple[str, ...]:
    """Give the names that the page's markup shows as authors."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 -- as above

    try:
        found = extract_metadata(cast("Any", deepcopy(tree)))
    except Exception:  # noqa: BLE001 (whatever a page makes trafilatura stumble over names nobody)
        return ()
    return tuple((found.author or "").split(";"))


def find_date(tree: Element, *, url: str | None) -> str | None:
    """Give the day of publication that the page's markup or address shows."""
    import htmldate  # noqa: PLC0415 -- as above

    try:
        return htmldate.find_date(
            cast("Any", tree), extensive_search=False, original_date=True, url=url
        )
    except Exception:  # noqa: BLE001 (whatever a page makes htmldate stumble over, it shows no date)
        return None
