"""XML that a stranger wrote -> its elements, with nothing fetched and nothing expanded."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, cast

import lxml.etree

from stemma.errors import UnreadableError

_LXML = cast("Any", lxml.etree)  # pyright: ignore[reportUnknownMemberType] (ships no types)


class Element(Protocol):
    """What is used of lxml's elements."""

    attrib: Mapping[str, str]

    def iter(self, *tags: str) -> Iterator["Element"]:
        """Walk this element and those beneath it, in order."""
        ...

    def itertext(self) -> Iterator[str]:
        """Give every piece of text, in order."""
        ...


def read_tree(content: bytes, *, url: str) -> Element:
    """Give the root element, mending what is broken.

    Raises:
        UnreadableError: Nothing can be read.
    """
    parser = _LXML.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = cast("Element | None", _LXML.fromstring(content, parser))
    except (_LXML.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        message = f"{url!r} holds broken XML: check the address in a browser"
        raise UnreadableError(message)
    return root


def named(root: Element, name: str) -> Iterator[Element]:
    """Give the elements of a local name, whatever their namespace, in order."""
    return root.iter(f"{{*}}{name}")


def words(element: Element, name: str) -> str | None:
    """Give the text of the first element of a name beneath this one, None where it is empty."""
    found = next(named(element, name), None)
    return None if found is None else "".join(found.itertext()).strip() or None
