"""Counted words, as arrays that many reports can be weighed with at once."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from stemma.language.rarity import rarity

_MOST = 255
_NUMBER_BYTES = 8


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """Words in alphabetical order, how often each occurs (255 at most), and what each weighs.

    A weight is ``1 + ln(count)`` times the word's rarity in everyday English. ``numbers`` stand for
    the words: the same in every process, and never, in practice, the same for two words.
    """

    words: tuple[str, ...]
    counts: NDArray[np.uint8]
    numbers: NDArray[np.uint64] = field(init=False)
    rarities: NDArray[np.float64] = field(init=False)
    weights: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        """Look the words up, and weigh them."""
        numbers = np.array([number_word(word) for word in self.words], np.uint64)
        rarities = np.array([rarity(word) for word in self.words], np.float64)
        object.__setattr__(self, "numbers", numbers)
        object.__setattr__(self, "rarities", rarities)
        weights = (1 + np.log(self.counts.astype(np.float64))) * rarities
        object.__setattr__(self, "weights", weights)

    def __contains__(self, word: str) -> bool:
        """Tell whether the word occurs."""
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word


def fill(counted: Mapping[str, int]) -> Bag:
    """Make a bag of counted words."""
    words = tuple(sorted(counted))
    counts = np.array([min(counted[word], _MOST) for word in words], np.uint8)
    return Bag(words, counts)


@cache
def number_word(word: str) -> int:
    """Give the number that stands for a word: 64 bits of a digest."""
    written = word.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(written, digest_size=_NUMBER_BYTES).digest())
