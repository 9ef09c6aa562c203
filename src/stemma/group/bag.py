"""Counted words, as arrays that many reports can be weighed with at once."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from stemma.language.rarity import rarity

_MOST = 255


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """Words in alphabetical order, how often each occurs (255 at most), and what each weighs.

    A weight is ``1 + ln(count)`` times the word's rarity in everyday English.
    """

    words: tuple[str, ...]
    counts: NDArray[np.uint8]
    weights: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        """Weigh the words."""
        rarities = np.array([rarity(word) for word in self.words], np.float64)
        object.__setattr__(self, "weights", (1 + np.log(self.counts.astype(np.float64))) * rarities)

    def __contains__(self, word: str) -> bool:
        """Tell whether the word occurs."""
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word


def fill(counted: Mapping[str, int]) -> Bag:
    """Make a bag of counted words."""
    words = tuple(sorted(counted))
    counts = np.array([min(counted[word], _MOST) for word in words], np.uint8)
    return Bag(words, counts)
