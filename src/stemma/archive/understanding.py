"""Understanding reports, where the present method and language parts have not done so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from stemma import group, pipeline
from stemma.archive.keys import understood_key
from stemma.archive.workshop import Workshop
from stemma.crew import Crew
from stemma.model import Extracted, Failure, Report
from stemma.pipeline import PartsLoader
from stemma.stores import Ledger, Store
from stemma.stores.codec import pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A report that was understood: the work as it is kept, and what grouping looks at.

    ``features`` are None where the report has no sentences: it is in another language.
    """

    work: bytes
    features: group.Features | None


def understand(
    store: Store, reports: Iterable[Report], workshop: Workshop, crew: Crew
) -> dict[str, Understood | Failure]:
    """Understand those of the reports that have not been, by the key of each; nothing is kept."""
    keys = {understood_key(report): report for report in reports}
    with store.read() as ledger:
        done = ledger.work.done("understood", workshop.understanding, keys)
    new = {key: report for key, report in keys.items() if key not in done}
    work = partial(_understand, workshop.load_parts)
    return dict(zip(new, crew.each("Understanding", work, list(new.values())), strict=True))


def keep(
    ledger: Ledger, understood: Mapping[str, Understood | Failure], workshop: Workshop
) -> None:
    """Keep what was understood."""
    made = {key: one.work for key, one in understood.items() if isinstance(one, Understood)}
    ledger.work.keep_packed("understood", workshop.understanding, made)


def understand_missing(
    store: Store, reports: Sequence[Report], workshop: Workshop, crew: Crew
) -> None:
    """Understand those of the reports that have not been, and keep that.

    Their stories are then to be told anew.
    """
    understood = understand(store, reports, workshop, crew)
    if not understood:
        return
    now = workshop.clock()
    with store.write() as ledger:
        keep(ledger, understood, workshop)
        for report in reports:
            one = understood.get(understood_key(report))
            if isinstance(one, Failure):
                ledger.raws.fail(one, raw=None, seen=now)
            elif one is not None and (story := ledger.stories.of_report(report.id)):
                ledger.stories.touch([story], at=now)


def find_features(extracted: Extracted) -> group.Features | None:
    """Give what grouping looks at; None where there are no sentences."""
    annotated = extracted.annotated
    return group.find_features(annotated) if annotated.sentences else None


def _understand(load_parts: PartsLoader, report: Report) -> Understood | Failure:
    """Do all that can be done with one report alone, where there are several to do it."""
    extracted = pipeline.understand(load_parts, report)
    if isinstance(extracted, Failure):
        return extracted
    return Understood(work=pack(extracted), features=find_features(extracted))
