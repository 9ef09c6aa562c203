"""What grouping looks at, of invented reports in any amount: no text, no language stage.

Each event has words and names of its own, people and places that other events have as well, the
words of its kind of event, and everyday words as often as everyday English has them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

import numpy as np
from numpy.typing import NDArray

from stemma.group.bag import fill
from stemma.group.features import Features
from stemma.tables import read_table

PER_STORY = 8
FIRST_DAY = 738_000
EVENTS_A_DAY = 12
DIMENSIONS = 384
_SENTENCES = 5
_KINDS = 40
_KNOWN_NAMES = 3000
_SYLLABLES = (
    "ba",
    "dor",
    "fen",
    "gal",
    "hul",
    "kem",
    "lor",
    "mi",
    "nar",
    "pel",
    "quo",
    "ras",
    "su",
)


@dataclass(frozen=True, slots=True)
class _Event:
    """What the reports of one event share."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    kind: int
    day: int
    meaning: NDArray[np.float32]


class Coverage:
    """Reports of one event after the other, ``PER_STORY`` of each, within a few days."""

    def __init__(self, seed: int = 20_260_310) -> None:
        """Take the everyday words."""
        rows = [
            (word, int(count)) for word, count in read_table("stemma.language", "background.tsv")
        ]
        self._random = Random(seed)  # noqa: S311 - coverage, not a secret
        self._noise = np.random.default_rng(seed)
        self._everyday = [word for word, _ in rows if word.isalpha()]
        self._often = list(accumulate(count for word, count in rows if word.isalpha()))
        self._kinds = [self._random.sample(self._everyday, 40) for _ in range(_KINDS)]
        self._meanings = 0.7 * self._vectors(1) + self._vectors(_KINDS)
        self._events = 0

    def stories(self) -> Iterator[list[Features]]:
        """Give the reports of one event at a time, for ever."""
        while True:
            event = self._event()
            yield [self._report(event, f"{self._events:07}-{at}") for at in range(PER_STORY)]
            self._events += 1

    def _event(self) -> _Event:
        kind = self._random.randrange(_KINDS)
        known = (f"{self._name(at)}known" for at in self._known())
        return _Event(
            words=tuple(self._random.sample(self._everyday, 20)),
            names=(*(f"{self._name(self._random.randrange(10**6))}n" for _ in range(3)), *known),
            kind=kind,
            day=FIRST_DAY + self._events // EVENTS_A_DAY,
            meaning=self._meanings[kind] + self._vectors(1)[0],
        )

    def _report(self, event: _Event, name: str) -> Features:
        words = Counter(self._random.choices(self._everyday, cum_weights=self._often, k=180))
        words.update(self._random.sample(self._kinds[event.kind], 20))
        words.update(self._random.sample(event.words, 10))
        names = Counter(self._random.sample(event.names, 5))
        names[f"{self._name(self._random.randrange(10**6))}o"] += 1
        words.update(names)
        rows = event.meaning + self._vectors(_SENTENCES)
        return Features(
            report=f"report:sha256:{name}",
            words=fill(words),
            names=fill(names),
            opening=(rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32),
            marks=frozenset(names),
            told_first=frozenset(list(names)[:4]),
            day=event.day + self._random.randrange(3),
        )

    def _known(self) -> Iterator[int]:
        """Draw names that everybody knows, some far more often than others."""
        return (int(_KNOWN_NAMES * self._random.random() ** 3) for _ in range(5))

    def _vectors(self, count: int) -> NDArray[np.float32]:
        rows = self._noise.standard_normal((count, DIMENSIONS)).astype(np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def _name(self, number: int) -> str:
        letters = ""
        while number or not letters:
            number, syllable = divmod(number, len(_SYLLABLES))
            letters += _SYLLABLES[syllable]
        return letters
