"""HTML as a tree, and words out of markup. Nothing in a page is ever run or fetched.

The only file that knows lxml: the rest sees ``Element``.
"""

import html
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol, cast

import lxml.etree
import lxml.html

_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DEEPEST = 200
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "select"})
_BLOCKS = frozenset(
    """
    address article aside blockquote body br button dd div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr label li main nav ol option p pre section table td th tr ul
    """.split()  # noqa: SIM905 (read more easily than forty strings)
)
_LXML = cast("Any", lxml.etree)  # pyright: ignore[reportUnknownMemberType] (ships no types)
_LXML_HTML = cast("Any", lxml.html)


class Element(Protocol):
    """What is used of lxml's elements (https://lxml.de/api/lxml.etree._Element-class.html)."""

    tag: object
    text: str | None
    tail: str | None

    def get(self, key: str) -> str | None:
        """Give an attribute."""
        ...

    def iter(self, *tags: str) -> Iterator["Element"]:
        """Walk this element and those beneath it, in the order of the page."""
        ...

    def itertext(self) -> Iterator[str]:
        """Give every piece of text, in the order of the page."""
        ...

    def remove(self, element: "Element") -> None:
        """Take a child out, and its tail with it."""
        ...

    def drop_tree(self) -> None:
        """Take this element out of its tree, with all beneath it; its tail stays."""
        ...

    def __iter__(self) -> Iterator["Element"]: ...


class Block(NamedTuple):
    """A line of a page as a reader sees it, in the order of the page.

    ``heading`` says that it stands in a first-level heading; ``times`` are what its ``time``
    elements give to machines.
    """

    text: str
    heading: bool
    times: tuple[str, ...]


def parse_html(text: str) -> Element | None:
    """Give the tree of a page; None where there is no element at all.

    Elements nested deeper than 200 levels lose their tags and keep their words, so that no later
    step can run out of stack.
    """
    parser = _LXML_HTML.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    content = _DECLARATION.sub("", text).encode("utf-8", "replace")
    try:
        tree = cast("Element", _LXML_HTML.document_fromstring(content, parser=parser))
    except (_LXML.LxmlError, ValueError, AssertionError):
        return None
    _flatten(tree)
    return tree


def walk(tree: Element) -> Iterator[tuple[str, Element]]:
    """Give ("start", element) and ("end", element), without recursion."""
    yield from cast("Iterator[tuple[str, Element]]", _LXML.iterwalk(tree, events=("start", "end")))


def words_of(element: Element) -> str:
    """Give the text of an element and all beneath it on one line, blanks folded."""
    return " ".join(" ".join(element.itertext()).split())


def visible_words(tree: Element) -> str:
    """Give all text of a page that a reader could see, on one line."""
    hidden = 0
    pieces: list[str] = []
    for event, element in walk(tree):
        unseen = element.tag in _UNSEEN
        if event == "start":
            hidden += unseen
            pieces.append("" if hidden else element.text or "")
        else:
            hidden -= unseen
            pieces.append("" if hidden else element.tail or "")
    return " ".join(" ".join(pieces).split())


def blocks_of(tree: Element) -> tuple[Block, ...]:
    """Give what a reader could see, a block a line; blocks without words are left out."""
    blocks: list[Block] = []
    pieces: list[str] = []
    times: list[str] = []
    depth = {"hidden": 0, "heading": 0}

    def finish() -> None:
        if words := " ".join(" ".join(pieces).split()):
            blocks.append(Block(words, heading=depth["heading"] > 0, times=tuple(times)))
            times.clear()
        pieces.clear()

    for event, element in walk(tree):
        step = 1 if event == "start" else -1
        if element.tag in _BLOCKS:
            finish()
        depth["hidden"] += step * (element.tag in _UNSEEN)
        depth["heading"] += step * (element.tag == "h1")
        if depth["hidden"]:
            continue
        if event == "start" and element.tag == "time":
            times.append(element.get("datetime") or "")
        pieces.append((element.text if event == "start" else element.tail) or "")
    finish()
    return tuple(blocks)


def plain_words(fragment: str) -> str:
    """Give the words of a piece of text that may hold tags and entities."""
    if "<" not in fragment and "&" not in fragment:
        return fragment
    return _ANY_TAG.sub("", _BREAK.sub("\n", html.unescape(fragment)))


def _flatten(tree: Element) -> None:
    """Put the words of what is too deep into the last level that is kept."""
    depth = 0
    too_deep: list[Element] = []
    for event, element in walk(tree):
        depth += 1 if event == "start" else -1
        if event == "start" and depth == _DEEPEST:
            too_deep.append(element)
    for element in too_deep:
        words = " ".join(element.itertext())
        for child in list(element):
            element.remove(child)
        element.text = words
