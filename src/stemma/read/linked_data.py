"""What a page says of its article in JSON-LD (schema.org NewsArticle and its kin)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from stemma.read.edtf import to_edtf
from stemma.read.lines import one_line, one_line_or_none, split_lines
from stemma.read.markup import Element, plain_words

Node = dict[str, object]

_ARTICLE = re.compile(r"(?:Article|Report|BlogPosting|^(?:https?://schema\.org/)?CreativeWork)$")
_SURE = re.compile(r"News|Article|Report")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_DEEPEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedArticle:
    """The article of a page as its JSON-LD gives it; what is not given is None or empty.

    ``free`` is False where the page says that one has to pay for the text.
    """

    headline: str | None = None
    description: str | None = None
    published: str | None = None
    changed: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    body: tuple[str, ...] = ()
    free: bool | None = None


def read_linked_data(tree: Element) -> LinkedArticle | None:
    """Give the article that the page's JSON-LD is about; None where there is none."""
    scripts = [
        script for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower()
    ]
    nodes = [node for script in scripts for node in _nodes_of(script.text or "")]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 2}  # noqa: PLR2004 (a bare reference has one or two keys)
    articles = [node for node in nodes if _is_article(node)]
    if not articles:
        return None
    node = max(articles, key=_fullness)
    return LinkedArticle(
        headline=_words(node.get("headline")) or _words(node.get("name")),
        description=_words(node.get("description")),
        published=to_edtf(_first(node.get("datePublished")))
        or to_edtf(_first(node.get("dateCreated"))),
        changed=to_edtf(_first(node.get("dateModified"))),
        authors=tuple(dict.fromkeys(_names(node.get("author"), by_id))),
        publisher=next(_names(node.get("publisher"), by_id), None),
        url=_address(node),
        body=split_lines(plain_words(body))
        if isinstance(body := node.get("articleBody"), str)
        else (),
        free=_truth(node.get("isAccessibleForFree")),
    )


def _nodes_of(script: str) -> Iterator[Node]:
    try:
        loaded: object = json.loads(_COMMENT.sub("", script).strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    waiting: list[tuple[object, int]] = [(loaded, 0)]
    while waiting:
        value, depth = waiting.pop(0)
        if depth > _DEEPEST:
            continue
        if isinstance(value, dict):
            node = cast("Node", value)
            yield node
            waiting.extend((inner, depth + 1) for inner in node.values())
        elif isinstance(value, list):
            waiting.extend((inner, depth + 1) for inner in cast("list[object]", value))


def _types(node: Node) -> list[str]:
    value = node.get("@type")
    types = cast("list[object]", value) if isinstance(value, list) else [value]
    return [name for name in types if isinstance(name, str)]


def _is_article(node: Node) -> bool:
    types = _types(node)
    named = "headline" in node or "articleBody" in node
    return named and any(_ARTICLE.search(name) for name in types)


def _fullness(node: Node) -> tuple[bool, int]:
    sure = any(_SURE.search(name) for name in _types(node))
    return sure, sum(
        name in node for name in ("headline", "datePublished", "author", "publisher", "articleBody")
    )


def _first(value: object) -> object:
    values = cast("list[object]", value) if isinstance(value, list) else [value]
    return next(iter(values), None)


def _words(value: object) -> str | None:
    value = _first(value)
    return one_line(plain_words(value)) or None if isinstance(value, str) else None


def _names(value: object, by_id: dict[str, Node]) -> Iterator[str]:
    for entry in cast("list[object]", value) if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            node = cast("Node", entry)
            node = by_id.get(str(node.get("@id")), node) if "name" not in node else node
            names = node.get("name")
            for name in cast("list[object]", names) if isinstance(names, list) else [names]:
                if found := one_line_or_none(name):
                    yield found
        elif (found := one_line_or_none(entry)) and not found.startswith(("http:", "https:")):
            yield found


def _address(node: Node) -> str | None:
    page = _first(node.get("mainEntityOfPage"))
    inner = (
        cast("Node", page).get("@id") or cast("Node", page).get("url")
        if isinstance(page, dict)
        else page
    )
    return one_line_or_none(_first(node.get("url"))) or one_line_or_none(inner)


def _truth(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(str(value).strip().lower())
