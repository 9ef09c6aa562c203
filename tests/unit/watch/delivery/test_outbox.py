from dataclasses import dataclass, field, replace
from functools import partial

import pytest

from stemma.model import Alert
from stemma.stores import Store
from stemma.watch.clock import after
from stemma.watch.delivery import DeliveryError, deliver, latest, send_on

START = "2026-01-14T06:00:00Z"


@dataclass
class Door:
    """A channel that is open, or closed, or refuses some."""

    name: str = "door"
    closed: bool = False
    wait: float | None = None
    refuses: frozenset[str] = frozenset()
    dies: bool = False
    came: list[str] = field(default_factory=list[str])

    def deliver(self, alert: Alert) -> None:
        if self.closed:
            message = "the door is closed"
            raise DeliveryError(message, wait=self.wait)
        if alert.id in self.refuses:
            message = "not that one"
            raise DeliveryError(message, is_refused=True)
        self.came.append(alert.id)
        if self.dies:
            raise KeyboardInterrupt


def keep(store: Store, alert: Alert, *ids: str, channels: tuple[str, ...] = ("door",)) -> int:
    with store.write() as ledger:
        several = [replace(alert, id=one) for one in ids]
        return ledger.alerts.keep(several, channels=channels, at=START)


def at(seconds: float) -> str:
    return after(START, seconds)


def test_an_alert_goes_through_every_channel_once(store: Store, alert: Alert):
    keep(store, alert, "a", "b", channels=("door", "window"))
    doors = [Door(), Door(name="window")]
    assert deliver(store, doors, clock=lambda: START).count == 4
    assert deliver(store, doors, clock=lambda: at(9_999_999)).count == 0
    assert [door.came for door in doors] == [["a", "b"], ["a", "b"]]


def test_what_others_found_within_a_day_is_sent_on_through_every_way_that_is_open(
    store: Store, alert: Alert
):
    old = replace(alert, at=at(-2 * 24 * 3_600))
    keep(store, old, "old", channels=())
    keep(store, alert, "a", "b", channels=())
    keep(store, replace(alert, kind="revised_report"), "unwanted", channels=())
    doors = [Door(), Door(name="window")]
    clock = partial(at, 60)
    assert send_on(store, doors, {alert.kind}, clock=clock) == 2
    assert send_on(store, doors, {alert.kind}, clock=clock) == 0
    assert deliver(store, doors, clock=clock).count == 4
    assert [door.came for door in doors] == [["a", "b"], ["a", "b"]]


def test_the_same_thing_is_told_once(store: Store, alert: Alert):
    assert keep(store, alert, "a") == 1
    assert keep(store, alert, "a", "a", "b") == 1
    door = Door()
    deliver(store, [door], clock=lambda: START)
    assert door.came == ["a", "b"]
    assert [one.id for one in latest(store)] == ["b", "a"]


def test_what_does_not_get_through_is_tried_later_and_never_lost(store: Store, alert: Alert):
    keep(store, alert, "a", "b")
    door = Door(closed=True)
    now = START

    def clock() -> str:
        return now

    for _ in range(20):
        came = deliver(store, [door], clock=clock)
        assert came.problems == ("the door is closed",)
        with store.read() as ledger:
            due = ledger.alerts.next_due(["door"])
            assert ledger.alerts.waiting() == {"door": 2}
        assert due is not None
        assert due > now
        now = due
    door.closed = False
    assert deliver(store, [door], clock=clock).count == 2
    assert door.came == ["a", "b"]
    with store.read() as ledger:
        assert ledger.alerts.waiting() == {}


def test_a_closed_channel_holds_up_no_other(store: Store, alert: Alert):
    keep(store, alert, "a", channels=("door", "window"))
    window = Door(name="window")
    deliver(store, [Door(closed=True), window], clock=lambda: START)
    assert window.came == ["a"]


def test_one_that_is_refused_holds_up_no_other(store: Store, alert: Alert):
    keep(store, alert, "a", "b", "c")
    door = Door(refuses=frozenset({"b"}))
    deliver(store, [door], clock=lambda: START)
    assert door.came == ["a", "c"]
    door.refuses = frozenset()
    deliver(store, [door], clock=lambda: at(60))
    assert door.came == ["a", "c", "b"]


def test_a_channel_that_asks_to_be_left_is_left(store: Store, alert: Alert):
    keep(store, alert, "a")
    deliver(store, [Door(closed=True, wait=600)], clock=lambda: START)
    door = Door()
    deliver(store, [door], clock=lambda: at(599))
    assert door.came == []
    deliver(store, [door], clock=lambda: at(600))
    assert door.came == ["a"]


def test_a_channel_that_asks_for_no_time_is_left_for_some(store: Store, alert: Alert):
    keep(store, alert, "a")
    deliver(store, [Door(closed=True, wait=0)], clock=lambda: START)
    door = Door()
    assert deliver(store, [door], clock=lambda: at(29)).count == 0
    assert deliver(store, [door], clock=lambda: at(60)).count == 1


def test_dying_in_the_middle_repeats_one_and_loses_none(store: Store, alert: Alert):
    keep(store, alert, "a", "b", "c")
    door = Door(dies=True)
    with pytest.raises(KeyboardInterrupt):
        deliver(store, [door], clock=lambda: START)
    door.dies = False
    deliver(store, [door], clock=lambda: START)
    assert door.came == ["a", "b", "c"]
    deliver(store, [door], clock=lambda: at(60))
    assert door.came == ["a", "b", "c", "a"]


def test_two_that_deliver_at_once_deliver_once(store: Store, alert: Alert):
    keep(store, alert, "a", "b")
    other = Door()

    class Slow(Door):
        def deliver(self, alert: Alert) -> None:
            deliver(store, [other], clock=lambda: START)
            super().deliver(alert)

    slow = Slow()
    deliver(store, [slow], clock=lambda: START)
    assert sorted(slow.came + other.came) == ["a", "b"]


def test_an_alert_is_kept_with_the_change_it_tells_of_or_not_at_all(store: Store, alert: Alert):
    def change() -> None:
        with store.write() as ledger:
            ledger.alerts.keep([alert], channels=("door",), at=START)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        change()
    door = Door()
    deliver(store, [door], clock=lambda: at(60))
    assert door.came == []
    assert latest(store) == ()
