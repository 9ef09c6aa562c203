"""Filling an empty store with what another one exported."""

from collections.abc import Iterable

from stemma.archive import grouping
from stemma.archive.keys import understood_key
from stemma.archive.understanding import find_features
from stemma.model import Extracted, Run
from stemma.stores import Ledger
from stemma.stores.reports import Held

_AT_ONCE = 200


def load(ledger: Ledger, lines: Iterable[str], *, run: Run) -> int:
    """Fill an empty store from lines that were exported; give how many rows.

    What grouping looks reports up in is worked out anew, from what ``run`` understood of them, or
    else from what another run did.

    Raises:
        StoreError: The store is not empty, or a line is none of ours.
    """
    rows = ledger.load(lines)
    last = 0
    while several := ledger.reports.all(after=last, most=_AT_ONCE):
        homes = ledger.index.stories_of([held.report.id for held in several])
        for held in several:
            if held.report.id in homes:
                _index(ledger, held, run)
        last = several[-1].seq
    return rows


def _index(ledger: Ledger, held: Held, run: Run) -> None:
    key = understood_key(held.report)
    for one in (run, *ledger.work.made_by("understood", key)):
        extracted = ledger.work.find(Extracted, "understood", one, key)
        features = find_features(extracted) if extracted is not None else None
        if features is not None:
            grouping.index(ledger, features, seen=held.seen)
            return
