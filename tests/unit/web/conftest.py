"""A site over a store of three invented reports."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from stemma import archive, read
from stemma.newsroom import Newsroom
from stemma.settings import Settings, Silence
from stemma.stores import Store
from stemma.web import make_site


@pytest.fixture
def newsroom(store: Store, workshop: archive.Workshop) -> Newsroom:
    return Newsroom(
        settings=Settings(store="memory:"), progress=Silence(), store=store, clock=workshop.clock
    )


@pytest.fixture
def site(
    newsroom: Newsroom,
    add: Callable[..., archive.Added],
    raws: dict[str, read.Raw],
    workshop: archive.Workshop,
) -> TestClient:
    add(*raws.values())
    archive.refresh(newsroom.store, workshop=workshop)
    return TestClient(make_site(newsroom), base_url="http://127.0.0.1", follow_redirects=False)
