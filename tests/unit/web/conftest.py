"""A site over a store of three invented reports."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient

from stemma import archive, read
from stemma.access import Passwords, Register
from stemma.access.moments import shift
from stemma.model import Actor, Role
from stemma.newsroom import Newsroom
from stemma.settings import Settings, Silence
from stemma.stores import Store
from stemma.web import make_site
from stemma.web.entrance import Entrance


@pytest.fixture
def newsroom(store: Store, workshop: archive.Workshop) -> Newsroom:
    return Newsroom(
        settings=Settings(store="memory:"), progress=Silence(), store=store, clock=workshop.clock
    )


@pytest.fixture
def site(
    newsroom: Newsroom,
    add: Callable[..., archive.Added],
    raws: dict[str, read.Raw],
    workshop: archive.Workshop,
) -> TestClient:
    add(*raws.values())
    archive.refresh(newsroom.store, workshop=workshop)
    return TestClient(make_site(newsroom), base_url="http://127.0.0.1", follow_redirects=False)


PASSWORD = "a heron by the weir"  # noqa: S105 - of invented people
ROOT = Actor(name="root", through="command line")
_FORM_TOKEN = re.compile(r'name="form_token" value="(\w+)"')


@dataclass(slots=True)
class Clock:
    """A clock that stands until it is turned."""

    now: str = "2026-05-10T08:00:00Z"

    def __call__(self) -> str:
        return self.now

    def turn(self, **by: float) -> None:
        self.now = shift(self.now, timedelta(**by))


class Browser(TestClient):
    """A browser that remembers cookies, and copies the form token that pages have."""

    def log_in(self, name: str, password: str = PASSWORD) -> "Browser":
        answer = self.post("/login", data={"name": name, "password": password})
        assert answer.status_code == 303, answer.text
        return self

    @property
    def form_token(self) -> str:
        found = _FORM_TOKEN.search(self.get("/verdicts").text)
        assert found
        return found[1]

    def submit(self, path: str, **form: str | list[str]) -> int:
        data = {"form_token": self.form_token, **form}
        return self.post(path, data=data).status_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A desk with a reader (Rea), an editor (Eda Noll) and an admin (Ada)."""

    app: FastAPI
    newsroom: Newsroom
    register: Register
    clock: Clock

    def open(self, name: str | None = None, *, base: str = "http://127.0.0.1") -> Browser:
        browser = Browser(self.app, base_url=base, follow_redirects=False)
        return browser.log_in(name) if name else browser

    def show(self, secret: str) -> Browser:
        browser = self.open()
        browser.cookies.set("stemma", secret)
        return browser

    def program(self, name: str, role: Role) -> TestClient:
        _, shown = self.register.make_token(name, "importer", role, actor=ROOT)
        headers = {"Authorization": f"Bearer {shown}"}
        return TestClient(
            self.app, base_url="http://127.0.0.1", headers=headers, follow_redirects=False
        )

    def deeds(self) -> list[tuple[str, str, str]]:
        with self.newsroom.store.read() as ledger:
            latest = ledger.deeds.latest(most=100)
        return [(one.act, one.actor.name, one.actor.through) for _, one in reversed(latest)][3:]


@pytest.fixture
def make_team(site: TestClient, newsroom: Newsroom) -> Callable[..., Team]:
    del site  # it is filled

    def make(*, behind_proxy: bool = False) -> Team:
        clock = Clock()
        turned = replace(newsroom, clock=clock)
        passwords = Passwords(hasher=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        entrance = Entrance(newsroom=turned, passwords=passwords, behind_proxy=behind_proxy)
        roles: dict[str, Role] = {"Rea": "reader", "Eda Noll": "editor", "Ada": "admin"}
        for name, role in roles.items():
            entrance.register.add(name, PASSWORD, role, actor=ROOT)
        hosts = ["127.0.0.1", "desk.example.org"]
        app = make_site(turned, hosts=hosts, entrance=entrance)
        return Team(app=app, newsroom=turned, register=entrance.register, clock=clock)

    return make


@pytest.fixture
def team(make_team: Callable[..., Team]) -> Team:
    return make_team()
