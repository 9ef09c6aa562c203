import json
from collections.abc import Callable

import pytest

from stemma.errors import UnreadableError
from stemma.watch.feeds import Listing

Read = Callable[..., Listing]


def feed(*entries: object, **others: object) -> str:
    version = {"version": "https://jsonfeed.org/version/1.1", "title": "Tarnside Standard"}
    return json.dumps({**version, "items": entries, **others})


def test_entries_come_with_address_title_and_times(read: Read):
    listing = read(
        feed(
            {
                "id": "1",
                "url": "/dam",
                "title": "Dam gate fails",
                "date_published": "2026-01-14T06:05:00+01:00",
                "date_modified": "2026-01-14T07:00:00Z",
            },
            {"id": "https://quayside.example/by-id"},
            {"id": "3", "external_url": "https://elsewhere.example/linked"},
        )
    )
    assert listing.kind == "json"
    assert listing.title == "Tarnside Standard"
    assert [one.url for one in listing.entries] == [
        "https://quayside.example/dam",
        "https://quayside.example/by-id",
        "https://elsewhere.example/linked",
    ]
    assert listing.entries[0].published == "2026-01-14T05:05:00Z"
    assert listing.entries[0].updated == "2026-01-14T07:00:00Z"


def test_entries_that_are_none_are_left_out(read: Read):
    assert read(feed(None, 7, "x", {}, {"url": 5}, {"url": ["a"]})).entries == ()
    assert read(feed(items={"url": "/a"})).entries == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_feed_is_read_with_a_byte_order_mark_or_without(read: Read, encoding: str):
    (entry,) = read(feed({"url": "/dam"}).encode(encoding)).entries
    assert entry.url == "https://quayside.example/dam"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "broken JSON"),
        ("[" * 100_000, "broken JSON"),
        ("{}", "no JSON Feed"),
        ("[1]", "no JSON Feed"),
        ('{"version": 1, "items": []}', "no JSON Feed"),
    ],
)
def test_what_is_no_json_feed_is_refused(read: Read, content: str, message: str):
    with pytest.raises(UnreadableError, match=message):
        read(content)
