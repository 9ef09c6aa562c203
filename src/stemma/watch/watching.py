"""The watch itself: ask, add, tell; then wait for what is due next."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol

from stemma.errors import InputError
from stemma.model.alert import ALERT_KINDS, AlertKind
from stemma.read import Raw
from stemma.read.answer import Answer
from stemma.stores import Store
from stemma.stores.watched import Article
from stemma.watch.clock import Clock, Pause, seconds_between
from stemma.watch.delivery import Channel, deliver, send_on
from stemma.watch.manners import Manners
from stemma.watch.schedule import (
    MOST_AN_HOUR,
    Came,
    Errand,
    Plan,
    claim,
    new_feed,
    plan,
    read_list,
    refuse,
    settle,
)

_ADDED_AT_ONCE = 16
_PATIENCE_SECONDS = 120.0
"""A single look waits so long for a host's delay; what takes longer is left for the next look."""

_UNCHANGED = 304
_LONGEST_SLEEP = 60.0
"""In seconds: others may have added reports to the same store, and there are alerts to deliver."""

_TO_THE_HOUR = len("2026-01-14T06")


class Ask(Protocol):
    """Sends one request and gives the answer, whatever its status; follows no redirect."""

    def __call__(self, url: str, *, headers: Mapping[str, str]) -> Answer:
        """Send it; raise ``InputError`` where there is no answer."""
        ...


Add = Callable[[Sequence[Raw]], int]
"""Adds articles to the store, none or several, and tells anew what changed; gives how many
reports are new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a watch did.

    ``lists`` were read and ``unchanged`` had nothing new; ``articles`` were fetched, ``reports``
    of them are new; ``delivered`` counts alerts on each of their ways.
    """

    lists: int = 0
    unchanged: int = 0
    articles: int = 0
    reports: int = 0
    delivered: int = 0
    problems: tuple[str, ...] = ()


Hear = Callable[[str], None]
"""Hears what goes on, a line in plain English at a time."""


def _say_nothing(message: str) -> None:
    del message


@dataclass(slots=True, kw_only=True)
class Watch:
    """Looks after lists of news, adds what they name, and delivers what there is to tell.

    All that it knows is in the store: whatever ends it, the next one goes on from there.
    ``kinds`` are the alerts to deliver of those that others found in the same store.
    ``patience`` is for how many seconds at most an answer is waited for; so long a process that
    dies keeps others from the hosts that it was asking.
    """

    store: Store
    ask: Ask
    add: Add
    clock: Clock
    pause: Pause
    manners: Manners = field(default_factory=Manners)
    channels: Sequence[Channel] = ()
    kinds: Collection[AlertKind] = ALERT_KINDS
    patience: float = 60.0
    hear: Hear = _say_nothing
    _moved: list[Errand] = field(default_factory=list[Errand], init=False)
    _revisits: Counter[tuple[str, str]] = field(
        default_factory=Counter[tuple[str, str]], init=False
    )
    _tally: Tally = field(default_factory=Tally, init=False)

    def look(self, roots: Sequence[str]) -> Tally:
        """Ask what is due now, add what came of it, deliver, and come back.

        ``roots`` are addresses of lists; with none, all that were ever named are looked at.
        """
        return self._run(roots, once=True)

    def keep_looking(self, roots: Sequence[str]) -> Tally:
        """Go on until ``pause`` tells that somebody wants an end."""
        return self._run(roots, once=False)

    def _run(self, roots: Sequence[str], *, once: bool) -> Tally:
        self._tally = Tally()
        self._moved = []
        self._name(roots)
        self._add([])  # what was read before an end, and not told yet
        self._add_held(least=1)
        while True:
            now = self.clock()
            this = self._plan(roots, now)
            if this.errands or this.refused:
                self._go(this)
                self._add_held(least=_ADDED_AT_ONCE)
                if self.pause(0):
                    break
                continue
            self._add_held(least=1)
            self._deliver()
            wait = self._wait(this, now, once=once)
            if wait is None or self.pause(wait):
                break
        self._add_held(least=1)
        self._deliver()
        return self._tally

    def _name(self, roots: Sequence[str]) -> None:
        now = self.clock()
        with self.store.write() as ledger:
            ledger.feeds.name(new_feed(url, now=now, manners=self.manners) for url in roots)

    def _plan(self, roots: Sequence[str], now: str) -> Plan:
        """Choose a round, and claim it: another process may watch with the same store."""
        with self.store.write() as ledger:
            watched: Collection[str] = (
                ledger.feeds.beneath(roots) if roots else {feed.url for feed in ledger.feeds.all()}
            )
            this = plan(
                ledger,
                now=now,
                watched=watched,
                moved=self._moved,
                at_once=self.manners.at_once,
                revisited=partial(self._is_revisited, now[:_TO_THE_HOUR]),
            )
            self._revisits.update(
                (now[:_TO_THE_HOUR], one.host) for one in this.errands if one.again
            )
            claim(ledger, this.errands, now=now, seconds=self.patience)
        return this

    def _is_revisited(self, hour: str, host: str) -> bool:
        """Tell whether articles of a host may be looked at again within this hour."""
        return self.manners.revisit and self._revisits[hour, host] < MOST_AN_HOUR

    def _go(self, this: Plan) -> None:
        """Send a round, and keep all that came of it at once."""
        sent = {errand.name for errand in (*this.errands, *this.refused)}
        came = self._send(this.errands)
        read = [
            read_list(errand, answer, limit=self.manners.limit)
            for errand, answer in zip(this.errands, came, strict=True)
        ]
        now = self.clock()
        onward: list[Errand] = []
        with self.store.write() as ledger:
            for errand in this.refused:
                refuse(ledger, errand, now=now)
            for errand, answer, listing in zip(this.errands, came, read, strict=True):
                following = settle(ledger, errand, answer, listing, now=now, manners=self.manners)
                onward += [] if following is None else [following]
        self._moved = [errand for errand in self._moved if errand.name not in sent] + onward
        for errand, answer in zip(this.errands, came, strict=True):
            self._count(errand, answer)

    def _send(self, errands: Sequence[Errand]) -> list[Came]:
        """Ask several hosts side by side."""
        if len(errands) < 2:  # noqa: PLR2004 - one needs no thread
            return [self._ask(errand) for errand in errands]
        with ThreadPoolExecutor(len(errands), thread_name_prefix="stemma-ask") as pool:
            return list(pool.map(self._ask, errands))

    def _ask(self, errand: Errand) -> Came:
        headers = {"User-Agent": self.manners.agent, **errand.headers}
        try:
            return self.ask(errand.address, headers=headers)
        except InputError as error:
            return error

    def _count(self, errand: Errand, came: Came) -> None:
        told = came.status if isinstance(came, Answer) else str(came)
        self.hear(f"{errand.kind} {errand.address}: {told}")
        if not isinstance(came, Answer):
            return
        tally = self._tally
        is_list = errand.kind == "list"
        self._tally = replace(
            tally,
            lists=tally.lists + (is_list and came.is_success),
            unchanged=tally.unchanged + (is_list and came.status == _UNCHANGED),
            articles=tally.articles + (errand.kind == "article" and came.is_success),
        )

    def _add_held(self, *, least: int) -> None:
        """Add the articles that were fetched, where there are at least so many."""
        while True:
            with self.store.read() as ledger:
                held = ledger.feeds.in_state("held", most=_ADDED_AT_ONCE)
                if len(held) < max(1, least):
                    return
                contents = [ledger.raws.content(one.raw or "") for one in held]
            raws = [
                _raw(article, content)
                for article, content in zip(held, contents, strict=True)
                if content is not None
            ]
            self._add(raws)
            with self.store.write() as ledger:
                ledger.feeds.keep_articles([replace(one, state="added") for one in held])
            self._deliver()

    def _add(self, raws: Sequence[Raw]) -> None:
        new = self.add(raws)
        self._tally = replace(self._tally, reports=self._tally.reports + new)

    def _deliver(self) -> None:
        send_on(self.store, self.channels, self.kinds, clock=self.clock)
        done = deliver(self.store, self.channels, clock=self.clock)
        for problem in done.problems:
            self.hear(f"not delivered yet: {problem}")
        tally = self._tally
        self._tally = replace(
            tally,
            delivered=tally.delivered + done.count,
            problems=tuple(dict.fromkeys([*tally.problems, *done.problems])),
        )

    def _wait(self, this: Plan, now: str, *, once: bool) -> float | None:
        """Give the seconds until something can be done; None where a single look is over."""
        if once:
            if this.ready is None:
                return None
            wait = max(0.0, seconds_between(now, this.ready))
            return wait if wait <= _PATIENCE_SECONDS else None
        with self.store.read() as ledger:
            names = [channel.name for channel in self.channels]
            times = [this.wake, ledger.alerts.next_due(names)]
        waits = [seconds_between(now, at) for at in times if at is not None]
        return min(_LONGEST_SLEEP, max(1.0, min(waits, default=_LONGEST_SLEEP)))


def _raw(article: Article, content: bytes) -> Raw:
    return Raw(
        path=article.url,
        content=content,
        url=article.final_url,
        content_type=article.content_type,
    )
