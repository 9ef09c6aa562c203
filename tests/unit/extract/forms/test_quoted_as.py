"""People, places and outlets are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "speaker", "layers"),
    [
        ("The bridge is shut, officials were quoted by AP as saying.", "officials", ["AP"]),
        ("Ida Noll was quoted as saying that the bridge is shut.", "Ida Noll", []),
        ("Reuters quoted a minister as saying the bridge is shut.", "a minister", ["Reuters"]),
    ],
)
def test_who_is_quoted_as_saying_is_the_speaker(
    tell: Tell, sentence: str, speaker: str, layers: list[str]
):
    (statement,) = tell(sentence)
    assert statement.text.lower() == "the bridge is shut"
    assert statement.source is not None
    assert statement.source.name == speaker
    assert [layer.name for layer in statement.via] == layers
