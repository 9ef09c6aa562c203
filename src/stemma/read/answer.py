"""What a server answered to one request."""

from collections.abc import Mapping
from dataclasses import dataclass

_SUCCESS = range(200, 300)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: ``url`` is the address asked, names of ``headers`` are in lower case.

    ``content`` is the body, unpacked; it is read only of an answer that is a success.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes = b""

    @property
    def is_success(self) -> bool:
        """Tell whether the server gave what was asked for (2xx)."""
        return self.status in _SUCCESS

    @property
    def redirect(self) -> str | None:
        """Where the server says to look instead, as it wrote it; None where it does not."""
        return self.headers.get("location") if self.status in _REDIRECTS else None

    @property
    def is_for_good(self) -> bool:
        """Tell whether a redirect replaces the address (301, 308)."""
        return self.status in _FOR_GOOD
