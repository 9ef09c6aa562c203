"""How likely two reports tell the same story, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.group.bag import Bag
from stemma.group.features import Features
from stemma.group.openings import Openings
from stemma.group.spread import Spread, count_words
from stemma.group.weighing import Weights
from stemma.language.rarity import rarity

_RARE = 4.0
_LEAST_OVERLAP = 0.02
_LEAST_SHARED = 1.5
_MONTH = 30
_HALF_YEAR = 182
_SHOWN_WORDS = 6
_UNDATED = -1

# Fitted on pairs of two labelled news corpora (same story or not), weights on square roots.
_WEIGHT_WORDS = 3.0
_WEIGHT_NAMES = 6.0
_WEIGHT_MEANING = 9.0
_WEIGHT_APART = -1.0
_BIAS = -10.3

Scores = dict[tuple[int, int], float]
"""Probabilities that two reports tell the same story, by their places, ``earlier < later``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """``value`` is the probability that two reports tell the same story; ``reasons`` say why."""

    value: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What pairs of reports have in common, ``lefts`` before ``rights``: each from 0 to 1.

    ``words`` and ``names`` are cosines of TF-IDF vectors, with the rarity of everyday English;
    ``meaning`` is the mean cosine of each opening sentence with its nearest in the other
    report's opening. ``apart`` is 0 for reports of one month or of unknown date, 1 for half a year
    or more.
    """

    lefts: NDArray[np.intp]
    rights: NDArray[np.intp]
    words: NDArray[np.float64]
    names: NDArray[np.float64]
    meaning: NDArray[np.float64]
    apart: NDArray[np.float64]

    @property
    def probabilities(self) -> NDArray[np.float64]:
        """Weigh the signals: a logistic model."""
        evidence = (
            _WEIGHT_WORDS * np.sqrt(self.words)
            + _WEIGHT_NAMES * np.sqrt(self.names)
            + _WEIGHT_MEANING * np.sqrt(self.meaning)
            + _WEIGHT_APART * self.apart
            + _BIAS
        )
        return 1.0 / (1.0 + np.exp(-evidence))

    @property
    def scores(self) -> Scores:
        """The probabilities by pair; what is not there has nothing in common."""
        pairs = zip(self.lefts.tolist(), self.rights.tolist(), strict=True)
        return dict(zip(pairs, self.probabilities.tolist(), strict=True))


def compare_all(
    reports: Sequence[Features], *, spread: Spread | None = None, first: int | None = None
) -> Signals:
    """Compare every two reports that share rare words.

    ``spread`` counts the words of the collection that the reports are from, where they are not
    all of it. With ``first``, only so many first reports are compared with the others.
    """
    if spread is None:
        spread = count_words(report.words for report in reports)
    words = Weights([report.words for report in reports], spread)
    names = Weights([report.names for report in reports], spread)
    lefts, rights = words.pairs(least=_LEAST_OVERLAP, rarest=_RARE, first=first)
    in_words, in_names = words.cosines(lefts, rights), names.cosines(lefts, rights)
    shared = _WEIGHT_WORDS * np.sqrt(in_words) + _WEIGHT_NAMES * np.sqrt(in_names) >= _LEAST_SHARED
    lefts, rights = lefts[shared], rights[shared]
    return Signals(
        lefts=lefts,
        rights=rights,
        words=in_words[shared],
        names=in_names[shared],
        meaning=_compare_openings(reports, lefts, rights),
        apart=_apart(reports, lefts, rights),
    )


def explain(left: Features, right: Features, *, spread: Spread | None = None) -> Score:
    """Score two reports, and say what they have in common."""
    signals = compare_all([left, right], spread=spread)
    if not len(signals.lefts):
        return Score(value=0.0, reasons=("they share no rare words",))
    return describe(signals, 0, left, right)


def describe(signals: Signals, at: int, left: Features, right: Features) -> Score:
    """Say what the pair ``at`` a place of the signals has in common: these two reports."""
    return Score(
        value=float(signals.probabilities[at]),
        reasons=(
            f"shared words {signals.words[at]:.2f}: {_rarest(left.words, right.words)}",
            f"shared names {signals.names[at]:.2f}: {_rarest(left.names, right.names)}",
            f"openings alike in meaning {signals.meaning[at]:.2f}",
        ),
    )


def _rarest(left: Bag, right: Bag) -> str:
    shared = set(left.words) & set(right.words)
    order = sorted(shared, key=lambda word: (-rarity(word), word))
    return ", ".join(order[:_SHOWN_WORDS]) or "none"


def _compare_openings(
    reports: Sequence[Features], lefts: NDArray[np.intp], rights: NDArray[np.intp]
) -> NDArray[np.float64]:
    if not len(lefts):
        return np.zeros(0)
    return Openings([report.opening for report in reports]).compare(lefts, rights)


def _apart(
    reports: Sequence[Features], lefts: NDArray[np.intp], rights: NDArray[np.intp]
) -> NDArray[np.float64]:
    days = np.array([report.day or _UNDATED for report in reports], np.intp)
    between = np.clip((np.abs(days[lefts] - days[rights]) - _MONTH) / (_HALF_YEAR - _MONTH), 0, 1)
    dated = (days[lefts] != _UNDATED) & (days[rights] != _UNDATED)
    return np.where(dated, between, 0.0)
