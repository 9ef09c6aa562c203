"""Measure accuracy against labelled corpora: ``make eval CORPORA=folder``.

    python evals/run.py [CORPORA] [--quick] [--only TASK …] [--sample N]

Prints one table, writes ``evals/results.json``, and from it the figures in ``docs/accuracy.md``,
where all the corpora are there that the floors were set on. Corpora that are missing are skipped;
the invented examples are always scored. ``--quick`` takes a fixed small part of each corpus and
writes figures only with ``--output``. Exit code 1 where a figure is under its floor;
``evals/gate.py`` raises and lowers floors.
"""

import argparse
import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that a script finds the folder that it is in

from evals import corpora, floors, page, table, tasks  # noqa: E402 - the line above must come first
from evals.outcome import Outcome  # noqa: E402 - the same

RESULTS = Path(__file__).with_name("results.json")


def main(arguments: list[str] | None = None) -> int:
    """Score, print, write."""
    options = _options(arguments)
    folder: Path | None = options.corpora
    if folder is not None and not folder.is_dir():
        print(f"no folder of corpora at {folder}: the examples alone are scored", file=sys.stderr)
        folder = None
    partial = bool(options.quick or options.sample)
    part = floors.QUICK if partial else floors.WHOLE
    held = floors.read_floors(part) if options.sample is None else {}
    outcomes: dict[str, Outcome] = {}
    for task in tasks.chosen(options.only):
        started = time.perf_counter()
        print(f"{task} …", end="", file=sys.stderr, flush=True)
        outcomes[task] = tasks.run(task, corpora=folder, quick=options.quick, sample=options.sample)
        told = ", ".join(
            f"{key} {table.written(value)}" for key, value in outcomes[task].figures.items()
        )
        print(f" {time.perf_counter() - started:.0f} s: {told}", file=sys.stderr)
    table.show(outcomes, held)
    measured = corpora.digests(folder)
    results = {task: outcome.figures for task, outcome in outcomes.items()}
    results |= {floors.CORPORA: measured}
    output = options.output or (None if partial or options.only else RESULTS)
    if output is not None:
        output.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    recorded = floors.read_corpora()
    if output == RESULTS and measured == recorded:
        page.write_page(results)
    if warning := corpora.warn(measured, recorded):
        print(warning)
    fallen = floors.falls(results, held)
    for fall in fallen:
        print(fall)
    return 1 if fallen else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="?", type=Path, help="folder of corpora")
    parser.add_argument("--quick", action="store_true", help="a fixed part of each, in minutes")
    parser.add_argument("--only", nargs="+", choices=list(tasks.TASKS), help="these tasks alone")
    parser.add_argument("--sample", type=int, help="so many reports of each corpus, by name")
    parser.add_argument("--output", type=Path, help="write the figures here")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
