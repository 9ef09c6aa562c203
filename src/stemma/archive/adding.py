"""Adding sources to a store: only what is new is read, and each batch is kept whole or not at all.

A process that dies loses the batch it was at, nothing else: adding the same again goes on from
there. Two processes that add the same at once keep it once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from stemma import group, pipeline, search
from stemma.archive import grouping, settling, understanding, versions
from stemma.archive.decisions import read_decisions
from stemma.archive.held import find_extracted
from stemma.archive.keys import read_key, understood_key
from stemma.archive.understanding import Understood
from stemma.archive.workshop import Workshop
from stemma.crew import Crew, gather
from stemma.model import Failure, Report, Run
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    """A batch that is ready to be kept.

    ``known`` counts inputs that were read before, ``lost`` could not be had; ``understood`` is by
    the key of the report, and lacks what was understood before.
    """

    known: int
    lost: tuple[Failure, ...]
    parsed: tuple[_Parsed, ...]
    understood: Mapping[str, Understood | Failure]


def add(store: Store, inputs: Iterable[Raw | Failure], *, workshop: Workshop) -> Added:
    """Read and keep what is new, and find its stories; those stories are then to be told anew."""
    added = Added()
    batches = _batches(inputs)
    first = next(batches, None)
    if first is None:
        return added
    with gather(len(first), workers=workshop.workers, progress=workshop.progress) as crew:
        prepared = (_prepare(store, batch, workshop, crew) for batch in chain([first], batches))
        for one in crew.ahead(prepared):
            added += _keep(store, one, workshop)
    return added


def _batches(inputs: Iterable[Raw | Failure]) -> Iterator[list[Raw | Failure]]:
    waiting = iter(inputs)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _prepare(
    store: Store, batch: Sequence[Raw | Failure], workshop: Workshop, crew: Crew
) -> _Prepared:
    """Do all that can be done without writing."""
    lost = tuple(one for one in batch if isinstance(one, Failure))
    keys = {read_key(one): one for one in batch if isinstance(one, Raw)}
    with store.read() as ledger:
        done = ledger.work.done("read", workshop.reading, keys)
    fresh = [raw for key, raw in keys.items() if key not in done]
    outcomes = crew.each("Reading", partial(pipeline.parse, workshop.load_parts), fresh)
    parsed = [_Parsed(raw=raw, outcomes=found) for raw, found in zip(fresh, outcomes, strict=True)]
    reports = [report for one in parsed for report in one.reports]
    return _Prepared(
        known=len(done),
        lost=lost,
        parsed=tuple(parsed),
        understood=understanding.understand(store, reports, workshop, crew) if reports else {},
    )


def _keep(store: Store, batch: _Prepared, workshop: Workshop) -> Added:
    """Write a batch: all of it, or nothing."""
    if not (batch.lost or batch.parsed):
        return Added(known=batch.known)
    understood = batch.understood
    failures = [*batch.lost, *(failure for one in batch.parsed for failure in one.failures)]
    failures += [one for one in understood.values() if isinstance(one, Failure)]
    now = workshop.clock()
    new: list[Report] = []
    copies = 0
    with store.write() as ledger:
        for failure in batch.lost:
            ledger.raws.fail(failure, raw=None, seen=now)
        understanding.keep(ledger, understood, workshop)
        for one in batch.parsed:
            _keep_input(ledger, one, understood, workshop.reading, now)
            for report in _without_failures(one.reports, understood):
                if settling.settle(ledger, report, one.raw, run=workshop.reading, now=now):
                    new.append(report)
                else:
                    copies += 1
        names = [report.id for report in new]
        features = _find_features(ledger, new, understood, workshop.understanding)
        grouping.place(ledger, features, now=now, pins=read_decisions(ledger).pins)
        _let_be_found(ledger, names)
        versions.find_versions(ledger, names, now=now)
    return Added(reports=tuple(names), copies=copies, known=batch.known, failures=tuple(failures))


def _find_features(
    ledger: Ledger,
    reports: Iterable[Report],
    understood: Mapping[str, Understood | Failure],
    run: Run,
) -> list[group.Features]:
    """Give what grouping looks at, of the reports with sentences."""
    found: list[group.Features | None] = []
    for report in reports:
        one = understood.get(understood_key(report))
        if isinstance(one, Understood):
            found.append(one.features)
        elif (extracted := find_extracted(ledger, report.id, run)) is not None:
            found.append(understanding.find_features(extracted))
    return [features for features in found if features is not None]


def _let_be_found(ledger: Ledger, reports: Iterable[str]) -> None:
    """Let searches find what stands in no story: reports in other languages."""
    names = tuple(reports)
    homes = ledger.index.stories_of(names)
    for held in ledger.reports.several(name for name in names if name not in homes):
        ledger.passages.put(held.report.id, search.texts_of(held.report))


def _without_failures(
    reports: Iterable[Report], understood: Mapping[str, Understood | Failure]
) -> list[Report]:
    return [
        report
        for report in reports
        if not isinstance(understood.get(understood_key(report)), Failure)
    ]


def _keep_input(
    ledger: Ledger,
    one: _Parsed,
    understood: Mapping[str, Understood | Failure],
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
