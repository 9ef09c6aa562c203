"""Alerts, and the outbox of those that are still to be delivered."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from stemma.model import Alert
from stemma.stores.codec import pack, unpack
from stemma.stores.dialects import insert_new
from stemma.stores.tables import alerts, deliveries


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """An alert on its way through a channel; ``failures`` counts the attempts that failed."""

    alert: Alert
    channel: str
    failures: int


@dataclass(frozen=True, slots=True)
class Alerts:
    """What people are to be told: written with the change it tells of, delivered afterwards."""

    connection: Connection

    def keep(self, several: Iterable[Alert], *, channels: Sequence[str], at: str) -> int:
        """Keep the alerts that were never told, and what they are to be delivered through.

        Give how many are new.
        """
        new = 0
        last = self.connection.scalar(select(func.max(alerts.c.seq))) or 0
        for alert in several:
            row = {"seq": last + 1, "id": alert.id, "story": alert.story, "at": alert.at}
            if insert_new(self.connection, alerts, [{**row, "body": pack(alert)}]):
                last += 1
                new += 1
                self.send(alert, channels=channels, at=at)
        return new

    def send(self, alert: Alert, *, channels: Iterable[str], at: str) -> None:
        """Have an alert delivered through channels, from a time on."""
        waiting = {"alert": alert.id, "delivered": None, "due": at, "failures": 0}
        rows = [{**waiting, "channel": channel, "problem": None} for channel in channels]
        insert_new(self.connection, deliveries, rows)

    def hand_over(self, channel: str, *, to: Collection[str]) -> None:
        """Have what waits for a channel go through each of others instead."""
        if channel in to:
            return
        waiting = (deliveries.c.channel == channel, deliveries.c.delivered.is_(None))
        rows = self.connection.execute(select(deliveries).where(*waiting)).mappings().all()
        several = [{**row, "channel": other} for row in rows for other in to]
        insert_new(self.connection, deliveries, several)
        self.connection.execute(delete(deliveries).where(*waiting))

    def unsent(self, *, since: str) -> tuple[Alert, ...]:
        """Give alerts found since then that go nowhere: no way was open, in order of finding."""
        bodies = self.connection.scalars(
            select(alerts.c.body)
            .outerjoin(deliveries, deliveries.c.alert == alerts.c.id)
            .where(alerts.c.at >= since, deliveries.c.alert.is_(None))
            .order_by(alerts.c.seq)
        )
        return tuple(unpack(Alert, body) for body in bodies)

    def latest(self, *, most: int, story: str | None = None) -> tuple[Alert, ...]:
        """Give alerts, of all stories or of one, the latest first."""
        query = select(alerts.c.body).order_by(alerts.c.seq.desc()).limit(most)
        if story is not None:
            query = query.where(alerts.c.story == story)
        return tuple(unpack(Alert, body) for body in self.connection.scalars(query))

    def page(self, *, most: int, before: int | None = None) -> tuple[tuple[int, Alert], ...]:
        """Give (number, alert), the latest first, all of them older than number ``before``."""
        query = select(alerts.c.seq, alerts.c.body).order_by(alerts.c.seq.desc()).limit(most)
        if before is not None:
            query = query.where(alerts.c.seq < before)
        return tuple((row.seq, unpack(Alert, row.body)) for row in self.connection.execute(query))

    def since(self, seq: int) -> tuple[tuple[int, Alert], ...]:
        """Give (number, alert) of the alerts after number ``seq``, in order of finding."""
        query = select(alerts.c.seq, alerts.c.body).where(alerts.c.seq > seq)
        rows = self.connection.execute(query.order_by(alerts.c.seq))
        return tuple((row.seq, unpack(Alert, row.body)) for row in rows)

    def last(self) -> int:
        """Give the number of the latest alert, 0 before the first."""
        return self.connection.scalar(select(func.max(alerts.c.seq))) or 0

    def due(self, channel: str, now: str, *, most: int) -> tuple[Delivery, ...]:
        """Give what is to be delivered through a channel now, in order of finding."""
        rows = self.connection.execute(
            select(alerts.c.body, deliveries.c.failures)
            .join(deliveries, deliveries.c.alert == alerts.c.id)
            .where(
                deliveries.c.channel == channel,
                deliveries.c.delivered.is_(None),
                deliveries.c.due <= now,
            )
            .order_by(alerts.c.seq)
            .limit(most)
        )
        return tuple(
            Delivery(alert=unpack(Alert, body), channel=channel, failures=failures)
            for body, failures in rows
        )

    def next_due(self, channels: Sequence[str]) -> str | None:
        """Give when the next delivery through any of the channels is due."""
        return self.connection.scalar(
            select(func.min(deliveries.c.due)).where(
                deliveries.c.channel.in_(channels), deliveries.c.delivered.is_(None)
            )
        )

    def claim(self, delivery: Delivery, *, now: str, until: str) -> bool:
        """Keep other processes from a delivery for a while; tell whether it is still to be made."""
        claimed = self.connection.execute(
            update(deliveries)
            .where(
                deliveries.c.alert == delivery.alert.id,
                deliveries.c.channel == delivery.channel,
                deliveries.c.delivered.is_(None),
                deliveries.c.due <= now,
            )
            .values(due=until)
        )
        return claimed.rowcount > 0

    def delivered(self, delivery: Delivery, *, at: str) -> None:
        """Note that an alert is there."""
        self._note(delivery, {"delivered": at, "problem": None})

    def failed(self, delivery: Delivery, *, problem: str, due: str) -> None:
        """Note that an alert could not be delivered, and when to try again."""
        values = {"failures": delivery.failures + 1, "problem": problem, "due": due}
        self._note(delivery, values)

    def waiting(self) -> Mapping[str, int]:
        """Count what every channel still has to deliver."""
        rows = self.connection.execute(
            select(deliveries.c.channel, func.count())
            .where(deliveries.c.delivered.is_(None))
            .group_by(deliveries.c.channel)
            .order_by(deliveries.c.channel)
        )
        return {channel: number for channel, number in rows}  # noqa: C416 - rows are no pairs

    def _note(self, delivery: Delivery, values: Mapping[str, str | int | None]) -> None:
        self.connection.execute(
            update(deliveries)
            .where(
                deliveries.c.alert == delivery.alert.id, deliveries.c.channel == delivery.channel
            )
            .values(**values)
        )
