"""How many reports have a word, and how much less telling that makes it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from stemma.group.bag import Bag, number_word
from stemma.language.rarity import rarity

_OF_ONE_STORY = 40
_UNSEEN = 1000
LEAST_TELLING = 2.0
_RAREST = 8.08


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """The words that fill a collection of reports, and how telling each is there.

    A word is as telling as it is rare, in everyday English or among the reports at hand, whichever
    is less: among hundreds of reports of one election campaign, the candidates' names tell no
    story from another. So many reports as one story may have cost a word nothing, and
    another thousand reports are imagined, so that few reports weigh as many do.

    ``counts`` need not have words of fewer reports than ``least_count(reports)``.
    """

    reports: int
    counts: Mapping[str, int]
    telling: Mapping[str, float] = field(init=False)
    _numbers: NDArray[np.uint64] = field(init=False)
    _shares: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        """Weigh the words that are held to be less rare than they are in everyday English."""
        least = least_count(self.reports)
        found = {
            word: self._tell(word, count) for word, count in self.counts.items() if count >= least
        }
        telling = {word: told for word, told in found.items() if told < rarity(word)}
        object.__setattr__(self, "telling", telling)
        order = sorted((number_word(word), told / rarity(word)) for word, told in telling.items())
        numbers = np.array([number for number, _ in order], np.uint64)
        object.__setattr__(self, "_numbers", numbers)
        object.__setattr__(self, "_shares", np.array([share for _, share in order], np.float64))

    def shares_of(self, numbers: NDArray[np.uint64]) -> NDArray[np.float64]:
        """Give, for the numbers of words, how much is left of what each tells in everyday English.

        From 0 to 1, and 1 for most words.
        """
        shares = np.ones(len(numbers))
        if len(self._numbers):
            places = np.minimum(np.searchsorted(self._numbers, numbers), len(self._numbers) - 1)
            known = self._numbers[places] == numbers
            shares[known] = self._shares[places[known]]
        return shares

    def _tell(self, word: str, count: int) -> float:
        among = log((self.reports + _UNSEEN) / (count - _OF_ONE_STORY))
        return min(rarity(word), max(LEAST_TELLING, among))


def least_count(reports: int) -> int:
    """Give the number of reports that a word must have, to be less telling among so many."""
    return _OF_ONE_STORY + max(1, int((reports + _UNSEEN) * exp(-_RAREST)))


def count_words(bags: Iterable[Bag]) -> Spread:
    """Count in how many bags each word is."""
    several = list(bags)
    return Spread(len(several), Counter(word for bag in several for word in bag.words))
