"""A revision: what changed from one version of an article to the next."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.span import Span

ChangeKind = Literal[
    "figure",
    "quote",
    "attribution",
    "name",
    "date",
    "headline",
    "removed",
    "reworded",
    "added",
]
"""What a change touches; ``added`` and ``removed`` are whole sentences, ``reworded`` is one that
says what none of the others name."""

NoticeKind = Literal["retraction", "correction", "clarification", "note", "update"]
"""What a report says of its own past; a ``note`` is an editor's, an ``update`` says only that
something was added."""


Kinship = Literal["copy", "revision", "new_article"]
"""A ``copy`` has the same words, a ``revision`` others; a ``new_article`` is another text at the
address of the earlier one, which it does not supersede."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """How two reports are versions of one article: ``earlier`` and ``later`` are their ids.

    ``why`` says in plain English what shows it, and what tells their order.
    """

    kind: Kinship
    earlier: str
    later: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A report's own words about what was wrong or was changed in it.

    ``span`` is the whole notice; ``wrong`` are the words in it that tell what was printed before,
    and ``right`` those that tell what is so, None where it does not say.
    """

    kind: NoticeKind
    span: Span
    wrong: Span | None = None
    right: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, with its words in both versions.

    Where words were put in, ``earlier`` is an empty span at the place where they would stand; so
    is ``later`` where words were taken out. ``message`` quotes both in plain English. ``weight``
    (0 to 1) tells how much the change matters to a reader: a figure much, a spelling hardly.
    ``notice`` is the place of the notice that owns up to it, None where the report does not.
    """

    kind: ChangeKind
    earlier: Span
    later: Span
    message: str
    weight: float
    notice: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Two versions of one article: ``earlier`` and ``later`` are ids of reports.

    ``why`` says in plain English what makes them one article, and what tells their order.
    ``changes`` are in order of the later text, ``notices`` those of the later version that the
    earlier has not.
    """

    id: str
    earlier: str
    later: str
    why: str
    changes: tuple[Change, ...]
    notices: tuple[Notice, ...]
