"""What keeping reports costs beside understanding them, and how that grows with the store.

Coverage of many stories, of one to twelve reports each, is added in rounds to one store. Of each
round, processor seconds for understanding the reports alone (reading, language, extraction: the
peer), for adding them, and for telling anew the stories that changed. The first ratio should stay
under 1.3, and neither should grow.

    python bench/adding.py [--rounds 5] [--reports 200] [--workers 2]

Processor seconds are those of all processes that share the work, their starting included; beside
their ratio stands that of the seconds on the clock, which says something on a quiet machine alone.
Either side works in a process of its own: so neither profits from what the other remembers, and
both give the networks one thread.
"""

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import invented_stories

from stemma import pipeline, read
from stemma.crew import gather, multiply_alone
from stemma.model import Failure, Report
from stemma.newsroom import Newsroom, open_newsroom
from stemma.settings import LoadParts, Settings, Silence

HEADINGS = (
    ("held", 8),
    ("understanding", 15),
    ("adding", 10),
    ("ratio", 8),
    ("clock", 8),
    ("telling", 9),
    ("stories", 9),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Seconds of the processor, of this process and those it has waited for, and on the clock."""

    processor: float
    clock: float

    def __sub__(self, earlier: "Spent") -> "Spent":
        return Spent(processor=self.processor - earlier.processor, clock=self.clock - earlier.clock)


def spent() -> Spent:
    """Give what was spent so far."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return Spent(
        processor=sum(one.ru_utime + one.ru_stime for one in used), clock=time.perf_counter()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round took, by what was done; ``stories`` were told anew."""

    held: int
    understanding: Spent
    adding: Spent
    telling: Spent
    stories: int

    def row(self) -> str:
        """Write a line of the table."""
        ratio = self.adding.processor / self.understanding.processor
        clock = self.adding.clock / self.understanding.clock
        return (
            f"{self.held:>8}{self.understanding.processor:>15.2f}{self.adding.processor:>10.2f}"
            f"{ratio:>8.2f}{clock:>8.2f}{self.telling.processor:>9.2f}{self.stories:>9}"
        )


def understand(paths: Sequence[str], *, workers: int) -> Spent:
    """Read and understand files in another process, and forget them."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_understand, paths, workers).result()


def _understand(paths: Sequence[str], workers: int) -> Spent:
    multiply_alone()
    load_parts = LoadParts()
    first, *raws = _raws(paths)
    if workers == 1:
        for report in pipeline.parse(load_parts, first):
            if isinstance(report, Report):
                pipeline.understand(load_parts, report)  # loads the networks
    started = spent()
    with gather(len(raws), workers=workers, progress=Silence()) as crew:
        read_so = crew.each("Reading", partial(pipeline.parse, load_parts), raws)
        reports = [one for several in read_so for one in several if isinstance(one, Report)]
        for _ in crew.each("Understanding", partial(pipeline.understand, load_parts), reports):
            pass
    return spent() - started


def add(paths: Sequence[str], newsroom: Newsroom, *, understanding: Spent) -> Round:
    """Add files to a store and tell what changed."""
    started = spent()
    newsroom.add(paths)
    added = spent()
    changes = newsroom.refresh()
    told = spent()
    with newsroom.store.read() as ledger:
        held = ledger.reports.count()
    return Round(
        held=held,
        understanding=understanding,
        adding=added - started,
        telling=told - added,
        stories=len(changes),
    )


def _raws(paths: Sequence[str]) -> list[read.Raw]:
    fetcher = read.HttpFetcher(limit=1, seconds=1)
    found = read.find(paths, stdin=None, fetcher=fetcher, limit=1 << 24)
    return [raw for raw in found if not isinstance(raw, Failure)]


def measure(*, rounds: int, reports: int, workers: int) -> list[Round]:
    """Run the rounds and print the table."""
    multiply_alone()
    print("".join(f"{name:>{width}}" for name, width in HEADINGS), flush=True)
    measured: list[Round] = []
    with tempfile.TemporaryDirectory() as folder:
        coverage, store = Path(folder) / "coverage", Path(folder) / "stemma.db"
        invented_stories.write(coverage, reports=1 + rounds * reports)
        everything = sorted(str(path) for path in coverage.iterdir())
        with open_newsroom(Settings(store=str(store), workers=workers)) as newsroom:
            newsroom.add(everything[:1])  # loads the networks
            for at in range(rounds):
                paths = everything[at * reports : (at + 1) * reports + 1]
                understanding = understand(paths, workers=workers)
                measured.append(add(paths[1:], newsroom, understanding=understanding))
                print(measured[-1].row(), flush=True)
    return measured


def main() -> None:
    """Measure, and keep the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--reports", type=int, default=200, help="reports of a round")
    parser.add_argument("--workers", type=int, default=1, help="processes that share the work")
    chosen = vars(parser.parse_args())
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        rounds = pool.submit(measure, **chosen).result()
    results = Path(__file__).with_name("adding.json")
    results.write_text(json.dumps([asdict(one) for one in rounds], indent=2) + "\n")


if __name__ == "__main__":
    main()
