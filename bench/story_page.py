"""How long the data of a story takes, as the story grows.

One store for each size, with one story of so many invented reports. Beside it, in the same run,
the least that a program has to do with the same story: read its export (``json.loads`` of
``stemma report --format json``). ``again`` is the desk's answer to the same question while the
story stays as it is.

    python bench/story_page.py [--most 120]
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import invented

from stemma import tell
from stemma.newsroom import open_newsroom
from stemma.settings import Settings
from stemma.web.desk import Desk

SIZES = (5, 20, 60, 120)
TIMES = 15
HEADINGS = ("reports", "statements", "kilobytes", "story data", "slowest", "again", "json.loads")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Milliseconds of processor time, the median; ``kilobytes`` are those of the export."""

    reports: int
    statements: int
    kilobytes: int
    story: float
    slowest: float
    again: float
    peer: float

    def row(self) -> str:
        """Write a line of the table."""
        return (
            f"{self.reports:>8}{self.statements:>12}{self.kilobytes:>11}{self.story:>12.1f}"
            f"{self.slowest:>9.1f}{self.again:>8.2f}{self.peer:>12.1f}"
        )


def clock(ask: Callable[[], object]) -> list[float]:
    """Give how long each of some calls took, in milliseconds, sorted."""
    took: list[float] = []
    for _ in range(TIMES):
        started = time.process_time()
        ask()
        took.append((time.process_time() - started) * 1000)
    return sorted(took)


def measure(folder: Path, size: int) -> Measure:
    """Make a story of so many reports and look at it."""
    invented.write(folder / "coverage", reports=size, per_story=size)
    with open_newsroom(Settings(store=str(folder / "stemma.db"))) as newsroom:
        newsroom.add([str(folder / "coverage")])
        newsroom.refresh()
        name = max(newsroom.stories(), key=lambda story: story.counts.reports).id
        coverage = newsroom.story(name)
        export = tell.to_json(coverage)
        desk = Desk(newsroom)
        desk.story(name)
        took = clock(lambda: newsroom.story(name))
        return Measure(
            reports=len(coverage.reports),
            statements=len(coverage.stories[0].statements),
            kilobytes=len(export) // 1000,
            story=median(took),
            slowest=took[-1],
            again=median(clock(lambda: desk.story(name))),
            peer=median(clock(lambda: json.loads(export))),
        )


def main() -> None:
    """Measure all sizes and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=max(SIZES), help="reports of the largest story")
    most = parser.parse_args().most
    measures: list[Measure] = []
    print("milliseconds of processor time")
    print("{:>8}{:>12}{:>11}{:>12}{:>9}{:>8}{:>12}".format(*HEADINGS))
    for size in (size for size in SIZES if size <= most):
        with tempfile.TemporaryDirectory() as scratch:
            measures.append(measure(Path(scratch), size))
        print(measures[-1].row(), flush=True)
    results = Path(__file__).with_name("story_page.json")
    results.write_text(json.dumps([asdict(one) for one in measures], indent=2) + "\n")


if __name__ == "__main__":
    main()
