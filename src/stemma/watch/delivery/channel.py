"""A way by which alerts reach people."""

from typing import Protocol

from stemma.errors import StemmaError
from stemma.model import Alert, digest

_LONGEST = 500


class DeliveryError(StemmaError):
    """An alert could not be delivered now.

    ``is_refused`` says that this alert was refused, and others may get through; otherwise the
    whole channel is closed for the moment. ``wait`` is for how many seconds it asks to be left.
    """

    def __init__(
        self, message: str, *, is_refused: bool = False, wait: float | None = None
    ) -> None:
        """Keep the reason, in plain English."""
        super().__init__(message)
        self.is_refused = is_refused
        self.wait = wait


def name_channel(kind: str, where: str) -> str:
    """Name a channel by where it leads, or by a digest of that where it is long."""
    if len(where.encode("utf-8", "surrogatepass")) <= _LONGEST:
        return f"{kind}:{where}"
    return digest(kind, where)


class Channel(Protocol):
    """Brings alerts to people, at least once; the id of an alert tells a repeated one."""

    @property
    def name(self) -> str:
        """What the outbox knows it by: it stays the same from run to run, and holds no secret."""
        ...

    def deliver(self, alert: Alert) -> None:
        """Bring one alert.

        Raises:
            DeliveryError: It did not get through.
        """
        ...
