"""What keeping reports costs beside understanding them, and how that grows with the store.

Reports are added in rounds to one store. Of each round, processor seconds for understanding the
reports alone (reading, language, extraction: the peer), for adding them, and for telling anew the
stories that changed. The first ratio should stay under 1.3, and neither should grow.

    python bench/adding.py [--rounds 5] [--reports 200]
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import invented

from stemma import archive, pipeline, read
from stemma.model import Failure, Report
from stemma.newsroom import Newsroom, open_newsroom
from stemma.settings import LoadParts, Settings

HEADINGS = (
    ("held", 8),
    ("understanding", 15),
    ("adding", 10),
    ("ratio", 8),
    ("telling", 9),
    ("stories", 9),
    ("story page", 12),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Processor seconds of one round, by what was done; ``page`` is that of one story's data."""

    held: int
    understanding: float
    adding: float
    telling: float
    stories: int
    page: float

    def row(self) -> str:
        """Write a line of the table."""
        return (
            f"{self.held:>8}{self.understanding:>15.2f}{self.adding:>10.2f}"
            f"{self.adding / self.understanding:>8.2f}{self.telling:>9.2f}{self.stories:>9}"
            f"{self.page * 1000:>9.0f} ms"
        )


def understand(paths: Sequence[str], load_parts: LoadParts) -> float:
    """Read and understand files one by one, and forget them; give processor seconds."""
    started = time.process_time()
    for raw in _raws(paths):
        for report in pipeline.parse(load_parts, raw):
            if isinstance(report, Report):
                pipeline.understand(load_parts, report)
    return time.process_time() - started


def add(paths: Sequence[str], newsroom: Newsroom, *, understanding: float) -> Round:
    """Add files to a store and tell what changed."""
    started = time.process_time()
    newsroom.add(paths)
    added = time.process_time()
    changes = newsroom.refresh()
    told = time.process_time()
    with newsroom.store.read() as ledger:
        held = ledger.reports.count()
        largest = max(changes, key=lambda change: len(change.after.reports))
        opened = time.process_time()
        archive.show(ledger, largest.after.id)
    return Round(
        held=held,
        understanding=understanding,
        adding=added - started,
        telling=told - added,
        stories=len(changes),
        page=time.process_time() - opened,
    )


def _raws(paths: Sequence[str]) -> list[read.Raw]:
    fetcher = read.HttpFetcher(limit=1, seconds=1)
    found = read.find(paths, stdin=None, fetcher=fetcher, limit=1 << 24)
    return [raw for raw in found if not isinstance(raw, Failure)]


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--reports", type=int, default=200, help="reports of a round")
    chosen = parser.parse_args()
    load_parts = LoadParts()
    print("".join(f"{name:>{width}}" for name, width in HEADINGS))
    with tempfile.TemporaryDirectory() as folder:
        coverage = Path(folder) / "coverage"
        coverage.mkdir()
        invented.write(coverage, reports=chosen.rounds * chosen.reports)
        everything = sorted(str(path) for path in coverage.iterdir())
        settings = Settings(store=str(Path(folder) / "stemma.db"))
        with open_newsroom(settings) as newsroom:
            for at in range(chosen.rounds):
                paths = everything[at * chosen.reports : (at + 1) * chosen.reports]
                spent = understand(paths, load_parts)
                print(add(paths, newsroom, understanding=spent).row(), flush=True)


if __name__ == "__main__":
    main()
