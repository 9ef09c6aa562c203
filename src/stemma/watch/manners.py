"""How a watch behaves towards those it asks."""

from dataclasses import dataclass

from stemma.errors import UsageError
from stemma.version import __version__
from stemma.watch.robots import ROBOT

_MINUTE = 60.0
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """What people may choose; times are in seconds.

    A list is asked again after ``every`` at the earliest and ``seldom`` at the latest, a host
    after ``delay``. Articles published longer than ``back`` ago are left. ``limit`` is how many
    bytes one answer may have, ``at_once`` how many hosts are asked at the same time. ``contact``
    is an address for those who want to complain: it is sent with every request. ``revisit`` tells
    whether articles are looked at again after they came.
    """

    every: float = 15 * _MINUTE
    seldom: float = 6 * _HOUR
    delay: float = 2.0
    back: float = 7 * _DAY
    limit: int = 20 * 1024 * 1024
    at_once: int = 8
    contact: str | None = None
    revisit: bool = True

    def __post_init__(self) -> None:
        """Refuse what makes no sense.

        Raises:
            UsageError: A number is out of bounds, or the contact cannot stand in a header.
        """
        if not 0 < self.every <= self.seldom:
            message = (
                f"a feed cannot be asked every {self.every / _MINUTE:g} minutes and at least every "
                f"{self.seldom / _MINUTE:g}: the second must be as long or longer"
            )
            raise UsageError(message)
        if self.delay < 0 or self.back <= 0 or self.at_once < 1 or self.limit < 1:
            message = "the delay must be 0 or more; days back and limits must be more than 0"
            raise UsageError(message)
        if self.contact is not None and not (self.contact.isascii() and self.contact.isprintable()):
            message = f"the contact {self.contact!r} is no address: give an e-mail or web address"
            raise UsageError(message)

    @property
    def agent(self) -> str:
        """Who asks: product, version and contact."""
        contact = f"; {self.contact}" if self.contact else ""
        return f"{ROBOT}/{__version__} (watches news feeds{contact})"
