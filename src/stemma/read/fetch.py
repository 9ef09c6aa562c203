"""Bytes from the web, with every way of waiting bounded."""

import queue
import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from stemma.errors import FetchError, InputError
from stemma.read.answer import Answer
from stemma.read.fetched_page import FetchedPage

if TYPE_CHECKING:
    from stemma.read.exchange import Exchange

Given = TypeVar("Given")


class HttpFetcher:
    """Fetches http(s) addresses of the public internet: a ``stemma.ports.Fetcher``.

    ``limit`` bounds the body in bytes, as sent and as unpacked. ``seconds`` bounds the whole
    fetch, names and redirects included; ``patience`` bounds connecting and each silence, both in
    seconds. ``allow_private`` lets it reach private and loopback addresses: it is for tests.
    """

    def __init__(
        self,
        *,
        limit: int = 20_000_000,
        seconds: float = 30.0,
        patience: float = 10.0,
        allow_private: bool = False,
    ) -> None:
        """Keep the bounds; nothing is opened."""
        self._limit = limit
        self._seconds = seconds
        self._patience = patience
        self._allow_private = allow_private

    def fetch(self, url: str) -> FetchedPage:
        """Give what the address holds, after at most five redirects.

        Every step is taken in a thread of its own: neither a name server nor a server that sends
        a byte a minute can hold the caller longer than ``seconds``.

        Raises:
            FetchError: the address is refused, does not answer in time, or answers with an error.
            TooLargeError: the body is larger than the limit.
        """
        return self._in_time(url, lambda exchange: exchange.follow(url))

    def ask(
        self, url: str, *, headers: Mapping[str, str] | None = None, body: bytes | None = None
    ) -> Answer:
        """Send one request, a POST where it has a body; follow no redirect.

        The answer is given whatever its status.

        Raises:
            FetchError: the address is refused, does not answer in time, or breaks off.
            TooLargeError: the body is larger than the limit.
        """
        return self._in_time(url, lambda exchange: exchange.ask(url, headers=headers, body=body))

    def _in_time(self, url: str, request: Callable[["Exchange"], Given]) -> Given:
        answers: queue.SimpleQueue[Given | InputError] = queue.SimpleQueue()
        too_slow = (
            f"{url!r} was not through after {self._seconds:g} seconds: "
            "open it in a browser, save the page and give the file"
        )
        deadline = time.monotonic() + self._seconds

        def work() -> None:
            from stemma.read.exchange import Exchange  # noqa: PLC0415 -- httpx takes 0.1 s

            exchange = Exchange(
                limit=self._limit,
                patience=self._patience,
                deadline=deadline,
                too_slow=too_slow,
                allow_private=self._allow_private,
            )
            try:
                answers.put(request(exchange))
            except InputError as error:
                answers.put(error)

        threading.Thread(target=work, daemon=True, name="stemma-fetch").start()
        try:
            answer = answers.get(timeout=self._seconds)
        except queue.Empty:
            answer = FetchError(too_slow)
        if isinstance(answer, InputError):
            raise answer
        return answer
