"""How long ``stemma report`` takes, as whole processes, and how that grows.

Beside it, in the same run, a peer that does the least an aggregator can: read the files and
group them by TF-IDF and average linkage. Look at ratios; machines differ.

    python bench/main_job.py [--most 1000]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import invented

SIZES = (5, 100, 300, 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One whole process: seconds on the clock and of all processors, peak mebibytes."""

    name: str
    reports: int
    seconds: float
    processor_seconds: float
    mebibytes: float


def measure(name: str, reports: int, command: list[str]) -> Measure:
    """Run a command to its end and say what it took, its children included."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    used = usage.ru_utime + usage.ru_stime
    return Measure(
        name=name,
        reports=reports,
        seconds=round(seconds, 2),
        processor_seconds=round(used, 2),
        mebibytes=round(usage.ru_maxrss / 1024),
    )


def main() -> None:
    """Measure all sizes and print a table; figures go to ``bench/results.json`` as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=max(SIZES), help="reports in the largest run")
    most = parser.parse_args().most
    peer = str(Path(__file__).with_name("peer.py"))
    measures: list[Measure] = []
    print(f"{os.cpu_count()} processors")
    print(f"{'':8}{'reports':>8}{'seconds':>9}{'s/report':>9}{'processor':>10}{'MiB':>6}")
    with tempfile.TemporaryDirectory() as scratch:
        for size in (size for size in SIZES if size <= most):
            folder = Path(scratch) / str(size)
            invented.write(folder, reports=size)
            answer = str(Path(scratch) / "answer.json")
            stemma = [sys.executable, "-m", "stemma", "report", str(folder), "-q"]
            for name, command in (
                ("stemma", [*stemma, "--format", "json", "--output", answer]),
                ("peer", [sys.executable, peer, str(folder)]),
            ):
                one = measure(name, size, command)
                measures.append(one)
                print(
                    f"{one.name:8}{one.reports:8}{one.seconds:9.2f}{one.seconds / size:9.3f}"
                    f"{one.processor_seconds:10.2f}{one.mebibytes:6.0f}"
                )
    results = Path(__file__).with_name("results.json")
    results.write_text(json.dumps([asdict(one) for one in measures], indent=2) + "\n")


if __name__ == "__main__":
    main()
