"""Finding what a person means by an id, or by its beginning."""

from dataclasses import dataclass

from stemma.errors import UsageError
from stemma.stores import Ledger

_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An id, the kind of thing it names (``"claim"``), and the story it is found in.

    ``story`` is None for a report that is in no story: an earlier version, or another language.
    """

    id: str
    kind: str
    story: str | None


def locate(ledger: Ledger, name: str) -> Place:
    """Find ``name``: a whole id, or the beginning of its hexadecimal part, with its kind or not.

    Raises:
        UsageError: Nothing is named so, or several things are; the message says which.
    """
    kind, digits = _part(name)
    found = {
        Place(id=one, kind=one.partition(":")[0], story=owner)
        for one, owner in ledger.stories.owners(digits)
    }
    if kind in {"", "report"}:
        placed = {place.id for place in found}
        found |= {
            Place(id=one, kind="report", story=None)
            for one in ledger.reports.named(digits)
            if one not in placed
        }
    if kind in {"", "story"}:
        moved = ledger.stories.moved(digits)
        found |= {Place(id=one, kind="story", story=one) for one in moved}
    fitting = sorted(
        (place for place in found if kind in {"", place.kind}),
        key=lambda place: (place.id, place.story or ""),
    )
    if not fitting:
        message = f"nothing in this store is named {name!r}: 'stemma stories' lists the stories"
        raise UsageError(message)
    if len({place.id for place in fitting}) > 1:
        shown = ", ".join(sorted({place.id for place in fitting})[:_SHOWN])
        message = f"{name!r} could be any of {shown}: give more of it"
        raise UsageError(message)
    return fitting[0]


def shorten(name: str) -> str:
    """Give what people write for an id: the first digits of its hexadecimal part."""
    return name.rpartition(":")[2][:10]


def _part(name: str) -> tuple[str, str]:
    kind, _, digits = name.strip().lower().rpartition(":")
    if not digits or not set(digits) <= set("0123456789abcdef"):
        message = f"{name!r} is no id: give the letters and digits that a list or a page shows"
        raise UsageError(message)
    return kind.partition(":")[0], digits
