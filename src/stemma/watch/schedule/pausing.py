"""When a host may be asked again."""

from collections.abc import Iterable
from dataclasses import replace

from stemma.errors import FetchError
from stemma.read.answer import Answer
from stemma.stores import Ledger
from stemma.stores.watched import Host
from stemma.watch.clock import after, moment
from stemma.watch.manners import Manners
from stemma.watch.robots import read_robots
from stemma.watch.schedule.errand import Came, Errand
from stemma.watch.schedule.planning import rules_of
from stemma.watch.waiting import DAY, asked_to_wait, back_off

OVERLOADED = frozenset({429, 503})
_SERVER_ERROR = 500
_FIRST_WAIT = 60.0


def claim(ledger: Ledger, errands: Iterable[Errand], *, now: str, seconds: float) -> None:
    """Keep other processes from asking these hosts until the answers are in.

    A process that dies holds them up for so many seconds.
    """
    until = after(now, seconds)
    for errand in errands:
        host = ledger.feeds.host(errand.host) or Host(origin=errand.host, due=now)
        ledger.feeds.keep_host(replace(host, due=until))


def pause(ledger: Ledger, errand: Errand, came: Came, *, now: str, manners: Manners) -> None:
    """Give a host its rest: the usual delay, or longer where it asks for it or is in trouble.

    A host is in trouble that does not answer, answers "too many requests" or "unavailable", or
    has nothing but an error for who asks what it allows. Where it asks for little ("Retry-After:
    0"), it is left as long as one that asks for nothing.
    """
    host = ledger.feeds.host(errand.host) or Host(origin=errand.host, due=now)
    if isinstance(came, FetchError) or _is_in_trouble(errand, came):
        failures = host.failures + 1
        asked = asked_to_wait(came.headers, moment(now)) if isinstance(came, Answer) else None
        wait = max(asked or 0.0, back_off(host.origin, failures, least=_FIRST_WAIT))
    else:
        failures = 0
        wait = 0.0
    rules = rules_of(host)
    delay = max(manners.delay, 0.0 if rules is None else min(rules.delay, DAY))
    ledger.feeds.keep_host(replace(host, due=after(now, max(wait, delay)), failures=failures))


def _is_in_trouble(errand: Errand, came: Came) -> bool:
    if not isinstance(came, Answer):
        return False
    return came.status in OVERLOADED or (errand.kind == "robots" and came.status >= _SERVER_ERROR)


def learn_rules(ledger: Ledger, errand: Errand, came: Came, *, now: str) -> None:
    """Keep what a host allows: for a day, or until it can be asked again (RFC 9309, 2.4)."""
    host = ledger.feeds.host(errand.key) or Host(origin=errand.key, due=now)
    answered = came if isinstance(came, Answer) else FetchError(str(came))
    held = rules_of(host)
    rules = read_robots(answered, held=held)
    stale = rules is held or rules.state == "unreachable"
    wait = back_off(host.origin, max(1, host.failures), least=_FIRST_WAIT) if stale else DAY
    again = after(now, wait)
    ledger.feeds.keep_host(
        replace(
            host,
            due=max(host.due, again) if rules.state == "unreachable" else host.due,
            robots_state=rules.state,
            robots=rules.text,
            robots_due=again,
        )
    )
