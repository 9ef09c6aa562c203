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
HEADINGS = ("", "reports", "seconds", "words/s", "processor", "per report", "MiB", "times peer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A command from start to end.

    ``seconds`` are those on the clock, ``processor_seconds`` those of all processors together,
    ``mebibytes`` the peak of the largest of its processes.
    """

    name: str
    reports: int
    words: int
    seconds: float
    processor_seconds: float
    mebibytes: float

    def row(self, peer: "Measure | None") -> str:
        """Write a line of the table; ``peer`` is what to compare with."""
        times = f"{self.seconds / peer.seconds:.1f}" if peer else ""
        return (
            f"{self.name:8}{self.reports:>8}{self.seconds:>9.2f}{self.words / self.seconds:>9.0f}"
            f"{self.processor_seconds:>11.2f}{self.processor_seconds / self.reports:>12.3f}"
            f"{self.mebibytes:>6.0f}{times:>12}"
        )


def measure(name: str, folder: Path, command: list[str]) -> Measure:
    """Run a command to its end and say what it took, its children included."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    texts = [path.read_text("utf-8") for path in folder.iterdir()]
    used = usage.ru_utime + usage.ru_stime
    return Measure(
        name=name,
        reports=len(texts),
        words=sum(len(text.split()) for text in texts),
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
    print("{:8}{:>8}{:>9}{:>9}{:>11}{:>12}{:>6}{:>12}".format(*HEADINGS))
    with tempfile.TemporaryDirectory() as scratch:
        for size in (size for size in SIZES if size <= most):
            folder = Path(scratch) / str(size)
            invented.write(folder, reports=size)
            answer = str(Path(scratch) / "answer.json")
            stemma = [sys.executable, "-m", "stemma", "report", str(folder), "-q"]
            other = measure("peer", folder, [sys.executable, peer, str(folder)])
            ours = measure("stemma", folder, [*stemma, "--format", "json", "--output", answer])
            measures += [ours, other]
            print(ours.row(other), other.row(None), sep="\n", flush=True)
    results = Path(__file__).with_name("results.json")
    results.write_text(json.dumps([asdict(one) for one in measures], indent=2) + "\n")


if __name__ == "__main__":
    main()
