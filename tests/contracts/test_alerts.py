"""What every store remembers of alerts, and of what is still to be delivered."""

from dataclasses import replace

from stemma.model import Alert, Span
from stemma.stores import Store
from stemma.stores.alerts import Delivery

NOW = "2026-01-14T06:00:00Z"
LATER = "2026-01-14T07:00:00Z"
ALERT = Alert(
    id="alert:sha256:1",
    kind="new_conflict",
    story="story:sha256:1",
    at=NOW,
    message="Gate fails: “four” \x00 and “five” \ud800",
    evidence=(Span(report="report:sha256:1", start=2, end=6),),
    quotes=("four",),
)
OTHER = replace(ALERT, id="alert:sha256:2", story="story:sha256:2", kind="new_story")


def test_an_alert_comes_back_as_it_was_and_is_kept_once(store: Store):
    with store.write() as ledger:
        assert ledger.alerts.keep([ALERT, OTHER, ALERT], channels=(), at=NOW) == 2
        assert ledger.alerts.keep([OTHER], channels=("door",), at=NOW) == 0
    with store.read() as ledger:
        assert ledger.alerts.latest(most=9) == (OTHER, ALERT)
        assert ledger.alerts.latest(most=1) == (OTHER,)
        assert ledger.alerts.latest(most=9, story=ALERT.story) == (ALERT,)
        assert ledger.alerts.waiting() == {}


def test_a_delivery_is_due_until_it_is_made(store: Store):
    with store.write() as ledger:
        ledger.alerts.keep([ALERT, OTHER], channels=("door", "window"), at=NOW)
        first, second = ledger.alerts.due("door", NOW, most=9)
        assert (first.alert, second.alert) == (ALERT, OTHER)
        assert ledger.alerts.due("door", "2026-01-14T05:59:59Z", most=9) == ()
        ledger.alerts.delivered(first, at=LATER)
        assert ledger.alerts.due("door", NOW, most=9) == (second,)
        assert ledger.alerts.waiting() == {"door": 1, "window": 2}


def test_what_was_found_while_no_way_was_open_can_be_sent_later(store: Store):
    with store.write() as ledger:
        ledger.alerts.keep([ALERT, replace(OTHER, at=LATER)], channels=(), at=NOW)
        sent = replace(ALERT, id="alert:sha256:3")
        ledger.alerts.keep([sent], channels=("door",), at=NOW)
        assert ledger.alerts.unsent(since=NOW) == (ALERT, replace(OTHER, at=LATER))
        assert ledger.alerts.unsent(since=LATER) == (replace(OTHER, at=LATER),)
        ledger.alerts.send(ALERT, channels=("door", "window"), at=LATER)
        assert ledger.alerts.unsent(since=NOW) == (replace(OTHER, at=LATER),)
        due = ledger.alerts.due("door", LATER, most=9)
        assert [one.alert for one in due] == [ALERT, sent]


def test_a_delivery_that_failed_is_due_later(store: Store):
    with store.write() as ledger:
        ledger.alerts.keep([ALERT], channels=("door",), at=NOW)
        (delivery,) = ledger.alerts.due("door", NOW, most=9)
        ledger.alerts.failed(delivery, problem="closed", due=LATER)
        assert ledger.alerts.due("door", NOW, most=9) == ()
        assert ledger.alerts.next_due(["door"]) == LATER
        assert ledger.alerts.next_due(["window"]) is None
        again = Delivery(alert=ALERT, channel="door", failures=1)
        assert ledger.alerts.due("door", LATER, most=9) == (again,)


def test_what_waits_for_one_channel_can_go_through_others(store: Store):
    with store.write() as ledger:
        ledger.alerts.keep([ALERT, OTHER], channels=("door",), at=NOW)
        made, failed = ledger.alerts.due("door", NOW, most=9)
        ledger.alerts.delivered(made, at=NOW)
        ledger.alerts.failed(failed, problem="closed", due=LATER)
        ledger.alerts.hand_over("door", to=["door"])
        assert ledger.alerts.waiting() == {"door": 1}
        ledger.alerts.hand_over("door", to=["window", "chimney"])
        assert ledger.alerts.waiting() == {"chimney": 1, "window": 1}
        again = Delivery(alert=OTHER, channel="window", failures=1)
        assert ledger.alerts.due("window", LATER, most=9) == (again,)


def test_a_delivery_is_claimed_by_one(store: Store):
    with store.write() as ledger:
        ledger.alerts.keep([ALERT], channels=("door",), at=NOW)
        (delivery,) = ledger.alerts.due("door", NOW, most=9)
        assert ledger.alerts.claim(delivery, now=NOW, until=LATER)
        assert not ledger.alerts.claim(delivery, now=NOW, until=LATER)
        assert ledger.alerts.claim(delivery, now=LATER, until="2026-01-14T08:00:00Z")
