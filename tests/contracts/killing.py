"""Adds invented reports to a store in processes that are killed at random moments.

    python killing.py LOCATION KILLS SEED

``LOCATION`` has ``{}`` in it, in place of which each new store gets a number of its own; on a
PostgreSQL server, a new database is made for each, and the server goes on. Prints
JSON: how many were killed, how many came to their end, and how many reports were held after each
kill. Ends with 1 where a store does not open, verify, or come to the same end as if nobody had been
killed.
"""

import gc
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from random import Random
from typing import Any

import numpy as np
import psycopg
from numpy.typing import NDArray
from psycopg.sql import SQL, Identifier
from sqlalchemy.engine import make_url

from stemma import archive, language, pipeline, read
from stemma.archive import adding, refreshing
from stemma.model import Annotated, Failure, Report
from stemma.ports import Annotator, Encoder
from stemma.settings import Silence
from stemma.stores import Store, open_store

TEXTS = {
    "bridge.txt": """Halden bridge shut after cracks found

HALDEN, March 3 - The bridge in Halden was shut on Monday after a surveyor found cracks in the
second pier, the council said. "We cannot take the risk," said Ilse Marrow, who leads the council.
""",
    "bridge-copy.txt": """Halden bridge shut after cracks found

HALDEN, March 3 - The bridge in Halden was shut on Monday after a surveyor found cracks in the
second pier, the council said. "We cannot take the risk," said Ilse Marrow, who leads the council.
""",
    "cracks.txt": """Cracks close bridge at Halden

By Tove Rask, The Fenmark Post

HALDEN, March 4 - Halden's bridge stays shut after a surveyor found cracks in its second pier, the
council said on Tuesday. "We cannot take the risk," Ilse Marrow told the Fenmark Post.
""",
    "otter.txt": """Bronze otter stolen from Sennick library

SENNICK, May 9 - Thieves took a bronze otter from the steps of the library in Sennick on Friday
night, police said. "It cannot have been one man alone," Inspector Edwin Thrale said.
""",
    "otter-found.txt": """Stolen bronze otter of Sennick found in a pond

SENNICK, May 11 - The bronze otter stolen from the library in Sennick lay in a pond, police said on
Sunday. "It weighs 80 kilograms," Inspector Edwin Thrale said.
""",
    "broken.txt": "\x00\x01\x02 no text at all",
    "ferry.txt": """Ferry to Oldmere stops running

OLDMERE, June 1 - The ferry to Oldmere stopped running on Saturday after its engine failed, the
harbour master said. About 300 people use it each day, Mayor Petra Lund said.
""",
}
BATCH = 2


class Remembering:
    """Language parts that know what they were asked before: killing is not about language."""

    def __init__(self, annotator: Annotator, encoder: Encoder) -> None:
        """Ask these where nothing is known."""
        self._annotator = annotator
        self._encoder = encoder
        self._annotated: dict[Report, Annotated] = {}
        self._vectors: dict[str, NDArray[np.float32]] = {}

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._encoder.dimensions

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row for each text."""
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._encoder.encode(new), strict=True))
        rows = [self._vectors[text] for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self.dimensions)

    def annotate(self, report: Report) -> Annotated:
        """Mark a report."""
        if report not in self._annotated:
            self._annotated[report] = self._annotator.annotate(report)
        return self._annotated[report]

    def redate(self, annotated: Annotated, report: Report) -> Annotated:
        """Mark it under another date."""
        return self._annotator.redate(annotated, report)


def make_workshop() -> archive.Workshop:
    """Prepare everything but the store."""
    knowing = Remembering(language.load_annotator(threads=1), language.load_encoder(threads=1))
    parts = pipeline.Parts(annotator=knowing, encoder=knowing)
    return archive.Workshop(
        load_parts=lambda: parts,
        parts="built-in",
        progress=Silence(),
        workers=1,
        clock=lambda: "2026-06-02T08:00:00Z",
    )


def add_all(location: str, workshop: archive.Workshop) -> None:
    """Do what ``stemma add`` does."""
    sources: list[read.Raw | Failure] = [
        read.Raw(path=path, content=text.encode()) for path, text in TEXTS.items()
    ]
    with closing(open_store(location)) as store:
        archive.add(store, sources, workshop=workshop)
        archive.refresh(store, workshop=workshop)


def fork(work: Callable[[], None]) -> int:
    """Do the work in a copy of this process; give its id."""
    process = os.fork()
    if process:
        return process
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def survives(process: int, seconds: float) -> bool:
    """Kill a process after some time; tell whether it had come to its end before."""
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status):
        return False
    if status:
        sys.exit("a process failed by itself")
    return True


def inspect(store: Store) -> int:
    """Check all that a store holds; give how many reports."""
    with store.read() as ledger:
        problems = archive.verify(ledger).problems
        if problems:
            sys.exit(f"after a kill, the store is not sound: {problems}")
        return ledger.reports.count()


def read_out(location: str) -> list[dict[str, Any]]:
    """Give everything that a store holds, in order, but for the numbers that a database deals out.

    PostgreSQL deals none out twice, even where what had it was taken back.
    """
    with closing(open_store(location)) as store, store.read() as ledger:
        rows = [json.loads(line) for line in ledger.dump()]
    dealt = {"arrivals": "id", "story_log": "id", "changes": "seq", "passages": "id"}
    for row in rows:
        row.pop(dealt.get(row.get("table"), ""), None)
    return rows


def name_store(location: str, name: object) -> str:
    """Give where a new store is to be."""
    named = location.format(name)
    if named.startswith("postgresql://"):
        database = make_url(named).database or ""
        server = make_url(named).set(database="postgres").render_as_string(hide_password=False)
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(database)))
    return named


def main() -> None:
    """Kill, look, and go on, until enough were killed."""
    location, kills, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    adding._BATCH = BATCH  # pyright: ignore[reportPrivateUsage]  # noqa: SLF001 - more moments to be killed at
    refreshing._AT_ONCE = 1  # pyright: ignore[reportPrivateUsage]  # noqa: SLF001 - the same
    random = Random(seed)  # noqa: S311 - moments, not secrets
    workshop = make_workshop()
    numbers = iter(range(kills + 2))
    calm = name_store(location, next(numbers))
    add_all(calm, workshop)
    wanted = read_out(calm)
    gc.freeze()  # what all copies share
    started = time.perf_counter()
    timed = name_store(location, "timed")
    os.waitpid(fork(partial(add_all, timed, workshop)), 0)
    longest = (time.perf_counter() - started) / 2  # what one run leaves, the next goes on with
    held: list[int] = []
    ended = 0
    disturbed = name_store(location, next(numbers))
    while len(held) < kills:
        process = fork(partial(add_all, disturbed, workshop))
        if survives(process, random.uniform(0, longest)):
            ended += 1
            if read_out(disturbed) != wanted:
                sys.exit("a store that was disturbed came to another end")
            disturbed = name_store(location, next(numbers))
            continue
        with closing(open_store(disturbed)) as store:
            held.append(inspect(store))
    json.dump({"killed": len(held), "ended": ended, "held": held}, sys.stdout)


if __name__ == "__main__":
    main()
