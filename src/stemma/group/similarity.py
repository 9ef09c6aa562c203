"""How likely two reports tell the same story, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

from stemma.group.features import Features
from stemma.group.openings import Openings
from stemma.group.weighing import Weights
from stemma.language.rarity import rarity

_RARE = 4.0
_LEAST_OVERLAP = 0.02
_LEAST_SHARED = 1.5
_MONTH = 30
_HALF_YEAR = 182
_SHOWN_WORDS = 6

# Fitted on pairs of two labelled news corpora (same story or not), weights on square roots.
_WEIGHT_WORDS = 3.0
_WEIGHT_NAMES = 6.0
_WEIGHT_MEANING = 9.0
_WEIGHT_APART = -1.0
_BIAS = -10.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """``value`` is the probability that two reports tell the same story; ``reasons`` say why."""

    value: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What two reports have in common, each from 0 to 1.

    ``words`` and ``names`` are cosines of TF-IDF vectors, with the rarity of everyday English;
    ``meaning`` is the mean cosine of each opening sentence with its nearest in the other
    report's opening. ``apart`` is 0 for reports of one month or of unknown date, 1 for half a year
    or more.
    """

    words: float
    names: float
    meaning: float
    apart: float

    @property
    def probability(self) -> float:
        """Weigh the signals: a logistic model."""
        evidence = (
            _WEIGHT_WORDS * sqrt(self.words)
            + _WEIGHT_NAMES * sqrt(self.names)
            + _WEIGHT_MEANING * sqrt(self.meaning)
            + _WEIGHT_APART * self.apart
            + _BIAS
        )
        return 1.0 / (1.0 + exp(-evidence))


def compare_all(reports: Sequence[Features]) -> Iterator[tuple[int, int, Signals]]:
    """Compare every two reports that share rare words; gives places ``earlier < later``."""
    words = Weights([report.words for report in reports])
    names = Weights([report.names for report in reports])
    lefts, rights = Weights([_rare(report.words) for report in reports]).pairs(least=_LEAST_OVERLAP)
    shared = [
        (left, right, in_words, in_names)
        for left, right, in_words, in_names in zip(
            map(int, lefts),
            map(int, rights),
            words.cosines(lefts, rights),
            names.cosines(lefts, rights),
            strict=True,
        )
        if _WEIGHT_WORDS * sqrt(in_words) + _WEIGHT_NAMES * sqrt(in_names) >= _LEAST_SHARED
    ]
    openings = Openings([report.opening for report in reports])
    for left, right, in_words, in_names in shared:
        signals = Signals(
            words=in_words,
            names=in_names,
            meaning=openings.compare(left, right),
            apart=_apart(reports[left], reports[right]),
        )
        yield left, right, signals


def explain(left: Features, right: Features) -> Score:
    """Score two reports, and say what they have in common."""
    signals = next(iter(signal for _, _, signal in compare_all([left, right])), None)
    if signals is None:
        return Score(value=0.0, reasons=("they share no rare words",))
    shared = sorted(left.words.keys() & right.words.keys(), key=lambda word: (-rarity(word), word))
    names = sorted(left.names.keys() & right.names.keys(), key=lambda word: (-rarity(word), word))
    return Score(
        value=signals.probability,
        reasons=(
            f"shared words {signals.words:.2f}: {', '.join(shared[:_SHOWN_WORDS]) or 'none'}",
            f"shared names {signals.names:.2f}: {', '.join(names[:_SHOWN_WORDS]) or 'none'}",
            f"openings alike in meaning {signals.meaning:.2f}",
        ),
    )


def _rare(words: Mapping[str, int]) -> dict[str, int]:
    return {word: count for word, count in words.items() if rarity(word) >= _RARE}


def _apart(left: Features, right: Features) -> float:
    if left.day is None or right.day is None:
        return 0.0
    days = abs(left.day - right.day)
    return min(1.0, max(0.0, (days - _MONTH) / (_HALF_YEAR - _MONTH)))
