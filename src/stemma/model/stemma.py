"""The family tree of the copies of a story, with lost originals inferred."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.span import Span

NodeKind = Literal["report", "agency", "lost"]
EdgeKind = Literal["credit", "citation", "borrowing"]
Strength = Literal["certain", "likely", "possible"]

LOST_COPY = "a lost copy"
"""What a text is called that is inferred from its copies, and of which nothing else is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A report (``id`` is the report's), an agency, or a copy or outlet that is not held.

    ``is_release`` says that the report is the text by which an institution of the story tells of
    itself, ``has_own_voices`` that it quotes several people whom no other report quotes, and is not
    mostly a copy, nor was decided to be one.
    """

    id: str
    kind: NodeKind
    name: str
    is_release: bool = False
    has_own_voices: bool = False

    @property
    def is_lost_copy(self) -> bool:
        """Whether it is inferred: an outlet whose report is not held has a name."""
        return self.kind == "lost" and self.name == LOST_COPY


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A reason in plain English, and the words that it rests on."""

    reason: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """``target`` took from ``source``: node ids. ``weight`` is 0 to 1, a probability."""

    source: str
    target: str
    kind: EdgeKind
    strength: Strength
    weight: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemma:
    """The graph of one story.

    ``families`` are sets of report ids tied by certain and likely edges (credits and
    borrowings), every report in exactly one; possible edges only widen the range of origins.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    families: tuple[tuple[str, ...], ...]
