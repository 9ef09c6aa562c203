"""Watching, against a real server on loopback that misbehaves in every way it can."""

import gzip
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from stemma.read import HttpFetcher, Raw
from stemma.stores import Store, open_store
from stemma.watch.clock import after, seconds_between
from stemma.watch.manners import Manners
from stemma.watch.watching import Tally, Watch

BOMB = gzip.compress(b"<rss>" + b" " * 60_000_000)
PAGE = b"<html><body><p>The ferry struck a bank.</p></body></html>"
START = "2026-01-14T06:00:00Z"


def rss(*paths: str) -> bytes:
    entries = "".join(f"<item><title>t</title><link>{path}</link></item>" for path in paths)
    return f"<rss version='2.0'><channel><title>Q</title>{entries}</channel></rss>".encode()


@dataclass
class Site:
    """A server; each path does what its name says. ``asked`` counts requests, rules left out."""

    url: str = ""
    asked: Counter[str] = field(default_factory=Counter[str])
    seen: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    paths: tuple[str, ...] = ()
    mended: bool = False


class Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self.answer(404)
            return
        self.site.asked[self.path] += 1
        self.site.seen[self.path] = {name.lower(): value for name, value in self.headers.items()}
        name = self.path.strip("/").partition("/")[0].replace("-", "_").replace(".", "_")
        getattr(self, f"do_{name}")()

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_feed(self) -> None:
        self.answer(200, rss(*self.site.paths), Content_Type="application/rss+xml")

    def do_page(self) -> None:
        self.answer(200, PAGE, Content_Type="text/html")

    def do_same(self) -> None:
        if self.headers["If-None-Match"] == '"1"':
            self.answer(304, ETag='"1"')
        else:
            self.answer(200, rss("/page/1"), ETag='"1"')

    def do_silent(self) -> None:
        time.sleep(0.8)

    def do_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.05)

    def do_busy(self) -> None:
        if self.site.mended:
            self.do_feed()
        else:
            self.answer(429, Retry_After="1800")

    def do_failing(self) -> None:
        self.answer(500)

    def do_loop(self) -> None:
        self.answer(302, Location="/loop")

    def do_inward(self) -> None:
        self.answer(302, Location="http://169.254.169.254/latest/meta-data")

    def do_broken(self) -> None:
        whole = rss("/page/1").partition(b"</channel>")[0]
        self.answer(200, whole + b"<item><title>this & that<br><link>/pa")

    def do_nonsense(self) -> None:
        self.answer(200, b"\x00\xff no feed at all", Content_Type="application/rss+xml")

    def do_bomb(self) -> None:
        self.answer(200, BOMB, Content_Encoding="gzip", Content_Type="application/rss+xml")

    def do_packed_bomb_xml_gz(self) -> None:
        self.answer(200, BOMB, Content_Type="application/gzip")

    def do_charset(self) -> None:
        body = rss("/page/1").replace(b"<title>Q", "<title>Café".encode("latin-1"))
        self.answer(200, body, Content_Type="application/rss+xml; charset=utf-8")

    def do_cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(rss("/page/1"))

    def log_message(self, *_: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Keep quiet."""

    def handle(self) -> None:
        with suppress(ConnectionError):  # the client had enough, as it should
            super().handle()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    handler = type("Handling", (Handler,), {"site": site})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        site.url = f"http://127.0.0.1:{running.server_port}"
        yield site
        running.shutdown()
        thread.join()


@dataclass
class Desk:
    """A clock that moves when somebody waits, and a place for what was fetched."""

    store: Store
    now: str = START
    steps: int = 1_000_000
    taken: list[Raw] = field(default_factory=list[Raw])

    def pause(self, seconds: float) -> bool:
        self.now = after(self.now, seconds)
        self.steps -= 1
        return self.steps <= 0

    def add(self, raws: Sequence[Raw]) -> int:
        self.taken += raws
        return len(raws)

    def look(self, *roots: str, allow_private: bool = True) -> Tally:
        fetcher = HttpFetcher(limit=5_000_000, seconds=1, patience=0.4, allow_private=allow_private)
        return Watch(
            store=self.store,
            ask=fetcher.ask,
            add=self.add,
            clock=lambda: self.now,
            pause=self.pause,
            manners=Manners(delay=0, limit=5_000_000, revisit=False),
        ).look(roots)

    def problem(self, url: str) -> str | None:
        with self.store.read() as ledger:
            feed = ledger.feeds.find(url)
        assert feed is not None
        assert seconds_between(self.now, feed.due) > 0
        return feed.problem


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = open_store(str(tmp_path / "stemma.db"))
    yield Desk(store)
    store.close()


def test_what_a_feed_names_is_fetched_as_it_is(site: Site, desk: Desk):
    site.paths = ("/page/1", "/page/2?utm_source=rss", "/page/1#top")
    desk.look(f"{site.url}/feed")
    assert sorted(raw.path for raw in desk.taken) == [
        f"{site.url}/page/1",
        f"{site.url}/page/2?utm_source=rss",
    ]
    assert {raw.content for raw in desk.taken} == {PAGE}
    assert site.seen["/feed"]["user-agent"].startswith("stemma-news/")


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("silent", "kept silent for 0.4 seconds"),
        ("drip", "not through after 1 seconds"),
        ("failing", "answers with 500"),
        ("loop", "redirects more than 5 times"),
        ("nonsense", "holds no feed that can be read"),
        ("bomb", "more than 5,000,000 bytes"),
        ("packed-bomb.xml.gz", "more than 5,000,000 bytes"),
        ("cut", "could not be fetched"),
    ],
)
def test_a_feed_that_misbehaves_is_named_and_asked_later_and_the_others_go_on(
    site: Site, desk: Desk, path: str, problem: str
):
    site.paths = ("/page/1",)
    bad, good = f"{site.url}/{path}", f"{site.url}/feed"
    desk.look(bad, good)
    desk.now = after(desk.now, 120)
    desk.look(bad, good)
    assert problem in (desk.problem(bad) or "")
    assert [raw.path for raw in desk.taken] == [f"{site.url}/page/1"]


@pytest.mark.parametrize("path", ["broken", "charset"])
def test_a_feed_that_is_half_broken_is_read_as_far_as_it_goes(site: Site, desk: Desk, path: str):
    desk.look(f"{site.url}/{path}")
    assert [raw.path for raw in desk.taken] == [f"{site.url}/page/1"]


def test_a_redirect_inwards_is_refused(site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def take_loopback_for_public(number: str) -> bool:
        return number == "127.0.0.1"

    monkeypatch.setattr("stemma.read.public_addresses.is_public", take_loopback_for_public)
    desk.look(f"{site.url}/inward", allow_private=False)
    assert "rules" not in (desk.problem(f"{site.url}/inward") or "")
    with desk.store.read() as ledger:
        inner = ledger.feeds.host("http://169.254.169.254")
    assert inner is not None
    assert inner.robots_state == "unreachable"
    assert site.asked == {"/inward": 1}


def test_private_addresses_are_refused_from_the_start(site: Site, desk: Desk):
    desk.look(f"{site.url}/feed", allow_private=False)
    assert site.asked == {}


def test_an_unchanged_feed_costs_one_small_answer(site: Site, desk: Desk):
    desk.look(f"{site.url}/same")
    desk.now = after(desk.now, 7_200)
    tally = desk.look(f"{site.url}/same")
    assert (tally.lists, tally.unchanged) == (0, 1)
    assert site.asked == {"/same": 2, "/page/1": 1}


def test_a_host_that_asks_to_wait_is_not_asked_before(site: Site, desk: Desk):
    site.paths = ("/page/1",)
    desk.look(f"{site.url}/busy")
    site.mended = True
    desk.now = after(START, 1_600)
    desk.look(f"{site.url}/busy")
    assert site.asked == {"/busy": 1}
    desk.now = after(START, 1_802)
    desk.look(f"{site.url}/busy")
    assert site.asked == {"/busy": 2, "/page/1": 1}


def test_a_feed_of_ten_thousand_entries_is_taken_in_once(site: Site, desk: Desk):
    site.paths = tuple(f"/page/{number}" for number in range(10_000))
    desk.steps = 12
    desk.look(f"{site.url}/feed")
    with desk.store.read() as ledger:
        before = ledger.feeds.count()
    assert sum(before.values()) == 10_000
    desk.now, desk.steps = after(desk.now, 90_000), 12
    desk.look(f"{site.url}/feed")
    with desk.store.read() as ledger:
        later = ledger.feeds.count()
    assert sum(later.values()) == 10_000
    assert later["added"] > before["added"] > 0
    assert max(count for path, count in site.asked.items() if path != "/feed") == 1


@pytest.mark.parametrize("steps", range(1, 8))
def test_a_restart_at_any_step_fetches_nothing_twice_and_loses_nothing(
    site: Site, desk: Desk, steps: int
):
    site.paths = tuple(f"/page/{number}" for number in range(4))
    desk.steps = steps
    desk.look(f"{site.url}/feed")
    desk.steps = 1_000
    desk.look(f"{site.url}/feed")
    assert set(site.asked.values()) == {1}
    assert sorted(raw.path for raw in desk.taken) == [
        f"{site.url}/page/{number}" for number in range(4)
    ]


WATCHER = """
import sys, time
from stemma.read import HttpFetcher
from stemma.stores import open_store
from stemma.archive import present
from stemma.watch.manners import Manners
from stemma.watch.watching import Watch

def pause(seconds):
    print("step", flush=True)
    time.sleep(min(seconds, 2))
    return False

Watch(
    store=open_store(sys.argv[1]), ask=HttpFetcher(allow_private=True).ask, add=len, clock=present,
    pause=pause, patience=1, manners=Manners(delay=0),
).look([sys.argv[2]])
"""


def test_a_process_that_is_killed_loses_nothing_and_repeats_only_what_was_on_its_way(
    site: Site, tmp_path: Path
):
    site.paths = tuple(f"/page/{number}" for number in range(30))
    location = str(tmp_path / "stemma.db")
    command = [sys.executable, "-c", WATCHER, location, f"{site.url}/feed"]
    kills = (3, 9)
    for steps in kills:
        with Popen(command, stdout=PIPE) as running:  # noqa: S603 - our own words
            assert running.stdout is not None
            for _ in range(steps):
                running.stdout.readline()
            running.kill()
    with Popen(command, stdout=PIPE) as running:  # noqa: S603 - as above
        running.communicate()
    assert running.returncode == 0
    assert set(site.asked) == {"/feed", *site.paths}
    assert sum(site.asked.values()) - len(site.asked) <= len(kills)
    store = open_store(location)
    with store.read() as ledger:
        assert ledger.feeds.count() == {"added": 30}
        assert len(ledger.raws.digests()) == 1
    store.close()
