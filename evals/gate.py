"""Fail where a figure has fallen under its floor.

    python evals/gate.py [RESULTS]                    compare evals/results.json with the floors
    python evals/gate.py --raise                      raise the floors to what was reached
    python evals/gate.py --allow-regression "why"     lower those that were missed, and say why
    … --quick                                         for results of a quick run

A corpus that is not the one that the floors were set on is told; raising and lowering floors
records the corpora anew, and floors of the whole write docs/accuracy.md as well.

Exit code 0: nothing fell, or it was allowed; 1: something fell; 2: no results.
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that a script finds the folder that it is in

from evals import corpora, floors, page  # noqa: E402 - the line above must come first

RESULTS = Path(__file__).with_name("results.json")


def main(arguments: list[str] | None = None) -> int:
    """Compare, and move the floors where that was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("results", nargs="?", type=Path, default=RESULTS)
    parser.add_argument("--quick", action="store_true", help="hold a quick run to its floors")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise the floors")
    parser.add_argument("--allow-regression", metavar="WHY", help="lower the floors missed")
    parser.add_argument("--floors", type=Path, default=floors.PATH, help=argparse.SUPPRESS)
    parser.add_argument("--page", type=Path, default=page.PAGE, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not options.results.exists():
        print(f"no results at {options.results}: run evals/run.py first", file=sys.stderr)
        return 2
    part = floors.QUICK if options.quick else floors.WHOLE
    results = json.loads(options.results.read_text(encoding="utf-8"))
    held = floors.read_floors(part, path=options.floors)
    measured = results.get(floors.CORPORA, {})
    if warning := corpora.warn(measured, floors.read_corpora(path=options.floors)):
        print(warning)
    fallen = floors.falls(results, held)
    for fall in fallen:
        print(fall)
    if fallen and not options.allow_regression:
        return 1
    if fallen:
        held = floors.lowered(results, held, part)
        floors.write_floors(
            part, held, corpora=measured, why=options.allow_regression, path=options.floors
        )
    if options.lift:
        held = floors.raised(results, held, part)
        floors.write_floors(part, held, corpora=measured, path=options.floors)
    if (options.lift or fallen) and part == floors.WHOLE:
        page.write_page(results, path=options.page)
    print(f"{sum(map(len, held.values()))} floors hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
