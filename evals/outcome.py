"""What a scorer gives, and the counting that scorers share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

SKIPPED = "skipped: no corpus"

Figure: TypeAlias = float | str
"""A figure, or why there is none."""


class MissingCorpusError(Exception):
    """The folder of corpora does not hold what a scorer needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The figures of one task.

    ``figures`` go to ``results.json`` and are held to their floors; ``peers`` are the figures
    of another method, measured in the same run, under the key of the figure they stand beside;
    ``details`` are further figures that the table shows and nothing is held to.
    """

    figures: Mapping[str, Figure]
    peers: Mapping[str, float] = field(default_factory=dict[str, float])
    details: Mapping[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Where the corpora are, and how many reports of each to take (None: all, by name)."""

    corpora: Path | None
    sample: int | None = None

    def folder(self, *names: str) -> Path:
        """Give a corpus's folder or file.

        Raises:
            MissingCorpusError: There are no corpora, or this one is not among them.
        """
        if self.corpora is None:
            raise MissingCorpusError
        folder = self.corpora.joinpath(*names)
        if not folder.exists():
            raise MissingCorpusError(str(folder))
        return folder

    def files(self, pattern: str, *names: str) -> list[Path]:
        """Give the files of a corpus that match, by name, as many as the sample has.

        Raises:
            MissingCorpusError: There is no such file.
        """
        files = sorted(self.folder(*names).glob(pattern))[: self.sample]
        if not files:
            raise MissingCorpusError(pattern)
        return files


@dataclass(slots=True)
class Tally:
    """Counts right answers among those given and those wanted."""

    right: float = 0
    given: float = 0
    wanted: float = 0

    def add(self, right: float, given: float, wanted: float) -> None:
        """Count one report's, or one pair's, answers."""
        self.right += right
        self.given += given
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """The share of the answers given that are right; 0 where none was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of the answers wanted that were given; 0 where none was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.given + self.wanted
        return 2 * self.right / both if both else 0.0


def if_present(measure: Callable[[], Mapping[str, float]], *keys: str) -> dict[str, Figure]:
    """Give the figures of one corpus, or say of each that its corpus is missing."""
    try:
        return dict(measure())
    except MissingCorpusError:
        return dict.fromkeys(keys, SKIPPED)
