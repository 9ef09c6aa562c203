"""What an address held."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """What an address held; ``url`` is the one after redirects."""

    url: str
    content: bytes
    content_type: str | None
