"""Doing anew what a changed method, or other language parts, would do otherwise."""

from collections.abc import Iterator

from stemma.archive.adding import add
from stemma.archive.keys import read_key, understood_key
from stemma.archive.understanding import understand_missing
from stemma.archive.workshop import Workshop
from stemma.crew import gather
from stemma.model import Failure
from stemma.read import Raw
from stemma.stores import Store

_AT_ONCE = 64


def redo(store: Store, *, workshop: Workshop) -> int:
    """Bring everything that is kept up to the present methods; give how many reports were redone.

    Bytes are read anew if reading changed, reports understood anew if understanding did, and
    stories marked as to be told anew. What is as it would be now is left alone. Work of earlier
    methods is dropped, and so is work on what is no longer held.
    """
    before = _understood(store, workshop)
    add(store, _unread(store, workshop), workshop=workshop)
    with store.read() as ledger:
        held = [one.report for one in ledger.reports.all()]
    with gather(len(held), workers=workshop.workers, progress=workshop.progress) as crew:
        for at in range(0, len(held), _AT_ONCE):
            understand_missing(store, held[at : at + _AT_ONCE], workshop, crew)
    _clear_away(store, workshop)
    return len(_understood(store, workshop) - before)


def _clear_away(store: Store, workshop: Workshop) -> None:
    with store.read() as ledger:
        held = {understood_key(one.report) for one in ledger.reports.all()}
        useless = ledger.work.inputs("understood") - held
    with store.write() as ledger:
        ledger.work.forget("understood", useless)
        ledger.work.forget_others("understood", workshop.understanding)
        ledger.work.forget_others("read", workshop.reading)
        ledger.stories.outdate(workshop.telling)


def _understood(store: Store, workshop: Workshop) -> frozenset[str]:
    """Give the keys of held reports that the present methods have understood.

    What was understood of a copy is no report's, and is cleared away.
    """
    with store.read() as ledger:
        held = [understood_key(one.report) for one in ledger.reports.all()]
        return ledger.work.done("understood", workshop.understanding, held)


def _unread(store: Store, workshop: Workshop) -> Iterator[Raw | Failure]:
    """Give inputs that the present way of reading has not read."""
    with store.read() as ledger:
        arrivals = tuple(ledger.raws.arrivals())
    for arrival in arrivals:
        with store.read() as ledger:
            content = ledger.raws.content(arrival.raw) or b""
            raw = Raw(
                path=arrival.path,
                content=content,
                url=arrival.url,
                content_type=arrival.content_type,
            )
            done = ledger.work.done("read", workshop.reading, [read_key(raw)])
        if not done:
            yield raw
