"""What a host allows robots to fetch (RFC 9309): the only file that knows protego."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from protego import Protego

from stemma.errors import FetchError
from stemma.read.answer import Answer

ROBOT = "stemma-news"
"""The product token that a robots.txt may name."""

_MOST_BYTES = 500 * 1024
_SERVER_ERROR = 500
_TOO_MANY = 429
_CLIENT_ERROR = 400

RobotsState = Literal["told", "free", "unreachable"]
"""``told`` there is a robots.txt; ``free`` there is none; ``unreachable`` it cannot be had now,
and nothing may be fetched until it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What one host says; ``text`` is its robots.txt, empty unless the state is ``told``."""

    state: RobotsState
    text: str = ""

    def allows(self, url: str) -> bool:
        """Tell whether an address may be fetched."""
        if self.state == "told":
            return _rules(self.text).can_fetch(url, ROBOT)
        return self.state == "free"

    @property
    def delay(self) -> float:
        """Seconds to wait between requests that the host asks for; 0 where it asks for none."""
        if self.state != "told":
            return 0.0
        rules = _rules(self.text)
        delay = rules.crawl_delay(ROBOT) or 0.0
        rate = rules.request_rate(ROBOT)
        if rate is not None and rate.requests:
            delay = max(delay, rate.seconds / rate.requests)
        return delay if math.isfinite(delay) and delay > 0 else 0.0


def read_robots(answer: Answer | FetchError, *, held: Robots | None = None) -> Robots:
    """Read what came for ``/robots.txt``, redirects followed.

    A missing file (4xx) allows everything. No answer, a server's error or "too many requests"
    allows nothing, unless the rules that ``held`` has from before still tell (RFC 9309, 2.3.1 and
    2.4). Half a mebibyte is read, as the standard asks at least.
    """
    status = answer.status if isinstance(answer, Answer) else _SERVER_ERROR
    if isinstance(answer, Answer) and answer.is_success:
        text = answer.content[:_MOST_BYTES].decode("utf-8-sig", "replace")
        return Robots(state="told", text=text)
    if _CLIENT_ERROR <= status < _SERVER_ERROR and status != _TOO_MANY:
        return Robots(state="free")
    return held if held is not None and held.state != "unreachable" else Robots(state="unreachable")


@lru_cache(maxsize=256)
def _rules(text: str) -> Protego:
    return Protego.parse(text)
