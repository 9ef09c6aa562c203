"""A query: what people typed, understood."""

from dataclasses import dataclass
from typing import Literal

Filter = Literal["kind", "outlet", "speaker", "name", "date", "story", "report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that stand side by side; ``exact`` where no other form of them will do."""

    forms: tuple[str, ...]
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A property: its words stand side by side in it; ``begins`` where a beginning will do."""

    of: Filter
    words: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class All:
    """Every part has to fit."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Either:
    """One part has to fit."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """The part must not fit."""

    part: "Node"


Node = Words | Label | All | Either | Not


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """``text`` is what was typed, ``tree`` what it means."""

    text: str
    tree: Node
