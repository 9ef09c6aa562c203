"""Bringing alerts to people: each at least once, however often it takes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from stemma.model import Alert
from stemma.model.alert import AlertKind
from stemma.stores import Store
from stemma.stores.alerts import Delivery
from stemma.watch.clock import Clock, after
from stemma.watch.delivery.channel import Channel, DeliveryError
from stemma.watch.waiting import DAY, back_off

_AT_ONCE = 100
_CLAIMED_SECONDS = 60.0
_FIRST_WAIT = 30.0
_LONGEST_WAIT = 6 * 3_600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What came of a round: how many deliveries succeeded, and what went wrong."""

    count: int = 0
    problems: tuple[str, ...] = ()


def send_on(
    store: Store, channels: Sequence[Channel], kinds: Collection[AlertKind], *, clock: Clock
) -> int:
    """Have alerts delivered that were found within a day when no way was open; give how many.

    So it is with what came of reports that were added by hand.
    """
    now = clock()
    with store.read() as ledger:
        waiting = [
            alert
            for alert in ledger.alerts.unsent(since=after(now, -DAY))
            if channels and alert.kind in kinds
        ]
    if waiting:
        with store.write() as ledger:
            for alert in waiting:
                ledger.alerts.send(alert, channels=[one.name for one in channels], at=now)
    return len(waiting)


def deliver(store: Store, channels: Sequence[Channel], *, clock: Clock) -> Delivered:
    """Deliver what is due; what does not get through is tried later, at growing intervals.

    That an alert is delivered is kept as soon as it is: a process that dies repeats one at most,
    and two processes with one store repeat none.
    """
    count = 0
    problems: list[str] = []
    for channel in channels:
        with store.read() as ledger:
            waiting = ledger.alerts.due(channel.name, clock(), most=_AT_ONCE)
        for place, delivery in enumerate(waiting):
            if not _claim(store, delivery, clock):
                continue
            try:
                channel.deliver(delivery.alert)
            except DeliveryError as error:
                problems.append(str(error))
                if error.is_refused:
                    _postpone(store, [delivery], error, clock)
                    continue
                _postpone(store, waiting[place:], error, clock)
                break
            with store.write() as ledger:
                ledger.alerts.delivered(delivery, at=clock())
            count += 1
    return Delivered(count=count, problems=tuple(problems))


def _claim(store: Store, delivery: Delivery, clock: Clock) -> bool:
    """Take a delivery on, unless another process did; one that dies holds it up for a while."""
    now = clock()
    with store.write() as ledger:
        return ledger.alerts.claim(delivery, now=now, until=after(now, _CLAIMED_SECONDS))


def latest(store: Store, *, most: int = _AT_ONCE) -> tuple[Alert, ...]:
    """Give the latest alerts, the last first."""
    with store.read() as ledger:
        return ledger.alerts.latest(most=most)


def _postpone(
    store: Store, several: Sequence[Delivery], error: DeliveryError, clock: Clock
) -> None:
    now = clock()
    with store.write() as ledger:
        for delivery in several:
            if error.wait is None:
                name, failures = delivery.channel, delivery.failures + 1
                wait = back_off(name, failures, least=_FIRST_WAIT, most=_LONGEST_WAIT)
            else:
                wait = max(error.wait, _FIRST_WAIT)
            ledger.alerts.failed(delivery, problem=str(error), due=after(now, wait))
