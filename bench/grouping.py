"""What it takes to find the story of one more report, as a store grows.

Features are invented (``invented_features.py``), so that the language stage is left out; the store
is a SQLite file. Beside it, in the same run, two peers: grouping everything anew, where that is
still bearable, and the nearest of all reports by TF-IDF, a row of a matrix each.

    python bench/grouping.py [--most 100000]
"""

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from invented_features import PER_STORY, Coverage
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sqlalchemy.dialects.sqlite import insert

from stemma import group
from stemma.group.features import Features
from stemma.group.similarity import compare_all
from stemma.group.stories import in_order, partition
from stemma.model import Run, digest
from stemma.stores import Ledger, Store, open_store, tables
from stemma.stores.codec import pack
from stemma.stores.raws import Arrival, name_bytes

SIZES = (1_000, 10_000, 100_000)
EVENTS = 25
"""Events that arrive at each size: as many of which the store has reports, as many that are new."""

HELD_BACK = 4
AT_ONCE = 64
MOST_ANEW = 1_000
HEADINGS = ("reports", "find its story", "95th of 100", "keep it", "right", "anew", "TF-IDF")
NOW = "2026-03-10T12:00:00Z"
SEEN = 739_685


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Milliseconds of processor time for a report, on average unless said otherwise.

    ``find`` is for finding its story and regrouping those near, ``find_95`` what 95 of 100 do not
    exceed, ``keep`` for letting the index know the report. ``right`` is the share of reports whose
    story is the right one, ``anew`` the time for grouping all anew, ``nearest`` that of the peer.
    """

    reports: int
    find: float
    find_95: float
    keep: float
    right: float
    anew: float | None
    nearest: float

    def row(self) -> str:
        """Write a line of the table."""
        anew = "" if self.anew is None else f"{self.anew:.0f}"
        return (
            f"{self.reports:>8}{self.find:>16.1f}{self.find_95:>14.1f}{self.keep:>10.1f}"
            f"{self.right:>8.3f}{anew:>8}{self.nearest:>10.1f}"
        )


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report by number, and how often each occurs."""

    numbers: NDArray[np.uint64]
    counts: NDArray[np.uint8]


class Newsroom:
    """A store, and the reports of events that come to it."""

    def __init__(self, store: Store) -> None:
        """Begin with an empty store."""
        self._store = store
        self._coverage = Coverage().stories()
        self.known: list[str] = []
        self.words: list[Words] = []
        self.features: list[Features] = []

    def fill(self, size: int) -> None:
        """Bring the store to so many reports, each event a story, as arrivals would leave them."""
        while len(self.known) < size:
            events = list(
                islice(self._coverage, min(64, 1 + (size - len(self.known)) // PER_STORY))
            )
            with self._store.write() as ledger:
                self._keep(ledger, events)

    def newcomers(self) -> list[Features]:
        """Give the last reports of some events, the store having the first, and all of others."""
        events = list(islice(self._coverage, 2 * EVENTS))
        with self._store.write() as ledger:
            self._keep(ledger, [event[:-HELD_BACK] for event in events[:EVENTS]])
        coming = [features for event in events[:EVENTS] for features in event[-HELD_BACK:]]
        coming += [features for event in events[EVENTS:] for features in event]
        Random(1).shuffle(coming)  # noqa: S311 - an order, not a secret
        return coming

    def arrive(self, coming: Sequence[Features]) -> Iterator[tuple[float, float, bool]]:
        """Let reports come, one transaction each.

        Gives the milliseconds for finding the story, for letting the index know the report, and
        whether all known reports of its event, and no others, are in its story.
        """
        spread: group.Spread | None = None
        for features in coming:
            with self._store.write() as ledger:
                before = time.process_time()
                spread = group.count_common(ledger.index, spread)
                change = group.arrive(features, index=ledger.index, seen=SEEN, spread=spread)
                found = time.process_time()
                self._keep_reports(ledger, [features])
                middle = time.process_time()
                group.add(features, index=ledger.index, seen=SEEN)
                kept = time.process_time()
                for story, several in change.stories.items():
                    ledger.stories.found(story, at=NOW)
                    ledger.stories.place(story, several, at=NOW)
                for story, target in change.redirects:
                    ledger.stories.redirect(story, target)
            self._remember([features])
            home = next(one for one in change.stories.values() if features.report in one)
            event = [report for report in self.known if is_same(report, features.report)]
            yield 1000 * (found - before), 1000 * (kept - middle), sorted(home) == sorted(event)

    def _remember(self, several: Sequence[Features]) -> None:
        self.known += [features.report for features in several]
        self.words += [Words(one.words.numbers, one.words.counts) for one in several]
        if len(self.known) <= MOST_ANEW:
            self.features += several

    def _keep(self, ledger: Ledger, events: Sequence[Sequence[Features]]) -> None:
        """Keep many reports at once, each event a story."""
        several = [features for event in events for features in event]
        self._keep_reports(ledger, several)
        rows = Rows(first=len(self.known))
        for features in several:
            group.add(features, index=rows, seen=SEEN)
        rows.write(ledger)
        for event in events:
            place(ledger, digest("story", event[0].report), event)
        self._remember(several)

    def _keep_reports(self, ledger: Ledger, several: Sequence[Features]) -> None:
        """Keep reports without words, for the index to refer to."""
        raw = name_bytes(b"")
        run = Run(method="read.v1")
        if not self.known:
            where = Arrival(raw=raw, path="-", url=None, content_type=None, seen=NOW)
            ledger.raws.keep(where, b"")
            ledger.work.register(run)
        same = {"raw": raw, "run": run.id, "language": "en", "seen": NOW, "body": b""}
        rows = [
            {
                "id": features.report,
                "seq": len(self.known) + at,
                "article": features.report,
                "words": features.report,
                **same,
            }
            for at, features in enumerate(several)
        ]
        ledger.connection.execute(tables.reports.insert(), rows)


class Rows(group.MemoryIndex):
    """An index whose rows are written all at once: a store of many reports is soon there."""

    def __init__(self, *, first: int) -> None:
        """Begin at a place in the order of arrival."""
        super().__init__()
        self._first = first
        self._reports: list[dict[str, object]] = []
        self._terms: list[dict[str, object]] = []
        self._words: Counter[str] = Counter()

    def add(
        self, report: str, *, day: int, terms: Sequence[str], words: Sequence[str], features: bytes
    ) -> None:
        """Take in a report."""
        where: dict[str, object] = {"day": day, "place": self._first + len(self._reports)}
        self._reports.append({**where, "report": report, "body": pack(features)})
        self._terms.extend({**where, "term": term} for term in terms)
        self._words.update(["", *words])

    def write(self, ledger: Ledger) -> None:
        """Write everything."""
        ledger.connection.execute(tables.index_reports.insert(), self._reports)
        ledger.connection.execute(tables.index_terms.insert(), self._terms)
        new = insert(tables.index_words)
        more = {"reports": tables.index_words.c.reports + new.excluded.reports}
        words = [{"word": word, "reports": count} for word, count in self._words.items()]
        ledger.connection.execute(new.on_conflict_do_update(["word"], set_=more), words)


def place(ledger: Ledger, story: str, several: Sequence[Features]) -> None:
    """Let reports that are in no story belong to a new one."""
    row = {"id": story, "founded": NOW, "changed": NOW, "stale": True, "size": len(several)}
    ledger.connection.execute(tables.stories.insert(), row)
    rows = [{"report": one.report, "story": story} for one in several]
    ledger.connection.execute(tables.members.insert(), rows)


def is_same(left: str, right: str) -> bool:
    """Tell whether two reports are of one event."""
    return left.rpartition("-")[0] == right.rpartition("-")[0]


def measure_anew(known: Sequence[Features]) -> float:
    """Give the milliseconds for grouping all reports anew."""
    before = time.process_time()
    ordered = in_order(known)
    partition(ordered, compare_all(ordered))
    return 1000 * (time.process_time() - before)


def measure_nearest(known: Sequence[Words], coming: Sequence[Words]) -> float:
    """Give the milliseconds for finding, of all reports, the one nearest to another by TF-IDF."""
    words, columns, spread = np.unique(
        np.concatenate([one.numbers for one in known]), return_inverse=True, return_counts=True
    )
    rarities = np.log(len(known) / spread)
    matrix = weigh(known, columns, rarities)
    places = np.searchsorted(words, np.concatenate([one.numbers for one in coming]))
    places = np.minimum(places, len(words) - 1)
    newcomers = weigh(coming, places, rarities)
    before = time.process_time()
    for row in range(len(coming)):
        (matrix @ newcomers[row].T).argmax()
    return 1000 * (time.process_time() - before) / len(coming)


def weigh(
    several: Sequence[Words], columns: NDArray[np.intp], rarities: NDArray[np.float64]
) -> Any:  # noqa: ANN401 - scipy ships no types
    """Give rows of length 1, a report each."""
    lengths = [len(one.numbers) for one in several]
    counts = np.concatenate([one.counts for one in several]).astype(np.float32)
    weights = (1 + np.log(counts)) * rarities[columns].astype(np.float32)
    rows = np.repeat(np.arange(len(several)), lengths)
    weights /= np.sqrt(np.bincount(rows, weights * weights))[rows]
    bounds = np.concatenate([[0], np.cumsum(lengths)])
    return csr_matrix((weights, columns, bounds), shape=(len(several), len(rarities)))


def measure(newsroom: Newsroom, size: int) -> Measure:
    """Measure at one size."""
    newsroom.fill(size - EVENTS * (PER_STORY - HELD_BACK))
    coming = newsroom.newcomers()
    words = [Words(one.words.numbers, one.words.counts) for one in coming]
    nearest = measure_nearest(newsroom.words, words)
    anew = measure_anew(newsroom.features) if size <= MOST_ANEW else None
    found, kept, right = zip(*newsroom.arrive(coming), strict=True)
    return Measure(
        reports=size,
        find=float(np.mean(found)),
        find_95=float(np.percentile(found, 95)),
        keep=float(np.mean(kept)),
        right=float(np.mean(right)),
        anew=anew,
        nearest=nearest,
    )


def main() -> None:
    """Measure all sizes and print a table; figures go to ``bench/grouping.json`` as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=max(SIZES), help="reports in the largest store")
    most = parser.parse_args().most
    print("{:>8}{:>16}{:>14}{:>10}{:>8}{:>8}{:>10}".format(*HEADINGS))
    measures: list[Measure] = []
    with tempfile.TemporaryDirectory() as scratch:
        store = open_store(str(Path(scratch) / "stemma.db"))
        newsroom = Newsroom(store)
        for size in (size for size in SIZES if size <= most):
            measures.append(measure(newsroom, size))
            print(measures[-1].row(), flush=True)
        megabytes = (Path(scratch) / "stemma.db").stat().st_size / 1e6
        print(f"{megabytes:.0f} MB on disk")
        store.close()
    results = Path(__file__).with_name("grouping.json")
    results.write_text(json.dumps([asdict(one) for one in measures], indent=2) + "\n")


if __name__ == "__main__":
    main()
