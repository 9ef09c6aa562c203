"""What to ask now: one thing of each host that may be asked."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from stemma.stores import Ledger
from stemma.stores.watched import Host
from stemma.watch.robots import Robots, RobotsState
from stemma.watch.schedule.errand import (
    Errand,
    errand_for_article,
    errand_for_list,
    errand_for_robots,
    place_of,
)

_LOOKED_AT = 50
"""So many articles of a host are looked at for one that its robots.txt allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One round.

    ``errands`` go to different hosts. ``refused`` may not be sent: a robots.txt forbids them.
    ``ready`` is when something that is due already may be asked, ``wake`` when anything may; both
    are None where there is nothing.
    """

    errands: tuple[Errand, ...]
    refused: tuple[Errand, ...]
    ready: str | None
    wake: str | None


@dataclass(slots=True, kw_only=True)
class _Round:
    """A plan while it is made."""

    now: str
    rests: Mapping[str, str]
    revisited: Callable[[str], bool]
    due: defaultdict[str, list[Errand]] = field(default_factory=lambda: defaultdict(list))
    ready: list[str] = field(default_factory=list[str])
    wake: list[str] = field(default_factory=list[str])

    def rest_of(self, host: str) -> str:
        """Give until when a host has its rest, over http and https alike."""
        return self.rests.get(place_of(host), "")

    def may_ask(self, host: str) -> str:
        """Give when a host may be asked at the earliest."""
        return max(self.rest_of(host), self.now)


def plan(  # noqa: PLR0913 - all that a round depends on
    ledger: Ledger,
    *,
    now: str,
    watched: Collection[str],
    moved: Sequence[Errand],
    at_once: int,
    revisited: Callable[[str], bool],
) -> Plan:
    """Choose what to send now.

    Hosts that have rested longest come first. Each is asked one thing at a time, its robots.txt
    before all else, then what a redirect ``moved`` there, then lists, then articles, the newest
    first, and when there is nothing else, articles that came before are looked at again, on hosts
    that are ``revisited``. ``watched`` are the lists to look at; articles are fetched whichever
    list named them.
    """
    busy = {errand.name for errand in moved}
    this = _Round(now=now, rests=_rests(ledger), revisited=revisited)
    for errand in moved:
        this.due[errand.host].append(errand)
    for feed in ledger.feeds.all():
        errand = errand_for_list(feed)
        if feed.url in watched and not feed.gone and errand.name not in busy:
            _note(this, feed.host, feed.due, errand)
    for host, due in ledger.feeds.waiting_hosts().items():
        _note(this, host, due, None)
    for host, due in ledger.feeds.revisited_hosts().items():
        if revisited(host):
            _note(this, host, due, None)
    errands: list[Errand] = []
    refused: list[Errand] = []
    taken: set[str] = set()
    for host in sorted(this.due, key=lambda host: (this.rest_of(host), host)):
        when = this.may_ask(host)
        if when > now or len(errands) >= at_once or place_of(host) in taken:
            this.ready.append(when)
            continue
        found, forbidden = _choose(ledger, this, host, busy)
        taken.update(place_of(errand.host) for errand in found)
        errands += found
        refused += forbidden
        if forbidden and not found:
            this.ready.append(now)
    return Plan(
        errands=tuple(errands),
        refused=tuple(refused),
        ready=min(this.ready, default=None),
        wake=min([*this.ready, *this.wake], default=None),
    )


def rules_of(host: Host | None) -> Robots | None:
    """Give what a host allows, None where it was never asked."""
    if host is None or host.robots_state is None:
        return None
    return Robots(state=cast("RobotsState", host.robots_state), text=host.robots)


def _rests(ledger: Ledger) -> Mapping[str, str]:
    rests: dict[str, str] = {}
    for origin, due in ledger.feeds.rests().items():
        place = place_of(origin)
        rests[place] = max(rests.get(place, due), due)
    return rests


def _note(this: _Round, host: str, due: str, errand: Errand | None) -> None:
    """Note that something is to be asked of a host; articles are looked up later."""
    if due <= this.now:
        this.due[host].extend([] if errand is None else [errand])
    else:
        this.wake.append(max(due, this.may_ask(host)))


def _choose(
    ledger: Ledger, this: _Round, host: str, busy: Collection[tuple[str, str]]
) -> tuple[list[Errand], list[Errand]]:
    """Give what to ask of a host, at most one errand, and what it forbids."""
    for_rules = [errand for errand in this.due[host] if errand.kind == "robots"]
    if for_rules:
        return for_rules[:1], []
    held = ledger.feeds.host(host)
    rules = rules_of(held)
    if held is None or rules is None or (held.robots_due or "") <= this.now:
        errand = errand_for_robots(host)
        return ([] if errand.name in busy else [errand]), []
    refused: list[Errand] = []
    for errand in _candidates(ledger, this, host, busy):
        if rules.allows(errand.address):
            return [errand], refused
        refused.append(errand)
    return [], refused


def _candidates(
    ledger: Ledger, this: _Round, host: str, busy: Collection[tuple[str, str]]
) -> Iterator[Errand]:
    yield from this.due[host]
    for article in ledger.feeds.due_articles(host, this.now, most=_LOOKED_AT):
        errand = errand_for_article(article)
        if errand.name not in busy:
            yield errand
    if this.revisited(host):
        for article in ledger.feeds.due_revisits(host, this.now, most=_LOOKED_AT):
            errand = errand_for_article(article, again=True)
            if errand.name not in busy:
                yield errand
