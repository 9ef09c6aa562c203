from dataclasses import replace
from typing import Any, cast

import feedparser
import pytest

from stemma.model import Alert
from stemma.watch.delivery.atom import to_atom


def read(content: bytes) -> Any:  # noqa: ANN401 - feedparser has no types
    parsed = cast("Any", feedparser).parse(content)
    assert not parsed.bozo
    return parsed


def test_feed_readers_find_title_time_kind_and_quotes(alert: Alert):
    feed = read(to_atom([alert]))
    (entry,) = feed.entries
    assert entry.id == f"urn:stemma:{alert.id}"
    assert entry.title.startswith("New conflict: Gate fails")
    assert entry.updated == feed.feed.updated == "2026-01-14T06:00:00Z"
    assert [tag.term for tag in entry.tags] == ["new_conflict", alert.story]
    assert '<blockquote title="report:two 0–11">five &amp; more</blockquote>' in (
        entry.content[0].value
    )


def test_an_empty_feed_is_a_feed():
    assert read(to_atom([])).entries == []


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "a\0b\x1b[1mc", "\ud800", "\uffff"])
def test_words_of_a_stranger_break_nothing(alert: Alert, words: str):
    feed = read(to_atom([replace(alert, message=words, quotes=(words, words))]))
    assert len(feed.entries) == 1
    assert "<script>" not in feed.entries[0].content[0].value
