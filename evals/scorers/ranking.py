"""How well scores put the right pairs first."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(slots=True)
class Ranking:
    """Scores of pairs with what they should be."""

    scores: list[float] = field(default_factory=list[float])
    right: list[bool] = field(default_factory=list[bool])

    def add(self, score: float, *, right: bool) -> None:
        """Rank one pair."""
        self.scores.append(score)
        self.right.append(right)

    def curve(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Give precision and recall at every distinct score, from the highest down."""
        scores = np.array(self.scores, dtype=np.float64)
        order = np.argsort(-scores, kind="stable")
        hits = np.cumsum(np.array(self.right, dtype=np.float64)[order])
        ends = np.append(np.flatnonzero(np.diff(scores[order])), len(order) - 1)
        return hits[ends] / (ends + 1), hits[ends] / max(hits[-1], 1)

    @property
    def average_precision(self) -> float:
        """Precision at each step of recall, weighted by the step; ties are one step."""
        if not any(self.right):
            return 0.0
        precision, recall = self.curve()
        return float(np.sum(precision * np.diff(recall, prepend=0)))

    @property
    def best_f1(self) -> float:
        """The F1 at the best cut."""
        if not any(self.right):
            return 0.0
        precision, recall = self.curve()
        both = np.maximum(precision + recall, 1e-9)
        return float(np.max(2 * precision * recall / both))
