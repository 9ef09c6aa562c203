"""Lists of news from invented outlets."""

from collections.abc import Callable

import pytest

from stemma.watch.feeds import Listing, read_listing

Read = Callable[..., Listing]

URL = "https://quayside.example/news/feed"


@pytest.fixture
def read() -> Read:
    """Read a list that came from https://quayside.example/news/feed."""

    def run(content: str | bytes, content_type: str | None = None) -> Listing:
        written = content.encode() if isinstance(content, str) else content
        return read_listing(written, url=URL, content_type=content_type, limit=1_000_000)

    return run
