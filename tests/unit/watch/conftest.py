"""An invented web, and a clock that moves only when somebody waits."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from stemma.errors import FetchError
from stemma.read import Raw
from stemma.read.answer import Answer
from stemma.stores import Store, open_store
from stemma.watch.clock import after
from stemma.watch.manners import Manners
from stemma.watch.watching import Watch

START = "2026-01-14T06:00:00Z"

Page = Answer | FetchError | Callable[[Mapping[str, str]], Answer | FetchError]


@dataclass(slots=True)
class Time:
    """A clock; whoever waits moves it. ``until`` is when somebody wants an end."""

    now: str = START
    until: str = "9999-01-01T00:00:00Z"

    def clock(self) -> str:
        return self.now

    def pause(self, seconds: float) -> bool:
        self.now = after(self.now, seconds)
        return self.now >= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request that was made."""

    at: str
    url: str
    headers: Mapping[str, str]


@dataclass(slots=True)
class Web:
    """Pages by address; what is not there is missing (404)."""

    time: Time
    pages: dict[str, Page] = field(default_factory=dict[str, Page])
    asked: list[Asked] = field(default_factory=list[Asked])

    def ask(self, url: str, *, headers: Mapping[str, str]) -> Answer:
        self.asked.append(Asked(at=self.time.now, url=url, headers=headers))
        page = self.pages.get(url, Answer(url=url, status=404, headers={}))
        found = page(headers) if callable(page) else page
        if isinstance(found, FetchError):
            raise found
        return Answer(url=url, status=found.status, headers=found.headers, content=found.content)

    def show(self, url: str, content: str | bytes = b"", status: int = 200, **headers: str) -> None:
        written = content.encode() if isinstance(content, str) else content
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[url] = Answer(url=url, status=status, headers=names, content=written)

    def urls(self) -> list[str]:
        """What was asked for, but for rules for robots."""
        return [one.url for one in self.asked if not one.url.endswith("/robots.txt")]


@dataclass(slots=True)
class Desk:
    """Takes what is added; can die of it."""

    taken: list[Raw] = field(default_factory=list[Raw])
    dies: bool = False

    def add(self, raws: Sequence[Raw]) -> int:
        if self.dies and raws:
            raise KeyboardInterrupt
        self.taken += raws
        return len(raws)

    def paths(self) -> list[str]:
        return sorted(raw.path for raw in self.taken)


@dataclass(slots=True)
class Place:
    """All that a watch needs, and what it did."""

    store: Store
    time: Time
    web: Web
    desk: Desk
    manners: Manners

    def watch(self) -> Watch:
        return Watch(
            store=self.store,
            ask=self.web.ask,
            add=self.desk.add,
            clock=self.time.clock,
            pause=self.time.pause,
            manners=self.manners,
        )


@pytest.fixture
def place() -> Iterator[Place]:
    time = Time()
    store = open_store("memory:")
    manners = Manners(at_once=1, revisit=False)
    yield Place(store=store, time=time, web=Web(time), desk=Desk(), manners=manners)
    store.close()


def rss(*addresses: str, extra: str = "") -> str:
    """Write a feed."""
    entries = "".join(f"<item><title>t</title><link>{one}</link></item>" for one in addresses)
    return f"<rss version='2.0'><channel><title>Q</title>{extra}{entries}</channel></rss>"


@pytest.fixture
def feed() -> Callable[..., str]:
    return rss
