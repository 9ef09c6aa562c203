"""Adding sources to a store: only what is new is read, and each batch is kept whole or not at all.

A process that dies loses the batch it was at, nothing else: adding the same again goes on from
there. Two processes that add the same at once keep it once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from stemma import pipeline, search
from stemma.archive import grouping, settling, versions
from stemma.archive.decisions import read_decisions
from stemma.archive.keys import read_key, understood_key
from stemma.archive.workshop import Workshop
from stemma.crew import Crew, gather
from stemma.model import Extracted, Failure, Report, Run
from stemma.read import Raw
from stemma.stores import Ledger, Store
from stemma.stores.raws import Arrival, name_bytes

_BATCH = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of adding.

    ``known`` counts inputs that were held already, ``copies`` inputs with a report that was; both
    changed nothing but the list of a report's paths. ``reports`` are the ids of new reports.
    """

    reports: tuple[str, ...] = ()
    copies: int = 0
    known: int = 0
    failures: tuple[Failure, ...] = ()

    def __add__(self, other: "Added") -> "Added":
        """Take two batches together."""
        return Added(
            reports=self.reports + other.reports,
            copies=self.copies + other.copies,
            known=self.known + other.known,
            failures=self.failures + other.failures,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one input held: its reports, by id, and what of it could not be read."""

    reports: tuple[str, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parsed:
    """One input with what was read from it."""

    raw: Raw
    outcomes: tuple[Report | Failure, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        return tuple(one for one in self.outcomes if isinstance(one, Report))

    @property
    def failures(self) -> tuple[Failure, ...]:
        return tuple(one for one in self.outcomes if isinstance(one, Failure))


def add(store: Store, inputs: Iterable[Raw | Failure], *, workshop: Workshop) -> Added:
    """Read and keep what is new, and find its stories; those stories are then to be told anew."""
    added = Added()
    batches = _batches(inputs)
    first = next(batches, None)
    if first is None:
        return added
    with gather(len(first), workers=workshop.workers, progress=workshop.progress) as crew:
        for batch in chain([first], batches):
            added += _add_batch(store, batch, workshop, crew)
    return added


def _batches(inputs: Iterable[Raw | Failure]) -> Iterator[list[Raw | Failure]]:
    waiting = iter(inputs)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _add_batch(
    store: Store, batch: Sequence[Raw | Failure], workshop: Workshop, crew: Crew
) -> Added:
    lost = [one for one in batch if isinstance(one, Failure)]
    keys = {read_key(one): one for one in batch if isinstance(one, Raw)}
    with store.read() as ledger:
        done = ledger.work.done("read", workshop.reading, keys)
    fresh = [raw for key, raw in keys.items() if key not in done]
    if not (fresh or lost):
        return Added(known=len(done))
    outcomes = crew.each("Reading", partial(pipeline.parse, workshop.load_parts), fresh)
    parsed = [_Parsed(raw=raw, outcomes=found) for raw, found in zip(fresh, outcomes, strict=True)]
    understood = _understand(store, parsed, workshop, crew)
    return _keep(store, lost, parsed, understood, workshop) + Added(known=len(done))


def _understand(
    store: Store, parsed: Sequence[_Parsed], workshop: Workshop, crew: Crew
) -> dict[str, Extracted | Failure]:
    """Understand what is new; by the key of the report."""
    reports = {understood_key(report): report for one in parsed for report in one.reports}
    with store.read() as ledger:
        done = ledger.work.done("understood", workshop.understanding, reports)
    new = {key: report for key, report in reports.items() if key not in done}
    made = crew.each(
        "Understanding", partial(pipeline.understand, workshop.load_parts), list(new.values())
    )
    return dict(zip(new, made, strict=True))


def _keep(
    store: Store,
    lost: Sequence[Failure],
    parsed: Sequence[_Parsed],
    understood: dict[str, Extracted | Failure],
    workshop: Workshop,
) -> Added:
    """Write a batch: all of it, or nothing."""
    failures = [*lost, *(failure for one in parsed for failure in one.failures)]
    failures += [one for one in understood.values() if isinstance(one, Failure)]
    now = workshop.clock()
    new: list[str] = []
    copies = 0
    with store.write() as ledger:
        for failure in lost:
            ledger.raws.fail(failure, raw=None, seen=now)
        ledger.work.keep(
            "understood",
            workshop.understanding,
            {key: one for key, one in understood.items() if isinstance(one, Extracted)},
        )
        for one in parsed:
            _keep_input(ledger, one, understood, workshop.reading, now)
            for report in _without_failures(one.reports, understood):
                if settling.settle(ledger, report, one.raw, run=workshop.reading, now=now):
                    new.append(report.id)
                else:
                    copies += 1
        pins = read_decisions(ledger).pins
        grouping.place(ledger, new, run=workshop.understanding, now=now, pins=pins)
        _let_be_found(ledger, new)
        versions.find_versions(ledger, new, now=now)
    return Added(reports=tuple(new), copies=copies, failures=tuple(failures))


def _let_be_found(ledger: Ledger, reports: Iterable[str]) -> None:
    """Let searches find what stands in no story: reports in other languages."""
    alone = [report for report in reports if ledger.stories.of_report(report) is None]
    for held in ledger.reports.several(alone):
        ledger.passages.put(held.report.id, search.texts_of(held.report))


def _without_failures(
    reports: Iterable[Report], understood: dict[str, Extracted | Failure]
) -> list[Report]:
    return [
        report
        for report in reports
        if not isinstance(understood.get(understood_key(report)), Failure)
    ]


def _keep_input(
    ledger: Ledger,
    one: _Parsed,
    understood: dict[str, Extracted | Failure],
    run: Run,
    now: str,
) -> None:
    """Keep the bytes of an input, what could not be read of it, and that it was read."""
    raw = one.raw
    arrival = Arrival(
        raw=name_bytes(raw.content),
        path=raw.path,
        url=raw.url,
        content_type=raw.content_type,
        seen=now,
    )
    ledger.raws.keep(arrival, raw.content)
    ledger.raws.heal(raw.path)
    missed = [understood.get(understood_key(report)) for report in one.reports]
    failures = (*one.failures, *(failure for failure in missed if isinstance(failure, Failure)))
    for failure in failures:
        ledger.raws.fail(failure, raw=arrival.raw, seen=now)
    if len(failures) == len(one.failures):
        outcome = Outcome(reports=tuple(report.id for report in one.reports), failures=failures)
        ledger.work.keep("read", run, {read_key(raw): outcome})
