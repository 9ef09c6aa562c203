from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

_FERRY = ("ferry", "meridian", "tarn", "northline", "pilot", "coastguard", "harbour", "captain")


class TwoStories:
    """Points texts of an invented ferry accident one way and all others another."""

    dimensions = 2

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        ferry = [any(word in text.casefold() for word in _FERRY) for text in texts]
        return np.array([[1, 0] if told else [0, 1] for told in ferry], np.float32)


@pytest.fixture
def encoder() -> TwoStories:
    return TwoStories()


@pytest.fixture
def headline() -> str:
    return "Ferry runs aground off Tarn as harbour pilots strike"


@pytest.fixture
def body() -> list[str]:
    return [
        (
            "TARN HARBOUR, Nov 3 (Tarn Wire) - The ferry Meridian ran aground off Tarn with "
            "212 people on board, the coastguard said, on the second day of a strike."
        ),
        (
            "Nobody was hurt when the Meridian struck a sandbank near the harbour mouth, guard "
            "spokesman Ivo Lindqvist told reporters at the quay in Tarn."
        ),
        (
            "The ferry company Northline said the captain tried to enter the harbour of Tarn "
            "without a pilot, which the law allows ships of its size to do."
        ),
        (
            "“We asked for a pilot and were told to wait,” director Sunniva Aas said. “We "
            "waited for three hours outside the harbour.”"
        ),
        (
            "Pilots in Tarn have been on strike over rest times since Saturday, and the union says "
            "the grounding shows what it has warned the ferry company of for years."
        ),
        "The Meridian will be towed off the sandbank at high water, the coastguard said.",
    ]


@pytest.fixture
def other_stories() -> list[str]:
    return [
        (
            "The Orlevian parliament approved a budget that doubles spending on wine, Finance "
            "Minister Petra Hollis announced in the capital Lorne, drawing protests from Greens."
        ),
        (
            "Striker Dario Venn of Kestrel Rovers will miss the rest of the season after tearing a "
            "ligament in the match against Port Adler, the club announced."
        ),
        (
            "Geologists in Quillon have found a seam of copper under the Mirador plain that could "
            "supply Asterion Metals for forty years, the firm announced on its site."
        ),
    ]
