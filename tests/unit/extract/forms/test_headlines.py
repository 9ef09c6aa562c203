"""People, places and outlets are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("headline", "speaker", "text"),
    [
        ("Police: Bridge fell after truck hit it", "Police", "Bridge fell after truck hit it"),
        ("Bridge fell after truck hit it: police", "police", "Bridge fell after truck hit it"),
        ("Bridge fell after truck hit it - report", "report", "Bridge fell after truck hit it"),
        ("Driver dozed off, claim passengers", "passengers", "Driver dozed off"),
        ("Bridge fell after storm, says minister", "minister", "Bridge fell after storm"),
    ],
)
def test_who_says_a_headline_is_found(tell: Tell, headline: str, speaker: str, text: str):
    (statement,) = tell(headline=headline)
    assert statement.source is not None
    assert (statement.source.name, statement.text) == (speaker, text)


@pytest.mark.parametrize(
    "headline",
    [
        "Bridge collapse: What we know so far about the fall",
        "Watch: Bridge falls into the river",
        "Ferry sinks off Marrow: 12 missing",
        "France: storm shuts the harbour of Brest",
        "Storm shuts the harbour of Brest - BBC News",
    ],
)
def test_topics_and_captions_do_not_speak(tell: Tell, headline: str):
    assert tell(headline=headline) == []
