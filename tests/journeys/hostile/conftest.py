"""A desk with accounts over a store of hostile reports, with hostile verdicts and names."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.journeys.hostile.inputs import make_inputs
from tests.journeys.hostile.payloads import PAYLOADS

from stemma import archive
from stemma.access import Passwords
from stemma.errors import UsageError
from stemma.model import Actor
from stemma.newsroom import Newsroom, open_newsroom
from stemma.settings import Settings
from stemma.web import make_site
from stemma.web.entrance import Entrance

PASSWORD = "a heron by the weir"  # noqa: S105 - of nobody
SHORT = [one for one in PAYLOADS if one.isprintable() and len(one) < 100]
HOSTILE_NAME = SHORT[0]
LOGIN = {"name": HOSTILE_NAME, "password": PASSWORD}
_ROOT = Actor(name=SHORT[1], through="command line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A filled newsroom, a desk that its owner sees, and one with accounts."""

    newsroom: Newsroom
    own: FastAPI
    shared: FastAPI
    reports: tuple[str, ...]
    stories: tuple[str, ...]

    def open(self, *, shared: bool = False) -> TestClient:
        app = self.shared if shared else self.own
        client = TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)
        if shared:
            assert client.post("/login", data=LOGIN).status_code == 303
        return client

    @property
    def pages(self) -> list[str]:
        """Give the path of every page that a reader can open."""
        first, second, third, *_ = self.reports
        return [
            "/stories",
            *(f"/story/{one}" for one in self.stories),
            *(f"/report/{one}" for one in self.reports),
            f"/compare?report={first}&report={second}&report={third}",
            "/search?q=coastguard",
            "/search?q=hostile",
            "/search?q=script+kind:quote",
            "/verdicts",
            "/audit",
        ]


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    settings = Settings(store=str(tmp_path_factory.mktemp("hostile") / "stemma.db"))
    with open_newsroom(settings, clock=lambda: "2026-05-10T08:00:00Z") as newsroom:
        added = newsroom.take(make_inputs())
        newsroom.refresh()
        _decide(newsroom, added.reports)
        shared = Entrance(
            newsroom=newsroom,
            passwords=Passwords(hasher=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)),
        )
        shared.register.add(HOSTILE_NAME, PASSWORD, "admin", actor=_ROOT)
        for payload in SHORT:
            shared.register.make_token(HOSTILE_NAME, payload, "reader", actor=_ROOT)
            with suppress(UsageError):
                shared.register.add(payload, PASSWORD, "reader", actor=_ROOT)
        yield Desk(
            newsroom=newsroom,
            own=make_site(newsroom),
            shared=make_site(newsroom, entrance=shared),
            reports=added.reports,
            stories=tuple(one.id for one in newsroom.stories()),
        )


def _decide(newsroom: Newsroom, reports: tuple[str, ...]) -> None:
    """Let people with hostile names decide, for hostile reasons; told anew only once."""
    with newsroom.store.write() as ledger:
        for at, payload in enumerate(PAYLOADS[: len(reports)]):
            request = archive.Request(
                kind="taken_from",
                names=(reports[at],),
                author=payload,
                reason=payload,
                answer=payload[:200],
            )
            with suppress(UsageError):
                archive.take_down(ledger, request, now=newsroom.clock())
    newsroom.refresh()


@pytest.fixture(scope="session")
def report_page(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of the largest story's self-contained page."""
    story = max(desk.newsroom.stories(), key=lambda one: one.counts.reports)
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_bytes(desk.open().get(f"/story/{story.id}.html").content)
    return file
