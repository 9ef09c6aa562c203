"""Understanding reports that are held, where the present method has not done so."""

from collections.abc import Sequence
from functools import partial

from stemma import pipeline
from stemma.archive.keys import understood_key
from stemma.archive.workshop import Workshop
from stemma.crew import Crew
from stemma.model import Extracted, Failure, Report
from stemma.stores import Store


def understand_missing(
    store: Store, reports: Sequence[Report], workshop: Workshop, crew: Crew
) -> None:
    """Understand those of the reports that the present method and language parts have not.

    Their stories are then to be told anew.
    """
    keys = {understood_key(report): report for report in reports}
    with store.read() as ledger:
        done = ledger.work.done("understood", workshop.understanding, keys)
    new = {key: report for key, report in keys.items() if key not in done}
    if not new:
        return
    work = partial(pipeline.understand, workshop.load_parts)
    made = dict(zip(new, crew.each("Understanding", work, list(new.values())), strict=True))
    now = workshop.clock()
    with store.write() as ledger:
        kept = {key: one for key, one in made.items() if isinstance(one, Extracted)}
        ledger.work.keep("understood", workshop.understanding, kept)
        for key, one in made.items():
            if isinstance(one, Failure):
                ledger.raws.fail(one, raw=None, seen=now)
            elif story := ledger.stories.of_report(new[key].id):
                ledger.stories.touch([story], at=now)
