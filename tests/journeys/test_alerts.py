"""From a feed to the people who are told: all on loopback, with a clock that the test moves."""

import base64
import hashlib
import hmac
import json
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any, cast

import feedparser
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from stemma.lookout import Telling, Watched, keep_watch
from stemma.newsroom import Newsroom, open_newsroom
from stemma.settings import Settings
from stemma.watch.clock import after
from stemma.watch.delivery import Mail, MailServer
from stemma.watch.manners import Manners

SECRET = "a long text that nobody knows"  # noqa: S105 - invented
COURIER = """<html><head><title>Bridge in Halden shut</title>
<meta property="og:site_name" content="Halden Courier">
<link rel="canonical" href="https://haldencourier.example/bridge">
<meta property="article:published_time" content="2026-03-03T05:00:00Z"></head><body><article>
<h1>Bridge in Halden shut after cracks found</h1>
<p>The bridge in Halden was shut on Monday after a surveyor found cracks in the second pier, the
council said.</p>
<p>{cars} cars use the bridge every day. Buses take the long way round by the mill.</p>
<p>"We cannot take the risk," said Ilse Marrow, who leads the council.</p>
<p>The surveyor will look at the other piers next week, and a report is due in April.</p>
</article></body></html>"""
POST = """<html><head><title>Cracks close bridge at Halden</title>
<meta property="og:site_name" content="The Fenmark Post">
<link rel="canonical" href="https://fenmarkpost.example/halden-bridge">
<meta property="article:published_time" content="2026-03-03T06:30:00Z"></head><body><article>
<h1>Cracks close bridge at Halden</h1>
<p>By Tove Rask</p>
<p>Halden's bridge stays shut after a surveyor found cracks in its second pier.</p>
<p>About 6,000 cars use the bridge every day, the police said. The ferry runs until midnight, and
the ferryman has asked his brother to help.</p>
<p>Tove Rask saw a queue of forty lorries on the mill road this morning.</p>
</article></body></html>"""
ENTRY = """<entry><title>Bridge</title><link href="/{name}"/>
<published>2026-03-03T05:00:00Z</published><updated>{updated}</updated></entry>"""


@dataclass
class World:
    """A site with a feed, a receiver of webhooks, and what came to it."""

    url: str = ""
    pages: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    asked: list[str] = field(default_factory=list[str])
    failing: bool = True
    posts: list[tuple[dict[str, str], bytes]] = field(
        default_factory=list[tuple[dict[str, str], bytes]]
    )

    def feed(self) -> str:
        entries = "".join(
            ENTRY.format(name=name, updated=updated) for name, (updated, _) in self.pages.items()
        )
        return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>All</title>{entries}</feed>"


class Handler(BaseHTTPRequestHandler):
    world: World

    def do_GET(self) -> None:
        name = self.path.strip("/")
        self.world.asked.append(name)
        if name == "feed":
            self.answer(200, self.world.feed().encode(), "application/atom+xml")
        elif name in self.world.pages:
            self.answer(200, self.world.pages[name][1].encode(), "text/html")
        else:
            self.answer(404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        if self.world.failing:
            self.answer(500)
        else:
            self.world.posts.append((headers, body))
            self.answer(204)

    def answer(self, status: int, body: bytes = b"", content_type: str = "text/plain") -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Keep quiet."""


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    with ThreadingHTTPServer(("127.0.0.1", 0), type("H", (Handler,), {"world": world})) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        world.url = f"http://127.0.0.1:{running.server_port}"
        yield world
        running.shutdown()
        thread.join()


@pytest.fixture
def letters() -> Iterator[tuple[MailServer, list[bytes]]]:
    came: list[bytes] = []

    class Letterbox:
        async def handle_DATA(  # noqa: N802 - the server calls it so
            self, _server: object, _session: object, envelope: Envelope
        ) -> str:
            came.append(cast("bytes", envelope.content))
            return "250 OK"

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(Letterbox(), hostname="127.0.0.1", port=port)
    controller.start()
    yield MailServer(host="127.0.0.1", port=port), came
    controller.stop()


@dataclass
class Desk:
    """A newsroom that is opened anew for each look, as cron would."""

    folder: Path
    url: str
    server: MailServer
    now: str = "2026-03-03T07:00:00Z"

    @contextmanager
    def open(self) -> Generator[Newsroom]:
        settings = Settings(store=str(self.folder / "stemma.db"))
        with open_newsroom(settings, clock=lambda: self.now) as newsroom:
            yield newsroom

    def look(self) -> Watched:
        recipients = ("desk@fenmarkpost.example",)
        with self.open() as newsroom:
            return keep_watch(
                newsroom,
                [f"{self.url}/feed"],
                manners=Manners(delay=0, every=900, seldom=900, revisit=False),
                telling=Telling(
                    outlets=2,
                    lines=self.folder / "alerts.jsonl",
                    atom=self.folder / "alerts.xml",
                    webhook=f"{self.url}/hook",
                    secret=SECRET,
                    mail=Mail(server=self.server, sender=recipients[0], recipients=recipients),
                ),
                pause=self.pause,
                once=True,
                allow_private=True,
            )

    def pause(self, seconds: float) -> bool:
        self.now = after(self.now, seconds)
        return False

    def told(self) -> list[dict[str, Any]]:
        path = self.folder / "alerts.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return [json.loads(line) for line in lines]


Look = Callable[[], Watched]


def test_from_a_feed_to_everybody_who_is_to_be_told(
    world: World, letters: tuple[MailServer, list[bytes]], tmp_path: Path
):
    server, mails = letters
    desk = Desk(folder=tmp_path, url=world.url, server=server)
    world.pages["courier"] = ("2026-03-03T05:00:00Z", COURIER.format(cars="Some 4,000"))
    first = desk.look()
    assert (first.tally.articles, first.tally.reports, desk.told()) == (1, 1, [])

    desk.pause(3_600)
    world.pages["post"] = ("2026-03-03T06:30:00Z", POST)
    second = desk.look()
    assert (second.tally.articles, second.tally.reports) == (1, 1)
    kinds = {one["kind"] for one in desk.told()}
    assert {"new_story", "new_conflict"} <= kinds
    texts = held_texts(desk)
    for alert in desk.told():
        assert alert["evidence"]
        for span in alert["evidence"]:
            assert texts[span["report"]][span["start"] : span["end"]] == span["text"]
    conflict = next(one for one in desk.told() if one["kind"] == "new_conflict")
    assert {"4,000", "6,000"} <= {
        word for span in conflict["evidence"] for word in span["text"].split()
    }

    desk.pause(3_600)
    changed = COURIER.format(cars="Some 7,500")
    world.pages["courier"] = ("2026-03-03T08:30:00Z", changed)
    before = len(desk.told())
    third = desk.look()
    assert (third.tally.articles, third.tally.reports) == (1, 1)
    news = desk.told()[before:]
    (revised,) = [one for one in news if "changed a figure" in one["message"]]
    assert revised["kind"] == "changed_figure"
    assert any("4,000" in span["text"] for span in revised["evidence"])
    assert any("7,500" in span["text"] for span in revised["evidence"])

    assert world.posts == []
    world.failing = False
    for _ in range(3):
        desk.pause(7_200)
        desk.look()
    ids = [one["id"] for one in desk.told()]
    assert len(ids) == len(set(ids))
    assert sorted(headers["webhook-id"] for headers, _ in world.posts) == sorted(ids)
    assert all(is_signed(headers, body) for headers, body in world.posts)
    assert len(mails) == len(ids)
    feed: Any = cast("Any", feedparser).parse(str(tmp_path / "alerts.xml"))
    assert sorted(one.id.removeprefix("urn:stemma:") for one in feed.entries) == sorted(ids)
    assert [world.asked.count(name) for name in ("courier", "post")] == [2, 1]


def held_texts(desk: Desk) -> dict[str, str]:
    with desk.open() as newsroom, newsroom.store.read() as ledger:
        stories = [story.id for story in newsroom.stories()]
        assert len(stories) == 1
        reports = ledger.stories.members(stories[0])
        return {held.report.id: held.report.text for held in ledger.reports.several(reports)}


def is_signed(headers: dict[str, str], body: bytes) -> bool:
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    mac = base64.b64encode(hmac.new(SECRET.encode(), signed, hashlib.sha256).digest()).decode()
    return headers["webhook-signature"] == f"v1,{mac}"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_watch_ends_cleanly_when_it_is_asked_to(
    world: World, tmp_path: Path, number: signal.Signals
):
    command = [sys.executable, "-m", "stemma", "watch", f"{world.url}/feed", "--allow-private"]
    command += ["--db", str(tmp_path / "stemma.db"), "--contact", "desk@fenmarkpost.example", "-v"]
    environment = {**os.environ, "NO_COLOR": "1"}
    with Popen(command, stdout=PIPE, stderr=PIPE, env=environment) as running:  # noqa: S603 - ours
        assert running.stderr is not None
        lines = iter(running.stderr.readline, b"")
        assert any(b"/feed: 200" in line for line in lines)
        running.send_signal(number)
        rest = b"".join(lines)
        assert running.wait(timeout=30) == 0
    assert b"1 feed read" in rest
    assert b"Traceback" not in rest
