"""The stream, read from a function: a test client waits for the end of an answer."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any, cast

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from stemma.model import Alert
from stemma.newsroom import Newsroom
from stemma.web import live

Happen = Callable[[int], None]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "_PAUSE_SECONDS", 0)


def listen(site: TestClient, count: int, **headers: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Give the first events as (id, name, data)."""

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "headers": named, "app": cast("FastAPI", site.app), "path": "/live"}

    async def read() -> list[str]:
        stream = live.follow(Request(scope, receive)).body_iterator
        found: list[str] = []
        async for piece in cast("AsyncIterator[str]", stream):
            found.append(piece)
            if len(found) == count:
                break
        return found

    return [_part(piece) for piece in asyncio.run(asyncio.wait_for(read(), 20))]


def _part(piece: str) -> tuple[str, str, dict[str, Any]]:
    fields: dict[str, str] = {}
    for line in piece.strip().splitlines():
        name, _, value = line.partition(": ")
        fields[name] = value
    return fields["id"], fields["event"], json.loads(fields["data"])


def alert(story: str) -> Alert:
    return Alert(
        id="alert:sha256:01",
        kind="second_origin",
        story=story,
        at="2026-05-10T08:00:00Z",
        message="Two have it",
        evidence=(),
        quotes=(),
    )


def tell(newsroom: Newsroom, story: str) -> None:
    with newsroom.store.write() as ledger:
        ledger.alerts.keep([alert(story)], channels=(), at="2026-05-10T08:00:00Z")


def test_what_came_since_the_last_event_is_told_once(site: TestClient, newsroom: Newsroom):
    story = site.get("/stories.json").json()["stories"][0]["id"]
    tell(newsroom, story)
    hello, change, told = listen(site, 3, last_event_id="0.0")
    assert hello[:2] == ("0.0", "hello")
    assert story in change[2]["stories"]
    assert (change[1], told[1]) == ("change", "alert")
    assert (told[2]["label"], told[2]["story"]) == ("Second independent origin", story)
    assert told[0] == f"{change[0].partition('.')[0]}.1"


@pytest.mark.parametrize("seen", ["0", "0.1"])
def test_an_alert_that_was_told_is_not_told_again(site: TestClient, newsroom: Newsroom, seen: str):
    story = site.get("/stories.json").json()["stories"][0]["id"]
    tell(newsroom, story)
    _, change = listen(site, 2, last_event_id=seen)
    assert change[1] == "change"
    assert change[0].endswith(".1")


def test_an_id_that_is_none_of_ours_is_as_none(site: TestClient, newsroom: Newsroom):
    tell(newsroom, site.get("/stories.json").json()["stories"][0]["id"])
    (hello,) = listen(site, 1, last_event_id="zebra.1")
    assert hello[0].endswith(".1")
    assert not hello[0].startswith("0.")
