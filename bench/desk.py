"""How long people wait for the desk's pages when 50 read at once, and how that grows.

Each reader goes about as people do: the list (a browser that has it is told so), a filter, stories,
their reports, a comparison, a search, JSON; and goes on as soon as a page is there, or after a
while, as somebody who reads. Beside it, the same readers get a page of the same size that a bare
FastAPI route holds ready. Milliseconds on the clock, readers and desk on one machine.

    python bench/desk.py [--most 10000] [--readers 50] [--seconds 20]

Stores are kept in the folder for temporary files, and made once.
"""

import argparse
import asyncio
import json
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from urllib.parse import quote

import uvicorn
from desk_store import make_store
from fastapi import FastAPI
from fastapi.responses import HTMLResponse

SIZES = (1_000, 10_000)
THINKING = 2.0
"""Seconds that somebody looks at a page, on average."""

CHANGING = 5.0
"""Seconds after which a story is told anew, so that no page holds any longer."""

_HEAD = "{:>8}{:>12}{:>18}{:>10}{:>9}{:>8}{:>8}{:>8}{:>8}"
_ROW = "{:>8}{:>12}{:>18}{:>10}{:>9.1f}{:>8.0f}{:>8.0f}{:>8.0f}{:>8.0f}"
_FAILED = 400
_LINE = re.compile(rb"(content-length|etag): (\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Milliseconds that half, 95 and 99 of 100 answers took at most, and the slowest."""

    reports: int
    desk: str
    page: str
    answers: int
    per_second: float
    half: float
    most: float
    nearly_all: float
    slowest: float

    def row(self) -> str:
        """Write a line of the table."""
        return _ROW.format(*asdict(self).values())


@dataclass(slots=True)
class Reader:
    """A browser on a kept connection; remembers the tags of pages."""

    port: int
    random: Random
    tags: dict[str, bytes] = field(default_factory=dict[str, bytes])
    waits: list[tuple[str, float]] = field(default_factory=list[tuple[str, float]])

    async def read(self, shelf: Sequence[list[str]], until: float, thinking: float) -> None:
        """Go about until a time; ``thinking`` is in seconds, on average."""
        incoming, outgoing = await asyncio.open_connection("127.0.0.1", self.port)
        while time.monotonic() < until:
            for path in self._visit(shelf):
                if thinking:
                    await asyncio.sleep(self.random.expovariate(1 / thinking))
                if time.monotonic() >= until:
                    break
                if incoming.at_eof():  # a desk lets go of browsers that are silent for seconds
                    outgoing.close()
                    incoming, outgoing = await asyncio.open_connection("127.0.0.1", self.port)
                await self._get(path, incoming, outgoing)
        outgoing.close()

    def _visit(self, shelf: Sequence[list[str]]) -> Iterator[str]:
        """Give what somebody looks at: new stories more than old ones."""
        yield "/stories"
        if self.random.random() < 0.4:  # noqa: PLR2004 - two in five
            yield f"/stories?q={self._word()}"
        for _ in range(self.random.randint(1, 3)):
            at = min(int(self.random.expovariate(1 / 40)), len(shelf) - 1)
            story, *reports = shelf[at]
            yield f"/story/{story}"
            yield f"/report/{self.random.choice(reports)}"
            if len(reports) > 1 and self.random.random() < 0.4:  # noqa: PLR2004
                left, right = self.random.sample(reports, 2)
                yield f"/compare?report={left}&report={right}"
            if self.random.random() < 0.1:  # noqa: PLR2004 - a program
                yield f"/story/{story}.json"
        if self.random.random() < 0.5:  # noqa: PLR2004
            yield f"/search?q={self._word()}+{self._word()}"
        yield "/stories"

    def _word(self) -> str:
        return quote(self.random.choice(WORDS))

    async def _get(
        self, path: str, incoming: asyncio.StreamReader, outgoing: asyncio.StreamWriter
    ) -> None:
        started = time.perf_counter()
        tag = self.tags.get(path)
        known = b"If-None-Match: " + tag + b"\r\n" if tag else b""
        asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n".encode()
        outgoing.write(asked + known + b"\r\n")
        head = await incoming.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        headers = dict(_LINE.findall(head))
        await incoming.readexactly(int(headers.get(b"content-length", 0)))
        self.waits.append((_kind(path, status), (time.perf_counter() - started) * 1000))
        if status >= _FAILED:
            message = f"{path} is answered with {status}"
            raise RuntimeError(message)
        if b"etag" in headers:
            self.tags[path] = headers[b"etag"]


WORDS = (
    "bridge",
    "council",
    "harbour",
    "prosecutors",
    "library",
    "said",
    "tunnel",
    "museum",
    "cost",
    "inquiry",
    "workers",
    "denied",
    "ferry",
    "statement",
    "flood",
    "school",
    "railway",
    "documents",
)


def _kind(path: str, status: int) -> str:
    name = path.split("?", maxsplit=1)[0].split("/")[1]
    if status == 304:  # noqa: PLR2004 - RFC 9110
        return "unchanged"
    if path.endswith(".json"):
        return "story.json"
    return f"{name}, filtered" if path.startswith("/stories?") else name


@contextmanager
def serving(*command: str) -> Generator[int]:
    """Run a server at a free port, as a process of its own."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    process = subprocess.Popen([sys.executable, *command, "--port", str(port)])  # noqa: S603 - ours
    try:
        for _ in range(600):
            with socket.socket() as trying:
                if trying.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def serve_peer(port: int, kilobytes: int) -> None:
    """Serve a page that is there already."""
    page = "<!doctype html><title>Peer</title>" + "<p>Nothing to see.</p>" * (kilobytes * 46)
    site = FastAPI()

    def give(anything: str) -> HTMLResponse:
        del anything
        return HTMLResponse(page)

    site.add_api_route("/{anything:path}", give)
    uvicorn.run(site, port=port, log_level="error")


def find_shelf(file: Path) -> list[list[str]]:
    """Give (story, report, report, …) of every story, those that changed last first."""
    with sqlite3.connect(file) as connection:
        rows = connection.execute(
            "SELECT stories.id, report FROM members JOIN stories ON stories.id = story "
            "WHERE body IS NOT NULL ORDER BY changed DESC, stories.id"
        )
        shelf: dict[str, list[str]] = {}
        for story, report in rows:
            shelf.setdefault(story, []).append(report)
    return [[story, *reports] for story, reports in shelf.items()]


async def _read_all(
    port: int, shelf: Sequence[list[str]], *, readers: int, seconds: float, thinking: float
) -> list[tuple[str, float]]:
    until = time.monotonic() + seconds
    people = [Reader(port=port, random=Random(at)) for at in range(readers)]  # noqa: S311
    await asyncio.gather(*(one.read(shelf, until, thinking) for one in people))
    return [wait for one in people for wait in one.waits]


async def _change(file: Path, shelf: Sequence[list[str]]) -> None:
    """Say again and again that a story was told anew: every page is then made anew."""
    for at in count():
        await asyncio.sleep(CHANGING)
        with sqlite3.connect(file, timeout=10) as connection:
            story = shelf[at % len(shelf)][0]
            connection.execute("INSERT INTO changes (at, story) VALUES ('2026-03-10', ?)", (story,))


async def read_at_once(  # noqa: PLR0913 - what is read, by whom, how
    port: int,
    file: Path,
    shelf: Sequence[list[str]],
    *,
    readers: int,
    seconds: float,
    thinking: float,
    changing: bool,
) -> list[tuple[str, float]]:
    """Let readers read for so many seconds; give (kind of page, milliseconds) of every answer."""
    changes = asyncio.create_task(_change(file, shelf)) if changing else None
    try:
        return await _read_all(port, shelf, readers=readers, seconds=seconds, thinking=thinking)
    finally:
        if changes:
            changes.cancel()


def tell(
    waits: Sequence[tuple[str, float]], *, reports: int, desk: str, seconds: float, pages: bool
) -> list[Wait]:
    """Sum up all answers, and those of each kind of page."""
    kinds = sorted({kind for kind, _ in waits}) if pages else []
    return [
        _sum_up(
            [wait for one, wait in waits if kind in {"all", one}],
            Wait(
                reports=reports,
                desk=desk,
                page=kind,
                answers=0,
                per_second=seconds,
                half=0,
                most=0,
                nearly_all=0,
                slowest=0,
            ),
        )
        for kind in ("all", *kinds)
    ]


def _sum_up(times: list[float], empty: Wait) -> Wait:
    times.sort()
    at = [times[int(len(times) * part)] for part in (0.5, 0.95, 0.99)]
    return Wait(
        reports=empty.reports,
        desk=empty.desk,
        page=empty.page,
        answers=len(times),
        per_second=len(times) / empty.per_second,
        half=at[0],
        most=at[1],
        nearly_all=at[2],
        slowest=times[-1],
    )


def measure(size: int, *, folder: Path, readers: int, seconds: float) -> Iterator[Wait]:
    """Measure a store of one size: readers that look at pages, and readers that do not."""
    file = make_store(folder, reports=size)
    shelf = find_shelf(file)
    ways = (("read", THINKING, True), ("hurried", 0.0, False), ("hurried, news", 0.0, True))
    with serving("-m", "stemma", "serve", "--quiet", "--db", str(file)) as port:
        for desk, thinking, changing in ways:
            waits = asyncio.run(
                read_at_once(
                    port,
                    file,
                    shelf,
                    readers=readers,
                    seconds=seconds,
                    thinking=thinking,
                    changing=changing,
                )
            )
            yield from tell(waits, reports=size, desk=desk, seconds=seconds, pages=True)
    with serving(__file__, "--peer", "60") as port:
        for desk, thinking in (("peer", THINKING), ("peer, hurried", 0.0)):
            waits = asyncio.run(
                read_at_once(
                    port,
                    file,
                    shelf,
                    readers=readers,
                    seconds=seconds,
                    thinking=thinking,
                    changing=False,
                )
            )
            yield from tell(waits, reports=size, desk=desk, seconds=seconds, pages=False)


def main() -> None:
    """Measure all sizes and print a table; figures go to ``bench/desk.json`` as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=max(SIZES), help="reports in the largest store")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "stemma-bench")
    parser.add_argument("--peer", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.peer:
        serve_peer(chosen.port, chosen.peer)
        return
    print(
        _HEAD.format(
            "reports", "desk", "page", "answers", "a second", "half", "95", "99", "slowest"
        )
    )
    found: list[Wait] = []
    for size in (size for size in SIZES if size <= chosen.most):
        for wait in measure(
            size, folder=chosen.folder, readers=chosen.readers, seconds=chosen.seconds
        ):
            found.append(wait)
            print(wait.row(), flush=True)
    results = Path(__file__).with_name("desk.json")
    results.write_text(json.dumps([asdict(one) for one in found], indent=2) + "\n")


if __name__ == "__main__":
    main()
