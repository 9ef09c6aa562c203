"""A statement: one report saying that something is so, on somebody's authority."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.span import Span

Voice = Literal["direct", "indirect", "mixed", "own"]
Act = Literal["assertion", "response", "question", "directive", "attitude"]
SourceKind = Literal["person", "organisation", "unnamed", "document", "outlet", "crowd"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """What keeps a statement from being a plain assertion of fact."""

    hedged: bool = False
    negated: bool = False
    conditional: bool = False
    future: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who said it.

    ``name`` is the fullest name or description that the report gives for the speaker;
    ``spans`` are the words at the statement and, for "he" or "the analyst", also those that
    name the speaker. ``entity`` is the id of the story's entity, None until entities are known.
    ``count`` is how many people an unnamed source is ("two other sources": 2).
    """

    name: str
    kind: SourceKind
    spans: tuple[Span, ...]
    entity: str | None = None
    description: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One report saying that something is so.

    ``content`` are the words that are said, in text order ("We will," he said, "vote" has two
    spans); ``text`` is those words joined by a blank, where there are several spans by " … ".
    ``source`` is None where the report speaks in its own voice. ``via`` are the further layers,
    from the speaker outwards: "according to a source cited by the AP" has the source and, in
    ``via``, the AP. ``cue`` is the reporting verb or phrase.
    """

    id: str
    report: str
    content: tuple[Span, ...]
    text: str
    voice: Voice
    act: Act
    factuality: Factuality
    source: Source | None
    via: tuple[Source, ...]
    cue: Span | None
